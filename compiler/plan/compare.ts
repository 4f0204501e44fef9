import type { Address } from '../base/address.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { unique } from '../base/group.ts'
import { nameText } from '../ir/name.ts'
import type { CatalogFeature } from '../ir/catalog.ts'
import type { Placed } from '../ir/placed.ts'
import type { Change, FieldChange, Hazard } from '../ir/plan.ts'
import type { Column } from '../ir/resource.ts'
import { stepOf } from '../ir/resource.ts'
import type { LiveObject, RecordedDefinition, StateRecord } from '../ir/state.ts'
import { typeName } from '../ir/type.ts'
import type { Lowered } from '../lower/index.ts'
import { droppedColumns, liveColumns } from './binding.ts'
import { featureBehind } from './feature-behind.ts'
import type { Matched, Matching } from './match.ts'
import { servedDrift, servedFields, servedHazards } from './served-compare.ts'

/** How the columns of a resource differ from those that were applied. */
export interface ColumnDiff {
  readonly added: readonly Column[]
  readonly removed: readonly Column[]
  readonly renamed: readonly { readonly from: Column; readonly to: Column }[]
  /** Same name, other value. */
  readonly changed: readonly { readonly from: Column; readonly to: Column }[]
  /** Same value, other text: description, type of presentation, what an alias shows. */
  readonly described: readonly { readonly from: Column; readonly to: Column }[]
}

export function diffColumns(declared: readonly Column[], applied: readonly Column[]): ColumnDiff {
  const before = new Map(applied.map(c => [c.name, c]))
  const after = new Map(declared.map(c => [c.name, c]))
  const isNew = declared.filter(c => !before.has(c.name))
  const isGone = applied.filter(c => !after.has(c.name))
  const taken = new Set<Column>()
  const renamed = isNew.flatMap(to => {
    const from = isGone.find(c => !taken.has(c) && c.dataHash === to.dataHash && (c.aliasOf === null) === (to.aliasOf === null))
    if (from === undefined) return []
    taken.add(from)
    return [{ from, to }]
  })
  const both = declared.flatMap(to => (before.has(to.name) ? [{ from: before.get(to.name)!, to }] : []))
  return {
    added: isNew.filter(c => !renamed.some(r => r.to === c)),
    removed: isGone.filter(c => !renamed.some(r => r.from === c)),
    renamed,
    changed: both.filter(b => b.from.dataHash !== b.to.dataHash),
    described: both.filter(b => b.from.dataHash === b.to.dataHash && b.from.description !== b.to.description),
  }
}

const noDiff: ColumnDiff = { added: [], removed: [], renamed: [], changed: [], described: [] }

/** Both hashes together hold all that makes a difference between columns, and all else but the grain that is told to a reader. */
function hasSameColumns({ hash }: Placed, { applied }: StateRecord): boolean {
  return hash.shape === applied.hash.shape && hash.meta === applied.hash.meta
}

/** The change of one resource, with its reason in terms of features; null where nothing differs. */
export function compare(lowered: Lowered, { resource, record, binding }: Matched, { live, applied: known }: Pick<Matching, 'live' | 'applied'>): Change {
  const base = {
    address: resource.address,
    was: record !== null && record.address !== resource.address ? record.address : null,
    hazards: [],
    loses: [],
    undo: 'step',
  } as const
  if (record === null) return { ...base, action: 'create', fields: servedFields(resource, null), why: { kind: 'declared', via: [] }, class: 'additive' }
  const features: Features = of => featureBehind(lowered, resource, of)
  const diff = hasSameColumns(resource, record) ? noDiff : diffColumns(resource.columns, record.applied.columns)
  const drift = drifted({ resource, record, binding }, live)
  // What stores nothing has no rows to build again: its view is made anew.
  const grainChanged = resource.grain.hash !== record.applied.grain.hash && resource.filling.by !== 'nothing'
  // What has no public name is read by our own statements alone, which change with it: nobody loses its columns.
  const lost = resource.publicName === null ? [] : [...diff.removed, ...diff.renamed.filter(r => !isTold(r, features)).map(r => r.from)]
  const transient = resource.filling.by !== 'nothing' && isTransient(resource) !== isTransient(record.applied)
  const rebuilt = grainChanged || transient || (binding.fresh !== null && (diff.changed.length > 0 || binding.lost.length > 0))
  const within = { path: resource.publicName === null ? 'columns' : 'features', forces: rebuilt ? 'rebuild' : null } as const
  const fields = [
    ...columnFields(features, diff, record, within),
    ...otherFields({ resource, record, binding }, grainChanged),
    ...foldedFields(binding),
    ...drift,
  ]
  return {
    ...base,
    fields,
    action: actionOf({ resource, record, binding }, diff, { rebuilt, drift: drift.length > 0 }),
    why: reasonOf(features, diff, record, { drift: drift.length > 0, known }),
    class:
      lost.length > 0 || (diff.renamed.length > 0 && resource.publicName !== null)
        ? 'breaking'
        : (rebuilt && !(transient && !grainChanged && binding.lost.length === 0)) || diff.changed.length > 0
          ? 'values'
          : fields.every(f => !f.path.startsWith('features.'))
            ? 'metadata'
            : 'additive',
    hazards: [...hazardsOf(diff, resource.address, drift.length > 0), ...servedHazards({ resource, record }, live)],
    loses: lost.map(c => c.name),
    undo: rebuilt || lost.length > 0 ? 'kept storage' : 'step',
  }
}

/** The author says what it was called; else a name that people use would vanish by a slip of the pen. */
function isTold({ from, to }: ColumnDiff['renamed'][number], features: Features): boolean {
  return from.of !== null && features(to.of)?.renamedFrom === from.of
}

/** What people query, where Snowflake's feature store decides it. */
function shownName({ publicName }: Pick<Placed, 'publicName'>): string | null {
  return publicName?.name ?? null
}

/** What may be said of how a resource is kept, in the order in which a plan tells it. */
const physicalNames = ['clusterBy', 'retentionDays', 'transient', 'warehouse', 'columns', 'rowAccess'] as const

function isTransient({ physical }: Pick<Placed, 'physical'>): boolean {
  return physical.transient === true
}

function actionOf({ resource, record, binding }: Matched, diff: ColumnDiff, found: { readonly rebuilt: boolean; readonly drift: boolean }): Change['action'] {
  if (found.rebuilt) return 'rebuild'
  if (record!.address !== resource.address || diff.renamed.length > 0) return 'rename'
  if (diff.added.length > 0 && diff.removed.length === 0 && diff.changed.length === 0) return 'add columns'
  if (
    record!.applied.hash.shape !== resource.hash.shape ||
    record!.applied.hash.meta !== resource.hash.meta ||
    record!.applied.grain.hash !== resource.grain.hash ||
    found.drift ||
    binding.fresh !== null
  )
    return 'alter'
  return nameOf(record!) === (resource.publicName === null ? null : nameText(resource.publicName)) ? 'none' : 'alter'
}

function nameOf(record: StateRecord): string | null {
  return record.applied.publicName === null ? null : nameText(record.applied.publicName)
}

function hazardsOf(diff: ColumnDiff, address: Address, drift: boolean): readonly Hazard[] {
  const found = [
    ...(diff.changed.length > 0 ? [diagnostic('F516', { address, columns: diff.changed.map(c => c.to.name) })] : []),
    ...(drift ? [diagnostic('F517', { address, what: 'the deployed object' })] : []),
  ]
  return found.map(d => ({ code: d.code, message: d.message }))
}

/** What the features of a resource, and those that they read, mean today. */
type Features = (of: Address | null) => CatalogFeature | undefined

/** What was applied under an address, for the formula that stood there. */
function applied(record: StateRecord, of: Address | null): RecordedDefinition | undefined {
  return record.definitions.find(d => d.address === of)
}

/** Columns that differ, by path: those that people read are called features. */
function columnFields(
  features: Features,
  diff: ColumnDiff,
  record: StateRecord,
  within: { readonly path: string; readonly forces: 'rebuild' | null },
): readonly FieldChange[] {
  const formula = (c: Column): string => features(c.of)?.formula ?? typeName(c.type)
  const former = (c: Column): string => applied(record, c.of)?.formula ?? typeName(c.type)
  const at = (name: string, declared: unknown, was: unknown, forces: 'rebuild' | null = null): FieldChange => ({
    path: `${within.path}.${name}`,
    declared,
    applied: was,
    live: null,
    forces,
  })
  return [
    ...diff.added.map(c => at(c.name, formula(c), null)),
    ...diff.renamed.map(r => ({ ...at(r.to.name, r.to.name, r.from.name), path: `${within.path}.${r.to.name}.name` })),
    ...diff.changed.map(c => at(c.to.name, formula(c.to), former(c.from), within.forces)),
    ...diff.removed.map(c => at(c.name, null, former(c))),
    ...diff.described.map(d => ({ ...at(d.to.name, d.to.description, d.from.description), path: `${within.path}.${d.to.name}.description` })),
  ]
}

function otherFields({ resource, record }: Matched, grainChanged: boolean): readonly FieldChange[] {
  const was = record!.applied
  if (hasSameColumns(resource, record!) && resource.grain.hash === was.grain.hash && every(resource) === every(was)) return []
  const field = (path: string, declared: unknown, before: unknown, forces: 'rebuild' | null = null): FieldChange => ({
    path,
    declared,
    applied: before,
    live: null,
    forces,
  })
  const differs = (a: unknown, b: unknown): boolean => a !== b && JSON.stringify(a) !== JSON.stringify(b)
  const keys = (r: typeof was): readonly string[] => r.grain.keys.map(k => `${k.name} ${typeName(k.type)}`)
  const candidates = [
    field('name', resource.name, was.name),
    field('keys', keys(resource), keys(was), grainChanged ? 'rebuild' : null),
    field('every', every(resource), every(was), 'rebuild'),
    field('comment', resource.comment, was.comment),
    field('tags', resource.tags, was.tags),
    field('protect', resource.protect, was.protect),
    field('object tags', resource.physical.tags, was.physical.tags),
    ...(resource.physical.storeTags === was.physical.storeTags ? [] : [field('public name', shownName(resource), shownName(was))]),
    ...physicalNames.map(p => field(p, resource.physical[p], was.physical[p], p === 'transient' ? 'rebuild' : null)),
    ...servedFields(resource, was),
    ...unique([...Object.keys(resource.promises), ...Object.keys(was.promises)]).map(p => field(p, resource.promises[p], was.promises[p])),
  ].filter(f => differs(f.declared, f.applied))
  const told = candidates.some(f => f.forces === 'rebuild')
  if (resource.kind === 'report' && resource.grain.hash !== was.grain.hash)
    return [...candidates, field('reports on', 'the features of today', 'those that were applied')]
  return grainChanged && !told ? [...candidates, field('rows', 'population, known time or views', 'other rows', 'rebuild')] : candidates
}

/** Several column groups that become one. */
function foldedFields({ folds, storages }: Matched['binding']): readonly FieldChange[] {
  return folds === undefined ? [] : [{ path: 'column groups', declared: storages.length, applied: folds.length, live: null, forces: null }]
}

function every(r: { readonly filling: Matched['resource']['filling'] }): number | null {
  return stepOf(r.filling) || null
}

/** What is live but not as applied. */
function drifted({ record, binding }: Matched, live: ReadonlyMap<string, LiveObject>): readonly FieldChange[] {
  const gone = binding.lost.map(s => ({ path: `storage ${s.name.name}`, declared: 'table', applied: 'table', live: null, forces: 'rebuild' as const }))
  const dropped = binding.storages.flatMap(s =>
    droppedColumns(s, live).map(c => ({ path: `storage ${s.name.name}, column ${c}`, declared: c, applied: c, live: null, forces: 'rebuild' as const })),
  )
  const name = nameOf(record!)
  if (name === null || dropped.length > 0) return [...gone, ...dropped]
  const object = live.get(name)
  if (object === undefined) return [...gone, { path: 'object', declared: name, applied: name, live: null, forces: null }]
  const there = liveColumns(object)
  const lacks = record!.applied.columns.map(c => c.name).filter(c => !there.has(c.toLowerCase()))
  return [
    ...gone,
    ...servedDrift(record!.applied.served, object),
    ...lacks.map(c => ({ path: `column ${c}`, declared: c, applied: c, live: null, forces: null })),
  ]
}

/** Whose declaration changed: the feature's own, or one that it reads. */
function reasonOf(
  features: Features,
  diff: ColumnDiff,
  record: StateRecord,
  found: { readonly drift: boolean; readonly known: Matching['applied'] },
): Change['why'] {
  const touched = diff.added.length + diff.removed.length + diff.renamed.length + diff.changed.length + diff.described.length
  if (diff.changed.length === 0) return { kind: found.drift && touched === 0 ? 'drift' : 'declared', via: [] }
  const own = diff.changed.filter(c => c.to.of === null || applied(record, c.to.of)?.formula !== features(c.to.of)?.formula)
  if (own.length === 0) {
    const read = unique(diff.changed.flatMap(c => features(c.to.of)?.readsFeatures ?? []))
    return { kind: 'upstream', via: read.filter(f => found.known.get(f) !== features(f)?.dataHash) }
  }
  return { kind: 'declared', via: own.flatMap(c => (c.to.of === null ? [] : [c.to.of])) }
}

export function isChange(c: Change): boolean {
  return c.action !== 'none'
}
