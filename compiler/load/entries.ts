import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { hasErrors } from '../base/diagnostic.ts'
import type { Declared } from '../ir/loaded.ts'
import type { FileDeclarations } from './assemble.ts'
import { assemble, spanOf } from './assemble.ts'
import type { Bundle } from './bundle.ts'
import { bundle } from './bundle.ts'
import { exportedDefinitions } from './collect.ts'
import { importCycles } from './cycles.ts'
import type { Language } from './language.ts'
import { runBundle } from './run.ts'
import type { Source } from './source.ts'

export interface EntriesInput {
  readonly root: string
  /** The files whose exports are asked for. */
  readonly entries: readonly string[]
  /** The one of them that declares the config, and no definitions. */
  readonly config: string | null
  readonly sources: ReadonlyMap<string, Source>
  readonly language: Language
}

/** What files of a project export, once they ran. */
export interface Entries {
  /** By the names of `exportName`. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly declarations: FileDeclarations
  readonly definitions: readonly Declared[]
  /** By address: the files that export it. */
  readonly exportedBy: ReadonlyMap<Declared['address'], readonly string[]>
  /** What the files printed, and what is wrong with what they export. */
  readonly printed: readonly Diagnostic[]
  readonly wrong: readonly Diagnostic[]
}

export interface LoadedEntries {
  /** Null where a mistake left none: then `diagnostics` say why. */
  readonly entries: Entries | null
  readonly diagnostics: readonly Diagnostic[]
  /** Each file that was read, those of packages included, and what it imports. */
  readonly imports: Bundle['imports']
}

/**
 * Loads some files with whatever they import. esbuild works in a process of its own; meanwhile the declarations are read here.
 */
export async function loadEntries({ root, entries, config, sources, language: given }: EntriesInput): Promise<LoadedEntries> {
  // 1. all modules in one script, and how their exports were declared
  const bundling = bundle(root, entries)
  const declarations = await parseFiles(entries, sources)
  const [language, bundled] = await Promise.all([given.load(), bundling])
  const imports = bundled.bundle?.imports ?? new Map()
  const failed = (diagnostics: readonly Diagnostic[]): LoadedEntries => ({ entries: null, diagnostics, imports })
  if (bundled.bundle === null || hasErrors(bundled.diagnostics)) return failed(bundled.diagnostics)
  // 2. the order in which they run, if there is one
  const cycles = importCycles(root, imports)
  if (cycles.length > 0) return failed(cycles)
  // 3. what they export, with where each was declared
  const run = runBundle(root, bundled.bundle, language)
  if (run.exports === null) return failed(run.diagnostics)
  const { exported, diagnostics: wrong } = exportedDefinitions(entries, config, run.exports, placeIn(declarations))
  const definitions = assemble(exported, declarations)
  const exportedBy = new Map<Declared['address'], readonly string[]>()
  for (const e of exported) exportedBy.set(e.address, [...(exportedBy.get(e.address) ?? []), e.file])
  return { entries: { exports: run.exports, declarations, definitions, exportedBy, printed: run.diagnostics, wrong }, diagnostics: [], imports }
}

/** Where an export of a file was declared. */
export function placeIn(declarations: FileDeclarations): (file: string, name: string) => Span {
  return (file, name) => spanOf(file, declarations.get(file)?.[name])
}

async function parseFiles(entries: readonly string[], sources: ReadonlyMap<string, Source>): Promise<FileDeclarations> {
  const { parseDeclarations } = await import('./declarations.ts')
  return new Map(entries.flatMap(file => sources.get(file) ?? []).map(({ file, text }) => [file, parseDeclarations(file, text)]))
}
