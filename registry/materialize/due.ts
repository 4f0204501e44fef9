import type { Address } from '../../compiler/base/address.ts'
import { day } from '../../compiler/base/duration.ts'
import { pointAt, pointFrom, secondsOf } from '../../compiler/base/instant.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { common, merged } from '../../compiler/base/interval.ts'
import type { CatalogSource, CatalogView } from '../../compiler/ir/catalog.ts'
import type { Lowered } from '../../compiler/lower/index.ts'

export interface DueRequest {
  readonly lowered: Lowered
  /** Seconds of the run. */
  readonly now: number
  /** What the user asked for; everything unless given. */
  readonly within: Interval
  readonly starts: ReadonlyMap<Address, number>
  /** The newest time that each source with a freshness shows; null: it is empty. */
  readonly newest: ReadonlyMap<Address, number | null>
  /** What is covered before the run. */
  readonly covered: (view: Address) => readonly Interval[]
  readonly wantsView: (view: Address) => boolean
  /** Whether this environment computes the view's own rows; where another one does, only what is covered can be added to. */
  readonly owns: (view: Address) => boolean
}

/** Points that must be covered after the run, by view: from its start to the last point that is due. */
export function dueViews(request: DueRequest): ReadonlyMap<Address, readonly Interval[]> {
  const due = new Map<Address, readonly Interval[]>()
  /** What will be covered once this run has ended, for the views that read. */
  const after = new Map<Address, readonly Interval[]>()
  for (const { view } of request.lowered.views.values()) {
    const own = request.wantsView(view.address) ? (request.owns(view.address) ? dueOf(view, request, after) : request.covered(view.address)) : []
    if (own.length > 0) due.set(view.address, own)
    after.set(view.address, merged([...request.covered(view.address), ...own]))
  }
  return due
}

/** T is due when it has settled, its sources are as fresh as they promise, and the views it reads cover their newest point. */
function dueOf(view: CatalogView, request: DueRequest, after: ReadonlyMap<Address, readonly Interval[]>): readonly Interval[] {
  const { every, settle } = view.contract
  const start = request.starts.get(view.address)
  if (start === undefined) return []
  const limits = [pointAt(request.now - settle, every), ...view.readsSources.flatMap(s => freshLimit(request.lowered.model.sources.get(s)!, request, every))]
  const span = { from: Math.max(start, pointFrom(request.within.from, every)), to: Math.min(Math.min(...limits) + every, pointFrom(request.within.to, every)) }
  const reads = view.readsViews.map(v => readable(request.lowered.views.get(v)!.view, after.get(v) ?? [], every, request.starts.get(v)))
  return reads.reduce<readonly Interval[]>(common, merged([span]))
}

function freshLimit(source: CatalogSource, request: DueRequest, every: number): readonly number[] {
  if (source.freshness === null) return []
  const newest = request.newest.get(source.address) ?? null
  return [newest === null ? Number.MIN_SAFE_INTEGER : pointAt(newest + source.freshness, every)]
}

/** Points whose newest point of a read view is covered, or lies before that view's start: its features are empty there. */
function readable(read: CatalogView, covered: readonly Interval[], every: number, start: number | undefined): readonly Interval[] {
  const step = read.contract.every
  const shown = covered.map(c => ({ from: pointFrom(c.from, every), to: pointFrom(pointAt(c.to - 1, step) + step, every) }))
  return merged([{ from: Number.MIN_SAFE_INTEGER, to: start === undefined ? Number.MIN_SAFE_INTEGER : pointFrom(start, every) }, ...shown])
}

/** Dates of a store by feature_type: those that each of its views covers, or that lie before the view's start. */
export function dueDates(
  views: readonly CatalogView[],
  after: (view: Address) => readonly Interval[],
  starts: ReadonlyMap<Address, number>,
): readonly Interval[] {
  const first = Math.min(...views.map(v => starts.get(v.address) ?? Number.MAX_SAFE_INTEGER))
  if (first === Number.MAX_SAFE_INTEGER) return []
  const all: readonly Interval[] = [{ from: pointFrom(first, day), to: Number.MAX_SAFE_INTEGER }]
  return views.map(v => readable(v, after(v.address), day, starts.get(v.address))).reduce(common, all)
}

export function spanOf(from: string | null, to: string | null): Interval {
  return { from: from === null ? secondsOf('0001-01-01') : secondsOf(from), to: to === null ? secondsOf('9999-01-01') : secondsOf(to) }
}
