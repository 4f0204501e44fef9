import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Address } from '../base/address.ts'
import type { Diagnostic, Outcome } from '../base/diagnostic.ts'
import { hasErrors } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import { hashOf } from '../base/hash.ts'
import { madeWhenAsked } from '../base/made-when-asked.ts'
import type { Declared, LoadedProject } from '../ir/loaded.ts'
import type { KeptLoad } from './cache.ts'
import { keptDefinition, openCache } from './cache.ts'
import type { Found } from './discover.ts'
import { discover, entryFiles } from './discover.ts'
import { valueOf } from './kept-texts.ts'
import type { Language } from './language.ts'
import { language as ownLanguage } from './language.ts'
import type { Source } from './source.ts'
import { areSame, readSources } from './source.ts'

export { openKept } from './kept.ts'
export { textOf, valueOf } from './kept-texts.ts'
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

/** A project as it was loaded from files. */
export interface Loaded extends LoadedProject {
  /** Of each definition, in their order: a hash that is equal where it was declared alike, in the same place. */
  readonly identities: readonly (readonly [of: Address, hash: Hash])[]
  /** The project with only some of its definitions. */
  readonly part: (wanted: (of: Address) => boolean) => LoadedProject
}

/**
 * TypeScript in, definitions as plain data out:
 *
 *   discover   the config and the files under features/
 *   cache      nothing changed since the last load: done, neither esbuild nor a parser is started
 *   again      files changed: they and what imports them are loaded into what was kept of the others
 *   fresh      everything: bundle -> cycles -> run -> collect, beside it declarations (spans, doc comments) -> assemble
 *   cache      keep a load without errors
 */
export async function loadProject(options: LoadOptions, language: Language = ownLanguage): Promise<Outcome<Loaded>> {
  const root = realpath(options.root)
  const { found, diagnostics } = discover(root, options.config)
  const version = hashOf([language.version(), found.config])
  const cache = openCache(options.cacheDir, version)
  const entries = entryFiles(found)
  const sources = readSources(root, [...entries, manifest, ...cache.readExtras()])
  const kept = hasErrors(diagnostics) ? null : cache.readLoad()
  const changed = kept === null ? null : changedSince(kept, sources)
  if (kept !== null && changed?.length === 0) return { value: loaded(kept, version), diagnostics: kept.diagnostics }

  if (kept !== null && changed !== null) {
    const { loadAgain } = await import('./again.ts')
    const again = await loadAgain({ root, kept, changed, entries, config: found.config, sources, language })
    if (again !== null) {
      const load = { ...kept, ...again }
      cache.write(extrasOf(entries, Object.keys(load.imports)), load)
      return { value: loaded(load, version), diagnostics: load.diagnostics }
    }
  }
  return fresh({ root, found, version, sources, language, before: diagnostics, write: cache.write })
}

interface FreshRequest {
  readonly root: string
  readonly found: Found
  readonly version: Hash
  readonly sources: ReadonlyMap<string, Source>
  readonly language: Language
  readonly before: readonly Diagnostic[]
  readonly write: ReturnType<typeof openCache>['write']
}

async function fresh({ root, found, version, sources, language, before, write }: FreshRequest): Promise<Outcome<Loaded>> {
  const { loadFresh } = await import('./fresh.ts')
  const { loaded: made, diagnostics, imports } = await loadFresh({ root, found, sources, language })
  const all = [...before, ...diagnostics]
  if (made === null || hasErrors(all)) return { value: null, diagnostics: all }

  const entries = entryFiles(found)
  const extras = extrasOf(entries, [...imports.keys()])
  const read = readSources(root, [...entries, ...extras])
  const load: KeptLoad = {
    config: made.config,
    configSpan: made.configSpan,
    diagnostics: all,
    files: [...read.values()].map(s => [s.file, s.hash] as const),
    imports: Object.fromEntries([...imports].map(([file, of]) => [file, of.map(i => i.file)])),
    definitions: made.definitions.map(d => keptDefinition(d, made.exportedBy.get(d.address)!)),
  }
  write(extras, areSame(read, sources) ? load : null)
  return { value: loaded(load, version, made.definitions), diagnostics: all }
}

function realpath(root: string): string {
  try {
    return realpathSync(root)
  } catch {
    return resolve(root)
  }
}

/** The files whose text differs; null where other files are there than then, or imports may lead elsewhere. */
function changedSince(kept: KeptLoad, sources: ReadonlyMap<string, Source>): readonly string[] | null {
  if (kept.files.length !== sources.size || !kept.files.every(([file]) => sources.has(file))) return null
  const changed = kept.files.filter(([file, hash]) => sources.get(file)!.hash !== hash).map(([file]) => file)
  return changed.includes(manifest) ? null : changed
}

/** Definitions are read from their texts when somebody asks: an unchanged project rarely needs them. */
function loaded({ config, configSpan, files, definitions: kept }: KeptLoad, version: Hash, made?: readonly Declared[]): Loaded {
  const head = { config, configSpan, contentHash: hashOf([version, files]) }
  const read = (texts: typeof kept): Pick<LoadedProject, 'definitions'> => ({ definitions: texts.map(d => valueOf<Declared>(d.text)) })
  const identities = kept.map(d => [d.address, d.hash] as const)
  const part: Loaded['part'] = wanted => ({ ...head, ...read(kept.filter(d => wanted(d.address))) })
  return madeWhenAsked<Loaded>({ ...head, identities, part }, { definitions: 0 }, () => (made === undefined ? read(kept) : { definitions: made }))
}

/** What a load reads besides its entries: files that they import, and package.json, by which imports are resolved. */
function extrasOf(entries: readonly string[], read: readonly string[]): readonly string[] {
  const known = new Set(entries)
  return [manifest, ...read.filter(file => !known.has(file)).toSorted()]
}
