import { analyze } from './analyze/index.ts'
import type { Diagnostic, Outcome } from './base/diagnostic.ts'
import { hasErrors } from './base/diagnostic.ts'
import { madeWhenAsked } from './base/made-when-asked.ts'
import type { Catalog } from './ir/catalog.ts'
import type { LoadedProject } from './ir/loaded.ts'
import type { DesiredState } from './ir/resource.ts'
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
  const { loadProject, openKept } = await import('./load/index.ts')
  const loaded = await loadProject(options)
  if (loaded.value === null || hasErrors(loaded.diagnostics)) return { value: null, diagnostics: loaded.diagnostics }
  const project = loaded.value
  options.onLoaded?.(project)
  const kept = openKept<KeptCompile>(options.cacheDir, 'compiled', project.contentHash, ['base', 'ir', 'analyze', 'lower'])
  const before = kept.read()
  if (before !== null) return { value: compiledBefore(project, before), diagnostics: before.diagnostics }
  const compiled = compileLoaded(project, loaded.diagnostics)
  if (compiled.value !== null)
    kept.write({ desired: compiled.value.lowered.desired, sources: compiled.value.catalog.sources, diagnostics: compiled.diagnostics })
  return compiled
}

/** The stages after load; `before` are the diagnostics so far. */
export function compileLoaded(project: LoadedProject, before: readonly Diagnostic[] = []): Outcome<Compiled> {
  const analyzed = analyze(project)
  const diagnostics = [...before, ...analyzed.diagnostics]
  if (analyzed.value === null) return { value: null, diagnostics }
  return { value: { project, catalog: analyzed.value, lowered: lower(analyzed.value) }, diagnostics }
}

/** What a plan without changes asks for, so that an unchanged project is neither analyzed nor lowered again. */
interface KeptCompile {
  readonly desired: DesiredState
  readonly sources: Catalog['sources']
  readonly diagnostics: readonly Diagnostic[]
}

/** A project that was compiled before: the rest of its meaning is made when somebody asks. */
function compiledBefore(project: LoadedProject, { desired, sources }: KeptCompile): Compiled {
  const catalog = madeWhenAsked<Catalog>({ project: desired.project, config: project.config, sources }, catalogParts, () => analyze(project).value!)
  const lowered: Lowered = madeWhenAsked<Lowered>({ desired, sources: byAddress(sources), around: () => lowered }, loweredParts, () => lower({ ...catalog }))
  return { project, catalog, lowered }
}

function byAddress(sources: Catalog['sources']): Lowered['sources'] {
  return new Map(sources.map(s => [s.address, s]))
}

const catalogParts: Readonly<Record<Exclude<keyof Catalog, 'project' | 'config' | 'sources'>, 0>> = {
  entities: 0,
  views: 0,
  features: 0,
  stores: 0,
  servings: 0,
  datasets: 0,
  models: 0,
  monitors: 0,
  lineage: 0,
}
const loweredParts: Readonly<Record<Exclude<keyof Lowered, 'desired' | 'sources' | 'around'>, 0>> = {
  model: 0,
  tiles: 0,
  captures: 0,
  views: 0,
  stores: 0,
  servings: 0,
  tests: 0,
}
