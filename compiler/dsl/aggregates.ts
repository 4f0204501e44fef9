import type { AggregateName } from '../ir/scalar.ts'
import type { Agg, Draft } from './aggregate.ts'
import { aggregate, draft, draftOf, draftOver } from './aggregate.ts'
import type { ValueOf } from './expression/fluent.ts'
import { expression } from './expression/expression.ts'
import { invalid, surplusOf } from './expression/node.ts'
import { rowsOf } from './rows.ts'
import type { EntityOf, EventFit, EventsFit, ScopeOf } from './sentence.ts'
import type { Day, Instant, Json } from './value.ts'

type Ordered = number | string | Instant | Day

export interface OrderOptions {
  /** Take the row also where its value is NULL (false). */
  readonly keepNulls?: boolean
}

function ofNumber<X>(name: AggregateName, value: unknown, given: ArrayLike<unknown>): X {
  return aggregate([draft(name, only(value, name, 1, given), 'a number')])
}

/** The value; the mistake where there are more than the aggregate takes, such as a condition that belongs to `.where`. */
function only(value: unknown, name: AggregateName, most: number, given: ArrayLike<unknown>): unknown {
  const surplus = surplusOf(name, most, given)
  return surplus === null ? value : expression(surplus)
}

/** The number of rows; 0 where there are none. @example count(deliveries).over('30d') */
export function count<const X>(source: X & EventsFit<X>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  const read = rowsOf(source)
  return aggregate([draftOver(read, 'count', surplusOf('count', 1, arguments) ?? (read === null ? invalid(source, 'a source of events') : null))])
}

/** The number of rows where the condition is true; 0 where there are none. */
export function countIf<const X>(condition: X & EventFit<X, boolean>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return aggregate([draft('countIf', only(condition, 'countIf', 1, arguments), 'a condition')])
}

/** The sum; NULL where there are no values. */
export function sum<const X>(value: X & EventFit<X, number>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return ofNumber('sum', value, arguments)
}

/** The mean of the known values; NULL where there are none. */
export function avg<const X>(value: X & EventFit<X, number>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return ofNumber('avg', value, arguments)
}

/** The share of true among true and false; NULL where there are none. */
export function rate<const X>(condition: X & EventFit<X, boolean>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return aggregate([draft('rate', only(condition, 'rate', 1, arguments), 'a condition')])
}

/**
 * One aggregate divided by another over the same window; NULL where the divisor is 0.
 * @example ratio(sum(deliveries.c.revenue_usd), count(deliveries)).over('30d')
 */
export function ratio<S1, E1, S2, E2>(a: Agg<number, S1, E1>, b: Agg<number, S2, E2>): Agg<number, S1 & S2, E1 & E2> {
  const surplus = surplusOf('ratio', 2, arguments)
  const part = (given: unknown): Draft =>
    (surplus === null ? draftOf(given) : null) ?? draftOver(null, 'sum', surplus ?? invalid(given, 'an aggregate without a window'))
  return aggregate([part(a), part(b)])
}

/** The standard deviation of a sample; NULL below two values. */
export function stddev<const X>(value: X & EventFit<X, number>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return ofNumber('stddev', value, arguments)
}

/** The variance of a sample; NULL below two values. */
export function variance<const X>(value: X & EventFit<X, number>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return ofNumber('variance', value, arguments)
}

/** The trend: change per day, by least squares over the event times; NULL below two values. */
export function slope<const X>(value: X & EventFit<X, number>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return ofNumber('slope', value, arguments)
}

/** The standard deviation divided by the absolute mean; NULL below two values and at a mean of 0. */
export function volatility<const X>(value: X & EventFit<X, number>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return ofNumber('volatility', value, arguments)
}

/** The least of the known values. */
export function min<const X>(value: X & EventFit<X, Ordered>): Agg<ValueOf<X>, ScopeOf<X>, EntityOf<X>> {
  return aggregate([draft('min', only(value, 'min', 1, arguments), 'a number, text or moment')])
}

/** The greatest of the known values. */
export function max<const X>(value: X & EventFit<X, Ordered>): Agg<ValueOf<X>, ScopeOf<X>, EntityOf<X>> {
  return aggregate([draft('max', only(value, 'max', 1, arguments), 'a number, text or moment')])
}

/** The value of the earliest row that has one. The source needs a `tieBreak`. */
export function first<const X>(value: X & EventFit<X, unknown>, options: OrderOptions = {}): Agg<ValueOf<X>, ScopeOf<X>, EntityOf<X>> {
  return aggregate([draft('first', only(value, 'first', 2, arguments), 'a value', { keepNulls: keeps(options) })])
}

/** The value of the latest row that has one. The source needs a `tieBreak`. */
export function last<const X>(value: X & EventFit<X, unknown>, options: OrderOptions = {}): Agg<ValueOf<X>, ScopeOf<X>, EntityOf<X>> {
  return aggregate([draft('last', only(value, 'last', 2, arguments), 'a value', { keepNulls: keeps(options) })])
}

/** The values of the latest n rows that have one, as a JSON list, newest first. The source needs a `tieBreak`. */
export function lastN<const X>(value: X & EventFit<X, unknown>, n: number, options: OrderOptions = {}): Agg<Json, ScopeOf<X>, EntityOf<X>> {
  return aggregate([
    parametrized('lastN', only(value, 'lastN', 3, arguments), 'a value', n, Number.isInteger(n) && n >= 1, 'a whole number of rows', keeps(options)),
  ])
}

/** The number of different values, exact; 0 where there are none. */
export function countDistinct<const X>(value: X & EventFit<X, unknown>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return aggregate([draft('countDistinct', only(value, 'countDistinct', 1, arguments), 'a value')])
}

/**
 * The number of different values, estimated from the smallest hashes of them; 0 where there are none. It is exact below 1 / error² values, and beyond
 * that `error` is its relative standard error, from 0.01 to 0.25: two of three estimates are nearer, 19 of 20 within twice of it. What is stored and read
 * for a window stops growing there. The estimator is (k - 1) / the k-th smallest hash of [0, 1): Beyer, Haas, Reinwald, Sismanis and Gemulla, "On
 * Synopses for Distinct-Value Estimation" (2007). Of texts, whole numbers and dates.
 * @example approxCountDistinct(deliveries.c.from_hub, 0.02).over('90d')
 */
export function approxCountDistinct<const X>(value: X & EventFit<X, string | number | Day>, error: number): Agg<number, ScopeOf<X>, EntityOf<X>> {
  const good = typeof error === 'number' && error >= 0.01 && error <= 0.25
  return aggregate([
    parametrized(
      'approxCountDistinct',
      only(value, 'approxCountDistinct', 2, arguments),
      'a text, whole number or date',
      error,
      good,
      'an error from 0.01 to 0.25',
    ),
  ])
}

/** The middle value, interpolated between the two middle ones. */
export function median<const X>(value: X & EventFit<X, number>): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return ofNumber('median', value, arguments)
}

/** The value below which the share of values lies, interpolated. @example percentile(hours, 0.95).over('30d') */
export function percentile<const X>(value: X & EventFit<X, number>, share: number): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return aggregate([parametrized('percentile', only(value, 'percentile', 2, arguments), 'a number', share, isShare(share), 'a share of 0 to 1')])
}

/** Of the values that occur, the least one that at least the share of values does not exceed. */
export function percentileDisc<const X>(value: X & EventFit<X, number>, share: number): Agg<number, ScopeOf<X>, EntityOf<X>> {
  return aggregate([parametrized('percentileDisc', only(value, 'percentileDisc', 2, arguments), 'a number', share, isShare(share), 'a share of 0 to 1')])
}

function isShare(x: unknown): boolean {
  return typeof x === 'number' && x >= 0 && x <= 1
}

function parametrized(
  name: AggregateName,
  value: unknown,
  expected: string,
  parameter: unknown,
  good: boolean,
  expectedParameter: string,
  keepNulls = false,
): Draft {
  const made = draft(name, value, expected, { keepNulls })
  return good && typeof parameter === 'number' ? { ...made, parameter } : { ...made, of: invalid(parameter, expectedParameter) }
}

function keeps(options: OrderOptions | null): boolean {
  return options?.keepNulls === true
}
