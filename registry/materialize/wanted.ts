import type { Address } from '../../compiler/base/address.ts'
import { pointAt, secondsOf } from '../../compiler/base/instant.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { merged, without } from '../../compiler/base/interval.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import type { State } from '../../compiler/ir/state.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import type { Fill } from '../../compiler/plan/fill.ts'
import type { Held } from '../../compiler/plan/fills.ts'
import { requiredFills } from '../../compiler/plan/fills.ts'
import { inParallel } from '../driver/parallel.ts'
import type { Session } from '../session.ts'
import type { Dirty } from './dirty.ts'
import { dueDates, dueViews } from './due.ts'
import type { Starts } from './starts.ts'
import { extremeTime } from './starts.ts'

/** What a run has found out. */
export interface FillInput {
  readonly within: Interval
  readonly restate: boolean
  readonly state: State
  readonly bindings: Bindings
  readonly held: readonly Held[]
  /** What counts as computed. */
  readonly coverage: CoverageIndex
  readonly writable: (storage: Storage) => boolean
  /** What is computed again. */
  readonly dirty: Dirty
  readonly starts: Starts
  readonly wants: (address: Address) => boolean
}

/** All fills of a run, each after those that it reads: what is due, or what is computed again. */
export async function fillsOf(session: Session, input: FillInput): Promise<readonly Fill[]> {
  const { state, held, coverage, writable, starts } = input
  const wanted = input.restate ? restatedOf(session, input) : await dueOf(session, input)
  const request = { held, coverage, wanted, refresh: capturesDue(session, held, state), writable, now: session.now, afresh: input.restate, starts: starts.of }
  const first = requiredFills(request)
  const refreshed = servingsDue(session, input, first)
  return refreshed.size === 0 ? first : requiredFills({ ...request, refresh: new Set([...request.refresh, ...refreshed]) })
}

async function dueOf({ compiled: { lowered }, driver, now }: Session, input: FillInput): Promise<ReadonlyMap<string, readonly Interval[]>> {
  const { held, coverage, writable, starts, wants, within } = input
  const covered = (view: Address): readonly Interval[] => coverageOfFirst(held, view, coverage)
  const newest = new Map<Address, number | null>()
  const fresh = [...lowered.model.sources.values()].filter(s => s.freshness !== null)
  await inParallel(fresh, driver.parallelism, async s => {
    newest.set(s.address, await extremeTime({ driver, bindings: input.bindings }, s, 'max'))
  })
  const owns = (v: Address): boolean => firstOf(held, v) === undefined || writable(firstOf(held, v)!)
  const due = dueViews({ lowered, now: secondsOf(now), within, starts: starts.of, newest, covered, wantsView: wants, owns })
  const after = (view: Address): readonly Interval[] => merged([...covered(view), ...(due.get(view) ?? [])])
  const wanted = new Map<string, readonly Interval[]>(due)
  for (const plan of lowered.stores.values()) {
    if (!wants(plan.store.address)) continue
    for (const group of plan.groups) wanted.set(`${plan.store.address}#${group.featureType}`, dueDates(group.views, after, starts.of))
  }
  return withReaders(wanted, input)
}

/** What a run is not about, but reads what it computes again, is computed again in the same run: later nothing would tell that it has to be. */
function withReaders(wanted: ReadonlyMap<string, readonly Interval[]>, { dirty, wants, writable, held }: FillInput): ReadonlyMap<string, readonly Interval[]> {
  const others = held.filter(h => !wants(h.resource.address) && ['points', 'dates'].includes(h.resource.filling.by) && h.storages.some(writable))
  const addresses = new Set<string>(others.map(h => h.resource.address))
  const readers = [...dirty].filter(([key]) => addresses.has(key.split('#')[0]!))
  return new Map([...wanted, ...readers])
}

/** What is computed again, and what an earlier restatement that was cut off has left. */
function restatedOf({ compiled: { lowered } }: Session, { held, coverage, dirty }: FillInput): ReadonlyMap<string, readonly Interval[]> {
  const keys = held.flatMap(({ resource: { address }, storages }) => {
    const groups = lowered.stores.get(address)?.groups.map(g => g.featureType) ?? (lowered.views.has(address) ? [undefined] : [])
    return groups.map(type => ({ key: type === undefined ? address : `${address}#${type}`, covered: merged(storages.flatMap(s => coverage(s, type))) }))
  })
  return new Map(
    keys.map(({ key, covered }): readonly [string, readonly Interval[]] => {
      const all = merged([...covered, ...(dirty.get(key) ?? [])])
      const whole = all.length === 0 ? [] : [{ from: all[0]!.from, to: all.at(-1)!.to }]
      return [key, without(whole, covered)]
    }),
  )
}

function coverageOfFirst(held: readonly Held[], view: Address, coverage: CoverageIndex): readonly Interval[] {
  const first = firstOf(held, view)
  return first === undefined ? [] : coverage(first)
}

function firstOf(held: readonly Held[], view: Address): Held['storages'][number] | undefined {
  return held.find(h => h.resource.address === view)?.storages.find(s => s.first)
}

/** Every run captures, once for its `now`. */
function capturesDue(session: Session, held: readonly Held[], state: State): Set<Address> {
  const captures = held.filter(h => h.resource.filling.by === 'capture')
  const done = (h: Held): boolean => h.storages.every(s => state.coverage.some(c => c.storage === s.generation && secondsOf(c.to) >= secondsOf(session.now)))
  return new Set(captures.filter(h => !done(h)).map(h => h.resource.address))
}

/** Serving is replaced when what it reads is filled, or when a point has become available since. */
function servingsDue(session: Session, { held, state, wants, dirty }: FillInput, fills: readonly Fill[]): ReadonlySet<Address> {
  const filled = new Set(fills.map(f => f.resource.address))
  const due = held
    .filter(h => h.resource.filling.by === 'newest' && (wants(h.resource.address) || h.resource.uses.some(u => dirty.has(u.on))))
    .filter(h => {
      const last = Math.max(0, ...state.coverage.filter(c => h.storages.some(s => s.generation === c.storage)).map(c => secondsOf(c.to)))
      const available = (view: Address, at: number): number => {
        const { every, availableAfter } = session.compiled.lowered.views.get(view)!.view.contract
        return pointAt(at - availableAfter, every)
      }
      return h.resource.uses.some(u => filled.has(u.on) || available(u.on, last) !== available(u.on, secondsOf(session.now)))
    })
  return new Set(due.map(h => h.resource.address))
}
