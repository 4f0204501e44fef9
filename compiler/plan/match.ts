import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import type { Placed, PlacedState, Storage } from '../ir/placed.ts'
import type { Live, LiveObject, State, StateRecord } from '../ir/state.ts'
import type { Binding } from './binding.ts'
import { bindStorages, liveObjects, recordedStorages } from './binding.ts'
import type { Bindings } from './bind.ts'
import { InternalError } from '../base/diagnostic.ts'
import type { Lowered } from '../lower/index.ts'
import { withReads } from './served-reads.ts'

/** A resource as declared beside what was applied under its address, or under the name that it had before. */
export interface Matched {
  readonly resource: Placed
  readonly record: StateRecord | null
  readonly binding: Binding
}

/** It was applied, and is to show a storage that it does not show today. */
export function isReplaced({ record, binding }: Matched): boolean {
  return record !== null && binding.storages.some(s => isNewTo(record, s))
}

/** It was applied, and the storage that owns its rows is to be another one than it is today. */
export function hasNewRows({ record, binding }: Matched): boolean {
  const owner = binding.storages.find(s => s.first)
  return record !== null && owner !== undefined && isNewTo(record, owner)
}

function isNewTo(record: StateRecord, { generation }: Storage): boolean {
  return !record.storages.some(r => r.generation === generation)
}

export interface Matching {
  readonly matched: readonly Matched[]
  /** Records of this environment that nothing declares any more, readers before what they read. */
  readonly gone: readonly StateRecord[]
  readonly bindings: Bindings
  /** The dataHash under which each feature was applied in this environment. */
  readonly applied: ReadonlyMap<Address, Hash>
  /** What is there, by full name. */
  readonly live: ReadonlyMap<string, LiveObject>
}

/** Pairs declared and recorded by address, then by `renamedFrom`, and binds the columns of each to storages. */
export function match(lowered: Lowered, placed: PlacedState, state: State | null, live: Live, fold: (view: Address) => boolean = () => false): Matching {
  const { placement } = placed
  const own = (state?.records ?? []).filter(r => r.environment === placement.environment && r.applied.object === undefined)
  const byAddress = new Map(own.map(r => [r.address, r]))
  const objects = liveObjects(live)
  const recorded = recordedStorages(state)
  const owners = new Map((state?.storages ?? []).map(s => [s.storage.generation, s.owner]))
  const owner = (s: Storage): string => owners.get(s.generation) ?? placement.environment
  const taken = new Set<Address>()
  const matched = placed.resources.map(resource => {
    const former = resource.renamedFrom === null ? undefined : byAddress.get(resource.renamedFrom)
    const record = byAddress.get(resource.address) ?? former ?? null
    if (record !== null) taken.add(record.address)
    return {
      resource,
      record,
      binding: bindStorages(resource, { project: placed.project, placement, record, recorded, live: objects, owner, fold: fold(resource.address) }),
    }
  })
  const gone = own.filter(r => !taken.has(r.address)).toReversed()
  const bindings = bindingsOf(lowered, placed, new Map(matched.map(m => [m.resource.address, m.binding])))
  return {
    matched: matched.map(m => ({ ...m, resource: withReads(m.resource, bindings) })),
    gone,
    applied: new Map(own.flatMap(r => r.definitions.map(d => [d.address, d.dataHash] as const))),
    live: objects,
    bindings,
  }
}

export function bindingsOf(lowered: Lowered, placed: PlacedState, by: ReadonlyMap<Address, Pick<Binding, 'storages'>>): Bindings {
  const resources = new Map(placed.resources.map(r => [r.address, r]))
  const found = <T>(value: T | undefined, of: Address): T => {
    if (value === undefined) throw new InternalError(`${of} is not among the resources`)
    return value
  }
  return {
    placement: placed.placement,
    resource: of => found(resources.get(of), of),
    storages: of => found(by.get(of), of).storages,
    source: of => found(lowered.sources.get(of), of),
  }
}
