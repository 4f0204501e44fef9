import type { Address } from '../base/address.ts'
import { groupBy, unique } from '../base/group.ts'
import { hashOf, shortHash } from '../base/hash.ts'
import type { QualifiedName } from '../ir/name.ts'
import { nameText } from '../ir/name.ts'
import type { Placed, Placement, Storage, StoredColumn } from '../ir/placed.ts'
import type { Column } from '../ir/resource.ts'
import type { Live, LiveObject, State, StateRecord } from '../ir/state.ts'
import { grainNames } from './bind.ts'
import { publicComment } from './publish.ts'

/** Which storages hold a resource's columns: those that are there, and the one that has to be made for the rest. */
export interface Binding {
  /** All of them, the one that owns the rows first. */
  readonly storages: readonly Storage[]
  /** The one among them that does not exist yet. */
  readonly fresh: Storage | null
  /** Storages that were recorded and are gone from the warehouse. */
  readonly lost: readonly Storage[]
  /** Storages among them that begin as copies of what another environment has. */
  readonly copies?: readonly { readonly from: Storage; readonly to: Storage }[]
  /** Column groups that the fresh one is to hold in their place, the one that owns the rows first. */
  readonly folds?: readonly Storage[]
}

/** What there is to bind to. */
export interface Among {
  readonly project: string
  readonly placement: Placement
  readonly record: StateRecord | null
  /** Storages of the state, by what they hold. */
  readonly recorded: ReadonlyMap<Address, readonly Storage[]>
  /** What is there, by full name. */
  readonly live: ReadonlyMap<string, LiveObject>
  /** The environment that owns a storage. */
  readonly owner?: (s: Storage) => string
  /** Whether its column groups are to become one. */
  readonly fold?: boolean
}

const columnNames = new WeakMap<LiveObject, ReadonlySet<string>>()

/** The columns of what is there, in lower case; asked for many times, gathered once. */
export function liveColumns(object: LiveObject): ReadonlySet<string> {
  const known = columnNames.get(object)
  if (known !== undefined) return known
  const names = new Set(object.columns.map(c => c.name.toLowerCase()))
  columnNames.set(object, names)
  return names
}

/** Columns that a table of ours held and somebody has dropped. */
export function droppedColumns(storage: Storage, live: ReadonlyMap<string, LiveObject>): readonly string[] {
  const object = live.get(nameText(storage.name))
  if (object === undefined) return []
  const there = liveColumns(object)
  return storage.columns.flatMap(c => (there.has(c.stored.toLowerCase()) ? [] : [c.stored]))
}

/** Columns that a storage holds: an alias shows another one. */
export function storedColumns(resource: Placed): readonly Column[] {
  return resource.columns.filter(c => c.aliasOf === null && c.computed === undefined)
}

/**
 * A column whose (grain, dataHash) a recorded storage holds stays there; the rest form one new storage. What is one
 * table under its own name, or is filled as a whole, is bound as a whole.
 */
export function bindStorages(resource: Placed, among: Among): Binding {
  const { record, live, placement } = among
  if (resource.filling.by === 'nothing') return ownTable(resource, record, live)
  const whole = resource.publish === 'table' || resource.filling.by === 'newest'
  const own = unique([resource.address, record?.address ?? resource.address])
  // A record says which storages, the state what each still holds: a column that was given up is not filled any more.
  const shown = new Set((record?.storages ?? []).map(s => s.generation))
  const held = own.flatMap(of => among.recorded.get(of) ?? []).toSorted((a, b) => Number(shown.has(b.generation)) - Number(shown.has(a.generation)))
  const same = (whole ? (record?.storages ?? []) : held).filter(
    s => s.grain === resource.grain.hash && s.transient === (resource.physical.transient === true ? true : undefined),
  )
  const lost = (record?.storages ?? []).filter(s => !live.has(nameText(s.name)))
  const there = same.filter(s => live.has(nameText(s.name)))
  if (whole) return bindWhole(resource, there, lost, among)
  const first = there.find(s => s.first)
  if (first === undefined) return withFresh(resource, [], storedColumns(resource), lost, placement)
  const hashes = new Map(there.map(s => [s, new Set(s.columns.map(c => c.dataHash))]))
  const holders = groupBy(storedColumns(resource), c => there.find(s => hashes.get(s)!.has(c.dataHash)))
  const groups = unique([first, ...[...holders.keys()].filter(s => s !== undefined)]).map(s => renamed(s, resource, holders.get(s) ?? []))
  const binding = withCopies(withFresh(resource, groups, holders.get(undefined) ?? [], lost, placement), among)
  return among.fold === true ? folded(binding, resource, placement) : binding
}

/** All groups in one new storage; nothing to do where there is one, or where something else has to be made first. */
function folded(binding: Binding, resource: Placed, placement: Placement): Binding {
  if (binding.fresh !== null || binding.storages.length < 2 || binding.copies !== undefined) return binding
  const fresh = newStorage(resource, storedColumns(resource), true, placement)
  return { storages: [fresh], fresh, lost: [], folds: binding.storages }
}

/** Where the config says so, a new environment begins with copies instead of reading what another one owns. */
function withCopies(binding: Binding, { record, placement, owner }: Among): Binding {
  const { cloneFrom, environment } = placement
  if (cloneFrom === undefined || record !== null) return binding
  const copied = (s: Storage): Storage => {
    const name = { ...s.name, name: `${s.name.name}__${environment.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}` }
    return { ...s, name, generation: nameText(name) }
  }
  const copies = binding.storages.filter(s => s !== binding.fresh && owner?.(s) === cloneFrom).map(from => ({ from, to: copied(from) }))
  return copies.length === 0 ? binding : { ...binding, storages: binding.storages.map(s => copies.find(c => c.from === s)?.to ?? s), copies }
}

/** A storage as today's names show it: only the columns that are bound to it. */
function renamed(storage: Storage, resource: Placed, columns: readonly Column[]): Storage {
  const holding = groupBy(storage.columns, c => c.dataHash)
  // Where several columns hold the same value, each keeps its own; a new name for it shows the first.
  const storedFor = (c: Column): string => (holding.get(c.dataHash)!.find(x => x.logical === c.name) ?? holding.get(c.dataHash)![0]!).stored
  return { ...storage, of: resource.address, columns: columns.map(c => ({ logical: c.name, stored: storedFor(c), dataHash: c.dataHash })) }
}

function withFresh(resource: Placed, groups: readonly Storage[], rest: readonly Column[], lost: readonly Storage[], placement: Placement): Binding {
  if (rest.length === 0 && groups.length > 0) return { storages: groups, fresh: null, lost }
  const fresh = newStorage(resource, rest, groups.length === 0, placement)
  return { storages: [...groups, fresh], fresh, lost }
}

function bindWhole(resource: Placed, there: readonly Storage[], lost: readonly Storage[], { project, placement, live }: Among): Binding {
  const wanted = newStorage(resource, storedColumns(resource), true, placement)
  // A run that was cut off between the swap of the tables and its record has left the new one under the public name.
  const swapped = resource.publish === 'table' && live.get(nameText(resource.publicName!))?.comment === publicComment(project, resource, [wanted], placement)
  const held = there.find(s => s.generation === wanted.generation) ?? (swapped ? { ...wanted, name: resource.publicName! } : undefined)
  return held === undefined ? { storages: [wanted], fresh: wanted, lost } : { storages: [held], fresh: null, lost }
}

/** Tables to which others append keep their one table; views over others have none. */
function ownTable(resource: Placed, record: StateRecord | null, live: Among['live']): Binding {
  if (resource.physical.append !== true) return { storages: [], fresh: null, lost: [] }
  const name = resource.publicName!
  const own: Storage = {
    name,
    generation: nameText(name),
    of: resource.address,
    grain: resource.grain.hash,
    grainColumns: [],
    first: true,
    columns: storedColumns(resource).map(asStored),
  }
  const gone = !live.has(nameText(name))
  return { storages: [own], fresh: record === null || gone ? own : null, lost: record !== null && gone ? record.storages : [] }
}

function asStored(c: Column): StoredColumn {
  return { logical: c.name, stored: c.name, dataHash: c.dataHash }
}

function newStorage(resource: Placed, columns: readonly Column[], first: boolean, placement: Placement): Storage {
  const names = resource.publish === 'table' || resource.filling.by === 'newest' ? columns.map(c => c.name).toSorted() : []
  const transient = resource.physical.transient === true ? ({ transient: true } as const) : {}
  const data = columns.map(c => c.dataHash).toSorted()
  const generation = shortHash(hashOf({ grain: resource.grain.hash, first, data, names, of: resource.served?.kind ?? resource.kind, ...transient }))
  // A table that takes a public name is built beside it, because not every engine moves a table between schemas.
  const schema = resource.publish === 'table' ? placement.publicSchema : placement.storageSchema
  const name: QualifiedName = { catalog: placement.catalog, schema, name: `${baseName(resource)}__g${generation}` }
  return {
    name,
    generation: nameText(name),
    of: resource.address,
    grain: resource.grain.hash,
    grainColumns: grainNames(resource),
    first,
    columns: columns.map(asStored),
    ...transient,
  }
}

const longest = 48

function baseName(resource: Placed): string {
  const text = (resource.name ?? resource.address.replace('.', '_')).toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  return text.slice(0, longest).replace(/_+$/, '')
}

/** Everything that is there, by full name. */
export function liveObjects(live: Live): ReadonlyMap<string, LiveObject> {
  return new Map(live.objects.map(o => [nameText(o.name), o]))
}

/** Storages of a state, by what they hold. */
export function recordedStorages(state: State | null): ReadonlyMap<Address, readonly Storage[]> {
  return groupBy(
    (state?.storages ?? []).map(s => s.storage),
    s => s.of,
  )
}

/** Which storages an environment may fill: its own, and those that nobody owns yet; others it reads. */
export function writableIn(environment: string, state: State | null): (storage: Storage) => boolean {
  const owners = new Map((state?.storages ?? []).map(s => [s.storage.generation, s.owner]))
  return storage => (owners.get(storage.generation) ?? environment) === environment
}
