import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Texts } from '../../compiler/import/specs.ts'

/** The project of `snow feature` that the tests import. */
export const ordersFolder = fileURLToPath(new URL('./fixtures/orders', import.meta.url))

/** Its files by their paths. */
export function ordersTexts(): Texts {
  const names = (readdirSync(ordersFolder, { recursive: true }) as string[]).filter(f => /\.(ya?ml|sql)$/.test(f)).toSorted()
  return Object.fromEntries(names.map(f => [f, readFileSync(join(ordersFolder, f), 'utf8')]))
}
