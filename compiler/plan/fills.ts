import type { Address } from '../base/address.ts'
import { pointAt, pointFrom } from '../base/instant.ts'
import type { Interval } from '../base/interval.ts'
import { common, merged, without } from '../base/interval.ts'
import type { Placed, Storage } from '../ir/placed.ts'
import { stepOf } from '../ir/resource.ts'
import type { CoverageIndex } from './coverage.ts'
import type { Fill } from './fill.ts'

/** A resource with the storages that hold it, in dependency order among others. */
export interface Held {
  readonly resource: Placed
  readonly storages: readonly Storage[]
}

export interface FillRequest {
  readonly held: readonly Held[]
  readonly coverage: CoverageIndex
  /** What has to be covered: points of views, dates of stores by `address#feature_type`, known times of tiles. */
  readonly wanted: ReadonlyMap<string, readonly Interval[]>
  /** Resources that are filled as of the run: captures, serving. */
  readonly refresh: ReadonlySet<Address>
  /** Storages that other environments own are read, never written. */
  readonly writable: (storage: Storage) => boolean
  readonly now: string
  /** Whether keys are looked for again as well, however long they have lived. */
  readonly afresh?: boolean
  /** The first point of views, in seconds, where it is known. */
  readonly starts: ReadonlyMap<Address, number>
}

/** Known times begin here: earlier than any event. */
const beginning = -62_135_596_800

/**
 * What has to be computed so that everything wanted is covered: the wants of readers are carried down to what they read,
 * then cut by what is covered; each fill after those that it reads.
 */
export function requiredFills(request: FillRequest): readonly Fill[] {
  const wanted = new Map<string, readonly Interval[]>(request.wanted)
  const refresh = new Set(request.refresh)
  const byAddress = new Map(request.held.map(h => [h.resource.address, h]))
  const fills: Fill[] = []
  for (const held of request.held.toReversed()) {
    const own = fillsOf(held, wanted, refresh, request)
    for (const fill of own) for (const use of held.resource.uses) carry(byAddress.get(use.on), fill, { ...request, wanted, refresh })
    fills.push(...own.toReversed())
  }
  return fills.toReversed()
}

function fillsOf(held: Held, wanted: ReadonlyMap<string, readonly Interval[]>, refresh: ReadonlySet<Address>, request: FillRequest): Fill[] {
  const { resource } = held
  const storages = held.storages.filter(request.writable)
  const { now } = request
  const missing = (s: Storage, key: string, featureType?: string): readonly Interval[] => without(wanted.get(key) ?? [], request.coverage(s, featureType))
  switch (resource.filling.by) {
    case 'capture':
    case 'newest':
      return refresh.has(resource.address) ? storages.map(storage => ({ resource, storage, interval: { from: 0, to: 0 }, now })) : []
    case 'known time':
      return storages.flatMap(storage => missing(storage, resource.address).map(interval => ({ resource, storage, interval, now })))
    case 'points':
      return pointFills(held, storages, missing, request)
    case 'dates':
      return storages.flatMap(storage =>
        [...wanted.keys()]
          .filter(k => k.startsWith(`${resource.address}#`))
          .flatMap(key => {
            const featureType = key.slice(resource.address.length + 1)
            return missing(storage, key, featureType).map(interval => ({ resource, storage, interval, now, featureType }))
          }),
      )
    case 'nothing':
      return []
  }
}

/** The group that owns the rows first; later groups only where it has rows or gets them now. */
function pointFills(
  { resource, storages: all }: Held,
  storages: readonly Storage[],
  missing: (s: Storage, key: string) => readonly Interval[],
  request: FillRequest,
): Fill[] {
  const first = all.find(s => s.first)
  const firstFills = first !== undefined && storages.includes(first) ? missing(first, resource.address) : []
  const covered = first === undefined ? [] : request.coverage(first)
  const every = stepOf(resource.filling)
  const continues = (i: Interval): boolean => request.afresh !== true && covered.some(c => c.from <= i.from - every && c.to >= i.from)
  const rows = first === undefined ? [] : merged([...covered, ...firstFills])
  return storages
    .toSorted((a, b) => Number(b.first) - Number(a.first))
    .flatMap(storage => {
      const intervals = storage.first ? firstFills : common(missing(storage, resource.address), rows)
      return intervals.map(interval => ({ resource, storage, interval, now: request.now, continues: storage.first && continues(interval) }))
    })
}

interface Carried extends Pick<FillRequest, 'starts'> {
  readonly wanted: Map<string, readonly Interval[]>
  readonly refresh: Set<Address>
}

/** What a fill needs of a resource that it reads; a view has no rows before its start. */
function carry(used: Held | undefined, fill: Fill, { wanted, refresh, starts }: Carried): void {
  if (used === undefined) return
  const { filling, address } = used.resource
  const add = (interval: Interval): void => void wanted.set(address, merged([...(wanted.get(address) ?? []), interval]))
  if (filling.by === 'capture') refresh.add(address)
  if (fill.resource.filling.by === 'newest') return
  // Up to the last point and no further: what becomes known after it may not be there yet.
  const last = fill.interval.to - stepOf(fill.resource.filling)
  if (filling.by === 'known time') add({ from: pointFrom(beginning, filling.every), to: pointFrom(last, filling.every) })
  if (filling.by === 'points')
    add({ from: Math.max(pointAt(fill.interval.from, filling.every), starts.get(address) ?? beginning), to: pointAt(last, filling.every) + filling.every })
}
