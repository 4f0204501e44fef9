import type { KeptDefinition, KeptLoad } from './cache.ts'
import { keptDefinition } from './cache.ts'
import type { EntriesInput } from './entries.ts'
import { loadEntries } from './entries.ts'
import { areSame, readSources } from './source.ts'

export interface AgainInput extends Omit<EntriesInput, 'entries'> {
  readonly kept: KeptLoad
  /** Everything that is asked for its exports. */
  readonly entries: readonly string[]
  readonly changed: readonly string[]
}

/**
 * Loads the files that changed, and those that import them, into what was kept of the others: a module gives the same as
 * before where neither it nor what it imports has changed. Null where more than that may differ, or something is wrong: the
 * whole is loaded then.
 */
export async function loadAgain({ kept, changed, ...input }: AgainInput): Promise<Pick<KeptLoad, 'files' | 'imports' | 'definitions'> | null> {
  const stale = importersOf(changed, kept.imports)
  const entries = input.entries.filter(file => stale.has(file))
  if (kept.diagnostics.length > 0 || entries.some(file => file === input.config)) return null
  const { entries: loaded, imports } = await loadEntries({ ...input, entries })
  if (loaded === null || loaded.printed.length > 0 || loaded.wrong.length > 0) return null
  const known = new Map(kept.files)
  if ([...imports.keys()].some(file => !known.has(file)) || !areSame(readSources(input.root, [...imports.keys()]), input.sources)) return null
  const staying = kept.definitions.filter(d => !d.exportedBy.every(file => stale.has(file)))
  const others = new Set(staying.map(d => d.address))
  // What is exported by a file that changed and by one that did not is put together from both.
  if (staying.some(d => d.exportedBy.some(file => stale.has(file))) || loaded.definitions.some(d => others.has(d.address))) return null
  const made = loaded.definitions.map(d => keptDefinition(d, loaded.exportedBy.get(d.address)!))
  return {
    files: kept.files.map(([file]) => [file, input.sources.get(file)!.hash] as const),
    imports: { ...kept.imports, ...Object.fromEntries([...imports].map(([file, of]) => [file, of.map(i => i.file)])) },
    definitions: [...staying, ...made].toSorted(byPosition),
  }
}

/** The files themselves and whatever imports them, directly or through others. */
function importersOf(files: readonly string[], imports: KeptLoad['imports']): ReadonlySet<string> {
  const found = new Set(files)
  for (let size = -1; size !== found.size;) {
    size = found.size
    for (const [file, of] of Object.entries(imports)) if (of.some(i => found.has(i))) found.add(file)
  }
  return found
}

function byPosition({ span: [a, x] }: KeptDefinition, { span: [b, y] }: KeptDefinition): number {
  return a === b ? x - y : a < b ? -1 : 1
}
