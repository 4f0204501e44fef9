import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hash } from '../base/hash.ts'
import { hashOf } from '../base/hash.ts'
import { readSources } from './source.ts'

/** What definitions import as 'featplan': always the copy that belongs to the running tool, whatever the project has installed. */
export interface Language {
  readonly load: () => Promise<object>
  /** Changes whenever the same files could load differently. */
  readonly version: () => Hash
}

export const language: Language = { load: () => import('../dsl/index.ts'), version: () => toolVersion(['base', 'ir', 'dsl', 'load']) }

/** The hash of the tool's own files in some layers: exact also where the tool itself is being worked on. */
export function toolVersion(layers: readonly string[]): Hash {
  const compiler = dirname(dirname(fileURLToPath(import.meta.url)))
  const files = layers.flatMap(layer =>
    readdirSync(join(compiler, layer), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
      .map(file => join(layer, file)),
  )
  return hashOf([...readSources(compiler, files.toSorted()).values()].map(s => [s.file, s.hash]))
}
