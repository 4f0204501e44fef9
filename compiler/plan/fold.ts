import { secondsOf } from '../base/instant.ts'
import type { Interval } from '../base/interval.ts'
import { common, spanText, without } from '../base/interval.ts'
import { nameText } from '../ir/name.ts'
import type { Storage } from '../ir/placed.ts'
import type { Step } from '../ir/plan.ts'
import { stepOf } from '../ir/resource.ts'
import type { State } from '../ir/state.ts'
import { as, call, field, fields, param, select } from '../ir/terms.ts'
import type { Bindings } from './bind.ts'
import { grainNames } from './bind.ts'
import { inChunks, storedSizes } from './chunks.ts'
import { coverageOf } from './coverage.ts'
import type { Fill } from './fill.ts'
import { boundsOf, replaceRows } from './fill.ts'
import type { Matched, Matching } from './match.ts'
import { step } from './step.ts'
import type { StepContext } from './steps.ts'

/**
 * The rows of all column groups of a view copied into the one storage that takes their place: nothing is computed again. Part by
 * part, each with its coverage, so that a run that is cut off goes on where it was.
 */
export function foldSteps(changed: readonly Matched[], c: StepContext, from: { readonly matching: Matching; readonly state: State | null }): readonly Step[] {
  const coverage = coverageOf(from.state)
  const sizes = storedSizes(from.matching, coverage)
  return changed.flatMap(({ resource, binding: { folds, fresh } }) => {
    if (folds === undefined || fresh === null) return []
    const shown = folds.map(s => coverage(s)).reduce<readonly Interval[]>(common, coverage(folds[0]!))
    const left = isAnew(fresh, from.state) ? shown : without(shown, coverage(fresh))
    const knownTo = knownOf(folds, from.state, c.now)
    const fills = left.map((interval): Fill => ({ resource, storage: fresh, interval, now: c.now }))
    return inChunks(fills, sizes).map(fill => foldStep(fill, folds, knownTo, c))
  })
}

/** What was retired under the same name and is taken up again holds rows of another time. */
export function isAnew(storage: Storage, state: State | null): boolean {
  return state?.retired.some(r => nameText(r.name) === nameText(storage.name)) === true
}

/** No more than is known of all groups. */
function knownOf(folds: readonly Storage[], state: State | null, now: string): string {
  const newest = folds.map(s => {
    const known = (state?.coverage ?? []).filter(x => x.storage === s.generation).map(x => x.knownTo)
    return known.toSorted((a, b) => secondsOf(b) - secondsOf(a))[0] ?? now
  })
  return newest.toSorted((a, b) => secondsOf(a) - secondsOf(b))[0]!
}

function foldStep(fill: Fill, folds: readonly Storage[], knownTo: string, c: StepContext): Step {
  const { resource, storage, interval } = fill
  const former: Bindings = { ...c.bindings, storages: of => (of === resource.address ? folds : c.bindings.storages(of)) }
  const names = [...grainNames(resource), ...storage.columns.map(x => x.logical), 'computed_at']
  const at = field('feature_time', 'v')
  const rows = select(as('v', { kind: 'scan', of: resource.address, columns: names }), fields(names, 'v'), {
    where: [call('gte', at, param('from')), call('lt', at, param('to'))],
  })
  const bounds = boundsOf(fill)
  return step({
    phase: 'fill',
    cause: resource.address,
    title: `copy ${resource.address} ${spanText(interval, stepOf(resource.filling))}`,
    sql: replaceRows(fill, former, rows, bounds),
    transaction: true,
    fill: { storage: storage.generation, from: bounds.from, to: bounds.to, knownTo },
  })
}
