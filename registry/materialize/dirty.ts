import type { Address } from '../../compiler/base/address.ts'
import { day } from '../../compiler/base/duration.ts'
import { pointAt, pointFrom, secondsOf } from '../../compiler/base/instant.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { common, merged, without } from '../../compiler/base/interval.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import type { State } from '../../compiler/ir/state.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import type { ViewPlan } from '../../compiler/lower/view-plan.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import type { Held } from '../../compiler/plan/fills.ts'
import type { TableChanges } from './changes.ts'
import { knownTo } from './changes.ts'

/** What counts as computed no longer: known times of tiles, points of views, dates of stores by `address#feature_type`. */
export type Dirty = ReadonlyMap<string, readonly Interval[]>

export interface DirtyRequest {
  readonly lowered: Lowered
  readonly held: readonly Held[]
  readonly state: State
  readonly coverage: CoverageIndex
  readonly writable: (storage: Storage) => boolean
  readonly now: string
  readonly changes: ReadonlyMap<Address, TableChanges>
  /** What the run is about; of anything else only that is computed again which reads what changes in the run. */
  readonly wants: (address: Address) => boolean
  /** What is to be computed again for another reason than what the contracts allow: points of views. */
  readonly restated: (view: ViewPlan, touched: readonly Interval[]) => readonly Interval[]
}

const forever = Number.MAX_SAFE_INTEGER

/**
 * What late rows touch, and no more: the points whose windows hold a changed tile, those at which a key begins to live otherwise,
 * and what reads them. Of a dimension without known time nothing tells what changed: all points of its lateness are touched.
 */
export function dirtyOf(request: DirtyRequest): Dirty {
  const dirty = new Map<string, readonly Interval[]>()
  const known = knownTo(request.state)
  for (const { resource, storages } of request.held) {
    const { address, filling } = resource
    const add = (key: string, found: readonly Interval[], covered: readonly Interval[]): void => {
      const counted = few(common(merged(found), covered))
      if (counted.length > 0) dirty.set(key, counted)
    }
    const covered = merged(storages.flatMap(s => request.coverage(s)))
    if (filling.by === 'known time') {
      const tiles = request.changes.get(address)?.tiles.filter(t => t.allowed || isWanted(address, request)) ?? []
      add(
        address,
        tiles.map(t => ({ from: t.known, to: t.known + filling.every })),
        covered,
      )
    }
    const view = request.lowered.views.get(address)
    if (view !== undefined) add(address, pointsOf(view, storages, { ...request, dirty, known }), covered)
    const store = request.lowered.stores.get(address)
    for (const { featureType, views } of store?.groups ?? []) {
      const own = merged(storages.flatMap(s => request.coverage(s, featureType)))
      add(
        `${address}#${featureType}`,
        views.flatMap(v => readersOf(v.address, day, { ...request, dirty })),
        own,
      )
    }
  }
  return dirty
}

/** Changes that no contract allows count where some view that reads the table is restated. */
function isWanted(tiles: Address, { held, lowered, restated, changes }: DirtyRequest): boolean {
  return held.some(({ resource }) => {
    const view = lowered.views.get(resource.address)
    return view !== undefined && resource.uses.some(u => u.on === tiles) && restated(view, touchedBy(view, changes, false)).length > 0
  })
}

interface Walk extends DirtyRequest {
  readonly dirty: Dirty
  readonly known: ReadonlyMap<string, number>
}

function pointsOf(view: ViewPlan, storages: readonly Storage[], walk: Walk): readonly Interval[] {
  const before = Math.max(0, ...storages.map(s => walk.known.get(s.generation) ?? 0))
  const open = walk.wants(view.view.address) && secondsOf(walk.now) > before && before > 0 ? [...dimensionLateness(view), ...foreignLateness(view, walk)] : []
  return [
    ...touchedBy(view, walk.changes, true),
    ...walk.restated(view, touchedBy(view, walk.changes, false)),
    ...open.map(lateness => ({ from: pointAt(before - lateness, view.every) + view.every, to: forever })),
    ...view.view.readsViews.flatMap(v => readersOf(v, view.every, walk)),
  ]
}

/** Points of a view whose value rests on a tile that changed; `allowed`: only by what its contract allows, else by the rest. */
export function touchedBy(view: ViewPlan, changes: DirtyRequest['changes'], allowed: boolean): readonly Interval[] {
  const { every } = view
  const found: Interval[] = []
  for (const { table, leaf } of view.slots) {
    for (const { event, known, allowed: is } of changes.get(table.address)?.tiles ?? []) {
      if (is !== allowed) continue
      const from = Math.max(pointFrom(event.from + table.tile + leaf.offset, every), table.known ? pointFrom(known + table.every, every) : -forever)
      found.push({ from, to: leaf.length === 'lifetime' ? forever : pointAt(event.from + leaf.offset + leaf.length, every) + every })
    }
  }
  const lives = view.population.events.flatMap(t => changes.get(t.address)?.lives ?? []).filter(l => l.allowed === allowed)
  return merged([...found, ...lives.map(l => ({ from: pointFrom(l.from, every), to: l.to === forever ? forever : pointFrom(l.to, every) }))])
}

/** The lateness of dimensions that are read without their known time. */
function dimensionLateness(view: ViewPlan): readonly number[] {
  const sources = [...view.attributes.map(a => a.source), ...view.population.dimensions.map(d => d.source)].filter(s => s.form === 'dimension')
  return sources.filter(s => (s.knownTime === null || !view.known) && s.lateness > 0).map(s => s.lateness)
}

/** Tiles that another environment fills may have changed between two looks of ours. */
function foreignLateness(view: ViewPlan, { held, writable }: DirtyRequest): readonly number[] {
  return view.tables.flatMap(({ table }) => {
    const storages = held.find(h => h.resource.address === table.address)?.storages ?? []
    return !table.known && table.source.lateness > 0 && storages.some(s => !writable(s)) ? [table.source.lateness] : []
  })
}

/** Points of a reader that show a point of a view that is computed again. */
function readersOf(read: Address, every: number, { dirty, held, coverage, lowered }: DirtyRequest & { readonly dirty: Dirty }): readonly Interval[] {
  const step = lowered.views.get(read)!.every
  const first = held.find(h => h.resource.address === read)?.storages.find(s => s.first)
  const covered = first === undefined ? [] : coverage(first)
  return (dirty.get(read) ?? []).map(({ from, to }) => {
    // The newest point is shown until the next one; where that is missing, for another step.
    const isFollowed = covered.some(c => c.from <= to && to < c.to)
    return { from: pointFrom(from, every), to: pointFrom(isFollowed ? to : to + step, every) }
  })
}

/** So many fills at most: what lies between near ones is computed once more instead. */
const most = 24

function few(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length <= most) return intervals
  const gaps = intervals.slice(1).map((next, i) => next.from - intervals[i]!.to)
  const narrow = gaps.toSorted((a, b) => a - b)[intervals.length - most - 1]!
  return merged(intervals.map((x, i) => (i + 1 < intervals.length && gaps[i]! <= narrow ? { from: x.from, to: intervals[i + 1]!.from } : x)))
}

/** Coverage without what is dirty. */
export function cleanCoverage(coverage: CoverageIndex, dirty: Dirty): CoverageIndex {
  return (storage, featureType) => {
    const cut = dirty.get(featureType === undefined ? storage.of : `${storage.of}#${featureType}`)
    return cut === undefined ? coverage(storage, featureType) : without(coverage(storage, featureType), cut)
  }
}
