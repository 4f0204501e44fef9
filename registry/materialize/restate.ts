import type { Address } from '../../compiler/base/address.ts'
import { isoOf, secondsOf } from '../../compiler/base/instant.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { common, spanText } from '../../compiler/base/interval.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { Storage } from '../../compiler/ir/placed.ts'
import { stepOf } from '../../compiler/ir/resource.ts'
import type { State } from '../../compiler/ir/state.ts'
import type { Lowered } from '../../compiler/lower/index.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import { coverageKey } from '../../compiler/plan/coverage.ts'
import type { Held } from '../../compiler/plan/fills.ts'
import { step } from '../../compiler/plan/step.ts'
import type { Driver } from '../driver/driver.ts'
import { changedTables } from './changes.ts'
import type { Dirty } from './dirty.ts'
import { dirtyOf } from './dirty.ts'

export interface AgainRequest {
  readonly driver: Driver
  readonly lowered: Lowered
  readonly bindings: Bindings
  readonly held: readonly Held[]
  readonly state: State
  readonly coverage: CoverageIndex
  readonly writable: (storage: Storage) => boolean
  readonly now: string
  /** What the run is about. */
  readonly wants: (address: Address) => boolean
  /** What is restated; null: only what the contracts of sources allow to change. `bounds`: all of it, whether rows changed or not. */
  readonly restate: { readonly bounds: Interval | null } | null
}

/** What has to be computed again, down to points. */
export async function computedAgain(request: AgainRequest): Promise<Dirty> {
  const { restate, held, coverage, lowered, wants } = request
  const reads = new Set(held.filter(h => wants(h.resource.address)).flatMap(h => h.resource.uses.map(u => u.on)))
  const concerns = (tiles: Address): boolean => reads.has(tiles)
  const changes = await changedTables({ ...request, concerns, restated: restate === null ? null : concerns })
  return dirtyOf({
    ...request,
    lowered,
    changes,
    restated: ({ view }, touched) => {
      if (restate === null || !wants(view.address)) return []
      const first = held.find(h => h.resource.address === view.address)?.storages.find(s => s.first)
      return restate.bounds === null ? touched : common(first === undefined ? [] : coverage(first), [restate.bounds])
    },
  })
}

/**
 * Takes out of the coverage what is computed again, before anything of it is: a run that is cut off leaves it missing, never
 * half old and half new.
 */
export function uncoverSteps(dirty: Dirty, { held, writable, lowered }: Pick<AgainRequest, 'held' | 'writable' | 'lowered'>): readonly Step[] {
  return held.flatMap(({ resource, storages }) => {
    const types = lowered.stores.get(resource.address)?.groups.map(g => g.featureType) ?? [undefined]
    return types.flatMap(type => {
      const intervals = (dirty.get(type === undefined ? resource.address : `${resource.address}#${type}`) ?? []).map(i => ({
        from: isoOf(i.from),
        to: isoOf(i.to),
      }))
      return intervals.length === 0
        ? []
        : storages.filter(writable).map(s => uncoverStep(resource.address, coverageKey(s, type), intervals, stepOf(resource.filling)))
    })
  })
}

/** Its title names the first and the last point, as that of a fill does. */
function uncoverStep(cause: Address, storage: string, intervals: readonly { readonly from: string; readonly to: string }[], every: number): Step {
  const title = `restate ${cause} ${spanText({ from: secondsOf(intervals[0]!.from), to: secondsOf(intervals.at(-1)!.to) }, every)}`
  return step({ phase: 'expand', cause, title, sql: [], transaction: true, effect: { kind: 'uncover', storage, intervals } })
}
