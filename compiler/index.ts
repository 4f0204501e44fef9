import { analyze } from './analyze/index.ts'
import type { Diagnostic, Outcome } from './base/diagnostic.ts'
import { hasErrors } from './base/diagnostic.ts'
import type { Catalog } from './ir/catalog.ts'
import type { LoadedProject } from './ir/loaded.ts'
import type { LoadOptions } from './load/index.ts'
import type { Lowered } from './lower/index.ts'
import { lower } from './lower/index.ts'

/** A project as far as it goes without a target: what it means, and what must exist because of it. */
export interface Compiled {
  readonly project: LoadedProject
  readonly catalog: Catalog
  readonly lowered: Lowered
}

export interface CompileOptions extends LoadOptions {
  /** Called before the stages after load: what else the project asks for may begin meanwhile. */
  readonly onLoaded?: (project: LoadedProject) => void
}

/**
 * From TypeScript to what must exist, in stages that hand plain data on:
 *
 *   features/*.ts, features.config.ts
 *     load    -> LoadedProject   definitions as plain data, their spans and doc comments
 *     analyze -> Catalog         names bound, options inherited, types, grain, time, lineage, policy
 *     lower   -> DesiredState    resources whose bodies are dialect-free relational algebra
 *
 * and then, for one target and environment (registry/index.ts):
 *
 *     place   -> PlacedState     names; the only stage that knows schemas, suffixes, generations
 *     plan    -> Plan            desired x recorded x live: changes with reasons, steps with SQL
 */
export async function compileProject(options: CompileOptions): Promise<Outcome<Compiled>> {
  const { loadProject } = await import('./load/index.ts')
  const loaded = await loadProject(options)
  if (loaded.value === null || hasErrors(loaded.diagnostics)) return { value: null, diagnostics: loaded.diagnostics }
  const project = loaded.value
  options.onLoaded?.(project)
  const { compiledBefore, keepCompiled } = await import('./reuse/index.ts')
  const before = compiledBefore(project, options.cacheDir)
  if (before !== null) return { value: before, diagnostics: loaded.diagnostics }
  const compiled = compileLoaded(project, loaded.diagnostics)
  keepCompiled(project, options.cacheDir, compiled)
  return compiled
}

/** The stages after load; `before` are the diagnostics so far. */
export function compileLoaded(project: LoadedProject, before: readonly Diagnostic[] = []): Outcome<Compiled> {
  const analyzed = analyze(project)
  const diagnostics = [...before, ...analyzed.diagnostics]
  if (analyzed.value === null) return { value: null, diagnostics }
  return { value: { project, catalog: analyzed.value, lowered: lower(analyzed.value) }, diagnostics }
}
