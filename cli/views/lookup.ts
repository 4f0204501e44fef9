import type { Row } from '../../registry/driver/driver.ts'
import { jsonText } from './json.ts'
import { paint } from './paint.ts'
import { fields } from './table.ts'

export interface LookedUp {
  readonly serving: string
  readonly keys: Readonly<Record<string, string>>
  readonly row: Row | null
}

export function lookupView({ serving, keys, row }: LookedUp, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const key = Object.entries(keys).map(([k, v]) => `${k}=${v}`)
  if (row === null) return `${serving} has no row${key.length === 0 ? '' : ` of ${key.join(', ')}`}.\n`
  const facts = Object.entries(row).map(([name, value]) => [name, String(value ?? 'NULL')] as const)
  return `${p.bold(serving)}\n${fields(facts, p)}`
}

export function lookupJson(found: LookedUp): string {
  return jsonText({ ...found })
}
