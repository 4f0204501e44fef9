import type { Address } from '../base/address.ts'
import { parseAddress } from '../base/address.ts'
import type { ViewDefinition } from '../ir/definition.ts'
import type { Resource } from '../ir/resource.ts'
import type { Loaded } from '../load/index.ts'
import { sealed } from '../lower/resources.ts'
import type { KeptCompile } from './kept-compile.ts'
import { lowerPart, withViewsRead } from './parts.ts'
import { renames } from './renames.ts'

/**
 * The resources of a project in which only the insides of some views changed since it was compiled: those views, and the
 * views that read them, are compiled again with what they read; the rest stays. Null where the change may reach further,
 * or is a mistake: the whole is compiled then, and tells.
 */
export function recompile(project: Loaded, kept: KeptCompile): readonly Resource[] | null {
  const changed = changedViews(project, kept)
  if (changed === null) return null
  const before = new Map(kept.resources.map(r => [r.address, r]))
  const affected = readersOf(changed, kept.resources)
  if (kept.resources.some(r => !recombined.has(r.kind) && touches(r, affected))) return null
  const lowered = lowerPart(project, withViewsRead(before, [...affected]))
  if (lowered === null || !hasNamesOfItsOwn(project, kept, changed)) return null
  const after = new Map(lowered.desired.resources.map(r => [r.address, r]))
  if (![...affected].every(view => readsTheSame(before.get(view), after.get(view)))) return null
  return kept.resources.map(r => {
    if (affected.has(r.address)) return after.get(r.address)!
    return r.kind === 'tiles' && r.causes.some(v => affected.has(v)) ? tilesOf(r, after.get(r.address)!, { kept: kept.resources, affected, after }) : r
  })
}

/** Kinds of resources that are put together from single views here. */
const recombined: ReadonlySet<string> = new Set(['view', 'tiles', 'captures'])

/** Null where something else than views is another one, or other definitions are there. */
function changedViews(project: Loaded, kept: KeptCompile): readonly Address[] | null {
  if (kept.identities.length !== project.identities.length) return null
  const changed: Address[] = []
  for (const [i, [of, hash]] of project.identities.entries()) {
    const [was, before] = kept.identities[i]!
    if (was !== of) return null
    if (hash === before) continue
    if (parseAddress(of)?.kind !== 'view') return null
    changed.push(of)
  }
  return changed
}

/** The views themselves and all that read them, directly or through others. */
function readersOf(views: readonly Address[], resources: readonly Resource[]): ReadonlySet<Address> {
  const found = new Set(views)
  // Resources stand after those that they read.
  for (const r of resources) if (r.kind === 'view' && r.uses.some(u => found.has(u.on))) found.add(r.address)
  return found
}

function touches(r: Resource, views: ReadonlySet<Address>): boolean {
  return r.uses.some(u => views.has(u.on)) || r.causes.some(c => views.has(c))
}

/** The same views, tile tables and captures in the same order: so nothing else comes, goes or stands elsewhere. */
function readsTheSame(before: Resource | undefined, after: Resource | undefined): boolean {
  return before !== undefined && after !== undefined && before.uses.map(u => u.on).join('\n') === after.uses.map(u => u.on).join('\n')
}

/** New names are nobody else's; whoever renames, or names where others rename, is compiled with all others. */
function hasNamesOfItsOwn(project: Loaded, kept: KeptCompile, changed: readonly Address[]): boolean {
  const views = new Set(changed)
  const features = kept.resources.flatMap(r => (r.kind === 'view' ? r.columns.map(c => ({ view: r.address, name: plainName(c.of ?? '') })) : []))
  const own = new Set(features.filter(f => views.has(f.view)).map(f => f.name))
  const { definitions } = project.part(of => views.has(of))
  const declared = definitions.flatMap(d => namesIn(d.definition as ViewDefinition))
  if (definitions.some(d => renames(d.definition))) return false
  if (declared.every(name => own.has(name))) return true
  const others = new Set(features.filter(f => !views.has(f.view)).map(f => f.name))
  return !kept.renames && !declared.some(name => others.has(name))
}

function namesIn(view: ViewDefinition): readonly string[] {
  return view.features.map(f => plainName(`feature.${view.entity}.${f.name}`))
}

/** Without the version, and in one case: names that differ only in these are the same. */
function plainName(feature: string): string {
  return feature.toLowerCase().replace(/@.*$/, '')
}

interface Combining {
  readonly kept: readonly Resource[]
  readonly affected: ReadonlySet<Address>
  readonly after: ReadonlyMap<Address, Resource>
}

/** A tile table holds what any view needs of it. */
function tilesOf(before: Resource, part: Resource, { kept, affected, after }: Combining): Resource {
  const used = (r: Resource | undefined): readonly string[] => r?.uses.find(u => u.on === before.address)?.columns ?? []
  const byOthers = new Set(kept.flatMap(r => (r.kind === 'view' && !affected.has(r.address) ? used(r) : [])))
  const byAffected = new Set([...affected].flatMap(view => used(after.get(view))))
  const columns = new Map(before.columns.filter(c => byOthers.has(c.name)).map(c => [c.name, c]))
  for (const c of part.columns) if (byAffected.has(c.name)) columns.set(c.name, c)
  const names = [...columns.keys()].toSorted()
  if (names.length === before.columns.length && before.columns.every((c, i) => c.name === names[i])) return before
  const { hash: _, ...rest } = before
  return sealed({ ...rest, columns: names.map(name => columns.get(name)!) })
}
