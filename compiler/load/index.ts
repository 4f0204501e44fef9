import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Outcome } from '../base/diagnostic.ts'
import { hasErrors } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import { hashOf } from '../base/hash.ts'
import type { LoadedProject } from '../ir/loaded.ts'
import { openCache } from './cache.ts'
import type { Found } from './discover.ts'
import { discover, entryFiles } from './discover.ts'
import type { Language } from './language.ts'
import { language as ownLanguage } from './language.ts'
import type { Source } from './source.ts'
import { readSources } from './source.ts'

export { openKept } from './kept.ts'
export { readSource } from './source.ts'

const manifest = 'package.json'

export interface LoadOptions {
  /** The folder of features.config.ts and features/. */
  readonly root: string
  /** Another config file than features.config.ts, relative to the root. */
  readonly config?: string | undefined
  /** Where to keep what was read; null: nowhere. */
  readonly cacheDir: string | null
}

/**
 * TypeScript in, definitions as plain data out:
 *
 *   discover   the config and the files under features/
 *   cache      nothing changed since the last load: done, neither esbuild nor ts-morph is started
 *   fresh      bundle -> cycles -> run -> collect, beside it declarations (spans, doc comments) -> assemble
 *   cache      keep a load without errors
 */
export async function loadProject(options: LoadOptions, language: Language = ownLanguage): Promise<Outcome<LoadedProject>> {
  const root = realpath(options.root)
  const { found, diagnostics } = discover(root, options.config)
  const entries = entryFiles(found)
  const version = language.version()
  const cache = openCache(options.cacheDir)
  const sources = readSources(root, [...entries, manifest, ...cache.readExtras()])
  const cached = hasErrors(diagnostics) ? null : cache.readLoad(keyOf(version, found, sources))
  if (cached !== null) return { value: cached.project, diagnostics: cached.diagnostics }

  const { loadFresh } = await import('./fresh.ts')
  const fresh = await loadFresh({ root, found, sources, parsed: cache.readParsed(version), language })
  const all = [...diagnostics, ...fresh.diagnostics]
  if (fresh.project === null || hasErrors(all)) return { value: null, diagnostics: all }

  const extras = extrasOf(entries, fresh.read)
  const read = readSources(root, [...entries, ...extras])
  const project = { ...fresh.project, contentHash: keyOf(version, found, read) }
  cache.write({ version, extras, load: areSame(read, sources) ? { project, diagnostics: all } : null, parsed: fresh.parsed })
  return { value: project, diagnostics: all }
}

function realpath(root: string): string {
  try {
    return realpathSync(root)
  } catch {
    return resolve(root)
  }
}

function keyOf(version: Hash, found: Found, sources: ReadonlyMap<string, Source>): Hash {
  return hashOf([version, found.config, [...sources.values()].map(s => [s.file, s.hash])])
}

/** What a load reads besides its entries: files that they import, and package.json, by which imports are resolved. */
function extrasOf(entries: readonly string[], read: readonly string[]): readonly string[] {
  const known = new Set(entries)
  return [manifest, ...read.filter(file => !known.has(file)).toSorted()]
}

/** Whether each file was the same before and after: one that was saved in between must not be kept under its new hash. */
function areSame(after: ReadonlyMap<string, Source>, before: ReadonlyMap<string, Source>): boolean {
  return [...after.values()].every(s => before.get(s.file)?.hash === s.hash)
}
