import { analyze } from '../analyze/index.ts'
import type { Outcome } from '../base/diagnostic.ts'
import { madeWhenAsked } from '../base/made-when-asked.ts'
import type { Catalog } from '../ir/catalog.ts'
import type { Loaded } from '../load/index.ts'
import type { Lowered } from '../lower/index.ts'
import { lower } from '../lower/index.ts'
import type { KeptCompile } from './kept-compile.ts'
import { openKeptCompile } from './kept-compile.ts'
import { aroundParts } from './parts.ts'
import { recompile } from './recompile.ts'
import { renames } from './renames.ts'

interface Compiled {
  readonly project: Loaded
  readonly catalog: Catalog
  readonly lowered: Lowered
}

/**
 * A project that was compiled before, with what changed in it since; the rest of its meaning is made when somebody asks.
 * Null where it has to be compiled as a whole.
 */
export function compiledBefore(project: Loaded, cacheDir: string | null): Compiled | null {
  const keeping = openKeptCompile(cacheDir, project)
  const kept = keeping.read()
  if (kept === null) return null
  if (isUnchanged(project, kept)) return compiledOf(project, kept)
  const resources = recompile(project, kept)
  if (resources === null) return null
  const now = { ...kept, resources, identities: project.identities }
  keeping.write(now)
  return compiledOf(project, now)
}

/** Keeps what compiled without a word. */
export function keepCompiled(project: Loaded, cacheDir: string | null, { value, diagnostics }: Outcome<Pick<Compiled, 'catalog' | 'lowered'>>): void {
  if (value === null || diagnostics.length > 0) return
  const { desired } = value.lowered
  openKeptCompile(cacheDir, project).write({
    identities: project.identities,
    project: desired.project,
    sources: value.catalog.sources,
    renames: project.definitions.some(d => renames(d.definition)),
    resources: desired.resources,
  })
}

function isUnchanged(project: Loaded, { identities }: KeptCompile): boolean {
  return identities.length === project.identities.length && project.identities.every(([of, hash], i) => of === identities[i]![0] && hash === identities[i]![1])
}

function compiledOf(project: Loaded, { project: name, sources, resources }: KeptCompile): Compiled {
  const catalog = madeWhenAsked<Catalog>({ project: name, config: project.config, sources }, catalogParts, () => analyze(project).value!)
  const around: Lowered['around'] = aroundParts(project, resources, () => lowered)
  const there = { desired: { project: name, resources }, sources: new Map(sources.map(s => [s.address, s])), around }
  const lowered = madeWhenAsked<Lowered>(there, loweredParts, () => lower({ ...catalog }))
  return { project, catalog, lowered }
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
