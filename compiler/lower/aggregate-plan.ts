import { InternalError, absurd } from '../base/diagnostic.ts'
import { aggregateType } from '../ir/aggregates.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { Term } from '../ir/relation.ts'
import type { Scalar, WindowAggregate } from '../ir/scalar.ts'
import { call, cast, choose, integer, toFloat } from '../ir/terms.ts'
import { rowType } from './row.ts'
import { isVersioned } from './row-versions.ts'
import type { TileState } from './tile-table.ts'
import { tileState } from './tile-table.ts'

export type MergeOp = 'sum' | 'min' | 'max'

/** How an aggregate is computed from the states of tiles, and its value from what was merged. */
export type AggregatePlan =
  | {
      readonly by: 'merge'
      readonly states: readonly { readonly state: TileState; readonly op: MergeOp }[]
      readonly finish: (merged: readonly Term[]) => Term
    }
  | { readonly by: 'moments'; readonly states: readonly TileState[]; readonly finish: (n: Term, mean: Term, m2: Term) => Term }
  | { readonly by: 'comoments'; readonly states: readonly TileState[]; readonly finish: (n: Term, m2x: Term, cxy: Term) => Term }
  | { readonly by: 'ordered'; readonly which: 'first' | 'last'; readonly states: readonly TileState[] }
  | { readonly by: 'multiset'; readonly of: Scalar; readonly measure: 'distinct' | 'continuous' | 'discrete'; readonly share: number }
  /** The `size` smallest hashes of a value. */
  | { readonly by: 'sketch'; readonly of: Scalar; readonly size: number }
  | { readonly by: 'rows'; readonly of: Scalar; readonly most: number; readonly keepNulls: boolean }
  /** From the rows that count at a point, of a source in versions: what `plan` computes from tiles, where nothing can be taken back. */
  | { readonly by: 'versions'; readonly of: Scalar; readonly keepNulls: boolean; readonly plan: AggregatePlan }

/** As it is for rows that are never taken back; of a source in versions whose known time counts only counts and exact sums are. */
export function planAggregate(leaf: WindowAggregate, source: CatalogSource, known = false): AggregatePlan {
  const plan = planUnsigned(leaf, source)
  if (!known || source.knownTime === null || !isVersioned(source)) return plan
  const of = leaf.of
  if (of === null || leaf.aggregate === 'countIf' || leaf.aggregate === 'rate') return plan
  const exact = rowType(of, source).kind !== 'float'
  if (leaf.aggregate === 'avg' && exact) return plan
  if (leaf.aggregate === 'sum' && exact) return signedSum(source, leaf, plan)
  return { by: 'versions', of, keepNulls: leaf.keepNulls, plan }
}

/** A sum from which all has been taken back is no 0: it is the sum of nothing. */
function signedSum(source: CatalogSource, leaf: WindowAggregate, plan: AggregatePlan): AggregatePlan {
  if (plan.by !== 'merge') return plan
  const count = tileState(source, 'n', null, both(leaf.where, known(leaf.of!)))
  return merge([...plan.states.map(s => s.state), count], ([s, n]) => choose(call('gt', n!, integer(0)), plan.finish([s!])))
}

function planUnsigned(leaf: WindowAggregate, source: CatalogSource): AggregatePlan {
  const { aggregate, of, where } = leaf
  const n = (condition: Scalar | null): TileState => tileState(source, 'n', null, condition)
  const given = (): Scalar => of ?? missing(aggregate)
  switch (aggregate) {
    case 'count':
      return merge([n(where)], zeroIfNone)
    case 'countIf':
      return merge([n(both(where, given()))], zeroIfNone)
    case 'sum':
      return planSum(source, given(), where)
    case 'avg':
      return merge([tileState(source, 'sum', given(), where), n(both(where, known(given())))], ([s, c]) => call('divide', toFloat(s!), toFloat(c!)))
    case 'rate':
      return merge([n(both(where, given())), n(both(where, known(given())))], ([yes, total]) => call('divide', toFloat(yes!), toFloat(total!)))
    case 'min':
    case 'max':
      return { by: 'merge', states: [{ state: tileState(source, aggregate, given(), where), op: aggregate }], finish: ([v]) => v! }
    case 'stddev':
      return moments(source, given(), where, (c, _, m2) => call('sqrt', variance(c, m2)))
    case 'variance':
      return moments(source, given(), where, (c, _, m2) => variance(c, m2))
    case 'volatility':
      return moments(source, given(), where, (c, mean, m2) => call('divide', call('sqrt', variance(c, m2)), call('abs', mean)))
    case 'slope':
      return slope(source, given(), where)
    case 'first':
    case 'last':
      return { by: 'ordered', which: aggregate, states: orderedStates(source, leaf, aggregate) }
    case 'lastN':
      return { by: 'rows', of: given(), most: leaf.parameter ?? 1, keepNulls: leaf.keepNulls }
    case 'countDistinct':
      return { by: 'multiset', of: given(), measure: 'distinct', share: 0 }
    case 'approxCountDistinct':
      return { by: 'sketch', of: given(), size: sketchSize(leaf.parameter ?? 0.02) }
    case 'median':
      return { by: 'multiset', of: given(), measure: 'continuous', share: 0.5 }
    case 'percentile':
      return { by: 'multiset', of: given(), measure: 'continuous', share: leaf.parameter ?? 0.5 }
    case 'percentileDisc':
      return { by: 'multiset', of: given(), measure: 'discrete', share: leaf.parameter ?? 0.5 }
    default:
      return absurd(aggregate)
  }
}

function missing(name: string): never {
  throw new InternalError(`${name} without a value`)
}

function merge(states: readonly TileState[], finish: (merged: readonly Term[]) => Term): AggregatePlan {
  return { by: 'merge', states: states.map(state => ({ state, op: 'sum' })), finish }
}

function zeroIfNone([n]: readonly Term[]): Term {
  return call('coalesce', n!, integer(0))
}

function both(a: Scalar | null, b: Scalar): Scalar {
  return a === null ? b : call('and', a, b)
}

function known(of: Scalar): Scalar {
  return call('not', call('isNull', of))
}

function planSum(source: CatalogSource, of: Scalar, where: Scalar | null): AggregatePlan {
  const type = aggregateType('sum', rowType(of, source))
  return merge([tileState(source, 'sum', of, where)], ([s]) => cast(s!, type))
}

/** Sample variance: M2 / (n - 1), NULL below 2. */
function variance(n: Term, m2: Term): Term {
  return choose(call('gte', n, integer(2)), call('divide', m2, toFloat(call('minus', n, integer(1)))))
}

/** (n, mean, M2) merged as in Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm" (1979): no cancellation. */
function moments(source: CatalogSource, of: Scalar, where: Scalar | null, finish: (n: Term, mean: Term, m2: Term) => Term): AggregatePlan {
  const states = [tileState(source, 'n', null, both(where, known(of))), tileState(source, 'mean', of, where), tileState(source, 'm2', of, where)]
  return { by: 'moments', states, finish }
}

/** Least squares over events, x in days: Cxy / M2x, NULL below 2 events or where all happened at one moment. */
function slope(source: CatalogSource, of: Scalar, where: Scalar | null): AggregatePlan {
  const state = (kind: 'meanX' | 'm2x' | 'cxy' | 'mean'): TileState => tileState(source, kind, of, where)
  const states = [tileState(source, 'n', null, both(where, known(of))), state('meanX'), state('mean'), state('m2x'), state('cxy')]
  return { by: 'comoments', states, finish: (n, m2x, cxy) => choose(call('gte', n, integer(2)), call('divide', cxy, m2x)) }
}

function orderedStates(source: CatalogSource, leaf: WindowAggregate, which: 'first' | 'last'): readonly TileState[] {
  const rest = { keepNulls: leaf.keepNulls }
  const state = (kind: 'Value' | 'Time'): TileState => tileState(source, `${which}${kind}`, leaf.of, leaf.where, rest)
  return [state('Value'), state('Time'), ...source.tieBreak.map(tie => tileState(source, `${which}Tie`, leaf.of, leaf.where, { ...rest, tie }))]
}

/** How many of the smallest hashes an estimate of the given relative standard error needs: it is 1 / sqrt(k - 2). */
function sketchSize(error: number): number {
  return Math.ceil(error ** -2) + 2
}
