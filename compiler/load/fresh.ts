import { createRequire } from 'node:module'
import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic, hasErrors } from '../base/diagnostic.ts'
import type { LoadedProject } from '../ir/loaded.ts'
import type { FileDeclarations } from './assemble.ts'
import { assemble, spanOf } from './assemble.ts'
import { bundle, exportName } from './bundle.ts'
import type { ParsedFiles } from './cache.ts'
import type { Where } from './collect.ts'
import { checkTarget, exportedConfig, exportedDefinitions } from './collect.ts'
import type { checkConfig } from './config-shape.ts'
import { importCycles } from './cycles.ts'
import type { Found } from './discover.ts'
import { entryFiles } from './discover.ts'
import type { Language } from './language.ts'
import { runBundle } from './run.ts'
import type { TypeScript } from './scope.ts'
import type { Source } from './source.ts'

export interface Fresh {
  /** Null where a mistake left none. */
  readonly project: Omit<LoadedProject, 'contentHash'> | null
  readonly diagnostics: readonly Diagnostic[]
  /** The files in the bundle, those of packages included. */
  readonly read: readonly string[]
  readonly parsed: ParsedFiles
}

export interface FreshInput {
  readonly root: string
  readonly found: Found
  readonly sources: ReadonlyMap<string, Source>
  /** Declarations of files that may not have changed. */
  readonly parsed: ParsedFiles
  readonly language: Language
}

/**
 * Loads a project from its sources. esbuild works in a process of its own; meanwhile the declarations are read here.
 */
export async function loadFresh(input: FreshInput): Promise<Fresh> {
  const { root, found } = input
  const entries = entryFiles(found)
  // 1. all modules in one script, and how their exports were declared
  const bundling = bundle(root, entries)
  const parsed = await parseFiles(entries, input)
  const [shape, language, bundled] = await Promise.all([import('./config-shape.ts'), input.language.load(), bundling])
  const failed = (diagnostics: readonly Diagnostic[]): Fresh => ({ project: null, diagnostics, read: [...(bundled.bundle?.imports.keys() ?? [])], parsed })
  if (bundled.bundle === null || hasErrors(bundled.diagnostics)) return failed(bundled.diagnostics)
  // 2. the order in which they run, if there is one
  const cycles = importCycles(root, bundled.bundle.imports)
  if (cycles.length > 0) return failed(cycles)
  // 3. what they export, with where each was declared
  const run = runBundle(root, bundled.bundle, language)
  if (run.exports === null) return failed(run.diagnostics)
  const declarations: FileDeclarations = new Map(Object.entries(parsed).map(([file, p]) => [file, p.declarations]))
  const where: Where = (file, name) => spanOf(file, declarations.get(file)?.[name])
  const { exported, diagnostics } = exportedDefinitions(entries, found.config, run.exports, where)
  const definitions = assemble(exported, declarations)
  const none = definitions.length === 0 && found.features.length > 0 ? [diagnostic('F107', { folder: found.folder, files: found.features.length })] : []
  const config = readConfig(found.config, run.exports[exportName(0)], declarations, shape.checkConfig)
  const all = [...run.diagnostics, ...config.diagnostics, ...diagnostics, ...none]
  return config.config === null ? failed(all) : { ...failed(all), project: { config: config.config, configSpan: config.span, definitions } }
}

/** Parses only files that changed, and imports the parser only if there are any. */
async function parseFiles(entries: readonly string[], { sources, parsed }: FreshInput): Promise<ParsedFiles> {
  const current = entries.flatMap(file => sources.get(file) ?? [])
  const changed = current.filter(s => parsed[s.file]?.hash !== s.hash)
  const parser = changed.length === 0 ? null : { ts: typeScript(), ...(await import('./declarations.ts')) }
  return Object.fromEntries(
    current.map(({ file, hash, text }) => {
      const before = parsed[file]
      if (before?.hash === hash || parser === null) return [file, before!]
      return [file, { hash, declarations: parser.parseDeclarations(parser.ts, file, text) }]
    }),
  )
}

/** By `require`: `import` would first search twelve megabytes for the names that they export. */
function typeScript(): TypeScript {
  return (createRequire(import.meta.url)('ts-morph') as { readonly ts: TypeScript }).ts
}

interface ReadConfig {
  readonly config: LoadedProject['config'] | null
  readonly span: Span | null
  readonly diagnostics: readonly Diagnostic[]
}

function readConfig(file: string | null, namespace: unknown, declarations: FileDeclarations, check: typeof checkConfig): ReadConfig {
  if (file === null) return { config: null, span: null, diagnostics: [] }
  const { value, diagnostics } = exportedConfig(file, namespace, (f, name) => spanOf(f, declarations.get(f)?.[name]))
  if (value === null) return { config: null, span: null, diagnostics }
  const declaration = declarations.get(file)?.[value.name] ?? null
  const where = (path: readonly string[]): Span => {
    const { [path.slice(0, 2).join('.')]: inner, [path[0] ?? '']: outer } = declaration?.members ?? {}
    return spanOf(file, inner ?? outer ?? declaration)
  }
  const checked = check(value.config, where)
  const targets = checked.config === null ? [] : checkTarget(checked.config).map(d => ({ ...d, span: where(['defaultTarget']) }))
  return { config: targets.length === 0 ? checked.config : null, span: spanOf(file, declaration), diagnostics: [...checked.diagnostics, ...targets] }
}
