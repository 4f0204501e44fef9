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

/** What the build writes in: the hash of the sources in each folder of the compiler. Not there where the tool runs from its sources. */
declare const builtLayers: Readonly<Record<string, Hash>> | undefined

/** The hash of the tool's own sources in some layers: exact also where the tool itself is being worked on. */
export function toolVersion(layers: readonly string[]): Hash {
  const built = typeof builtLayers === 'undefined' ? null : builtLayers
  return hashOf(layers.map(layer => [layer, built === null ? layerHash(layer) : built[layer]!]))
}

function layerHash(layer: string): Hash {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), layer)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  return hashOf([...readSources(folder, files.toSorted()).values()].map(s => [s.file, s.hash]))
}
