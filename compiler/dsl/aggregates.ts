import type { AggregateName } from '../ir/scalar.ts'
import type { Agg, Draft } from './aggregate.ts'
import { aggregate, draft, draftOf, draftOver } from './aggregate.ts'
import type { Flag, Num, Value } from './expression/fluent.ts'
import { invalid } from './expression/node.ts'
import { rowsOf } from './rows.ts'
import type { Source } from './source.ts'
import type { Day, Instant, Json } from './value.ts'

/** Rows that happened: only they can be aggregated over a window. */
type Event = `events ${string}`
type Ordered = number | string | Instant | Day

export interface OrderOptions {
  /** Take the row also where its value is NULL (false). */
  readonly keepNulls?: boolean
}

function ofNumber<X>(name: AggregateName, value: unknown): X {
  return aggregate([draft(name, value, 'a number')])
}

/** The number of rows; 0 where there are none. @example count(deliveries).over('30d') */
// `any`: whatever the columns are
export function count<S extends Event, E>(source: Source<S, E, any>): Agg<number, S, E> {
  const read = rowsOf(source)
  return aggregate([draftOver(read, 'count', read === null ? invalid(source, 'a source of events') : null)])
}

/** The number of rows where the condition is true; 0 where there are none. */
export function countIf<S extends Event, E>(condition: Flag<S, E>): Agg<number, S, E> {
  return aggregate([draft('countIf', condition, 'a condition')])
}

/** The sum; NULL where there are no values. */
export function sum<S extends Event, E>(value: Num<S, E>): Agg<number, S, E> {
  return ofNumber('sum', value)
}

/** The mean of the known values; NULL where there are none. */
export function avg<S extends Event, E>(value: Num<S, E>): Agg<number, S, E> {
  return ofNumber('avg', value)
}

/** The share of true among true and false; NULL where there are none. */
export function rate<S extends Event, E>(condition: Flag<S, E>): Agg<number, S, E> {
  return aggregate([draft('rate', condition, 'a condition')])
}

/**
 * One aggregate divided by another over the same window; NULL where the divisor is 0.
 * @example ratio(sum(deliveries.c.revenue_usd), count(deliveries)).over('30d')
 */
export function ratio<S1, E1, S2, E2>(a: Agg<number, S1, E1>, b: Agg<number, S2, E2>): Agg<number, S1 & S2, E1 & E2> {
  const part = (given: unknown): Draft => draftOf(given) ?? draftOver(null, 'sum', invalid(given, 'an aggregate without a window'))
  return aggregate([part(a), part(b)])
}

/** The standard deviation of a sample; NULL below two values. */
export function stddev<S extends Event, E>(value: Num<S, E>): Agg<number, S, E> {
  return ofNumber('stddev', value)
}

/** The variance of a sample; NULL below two values. */
export function variance<S extends Event, E>(value: Num<S, E>): Agg<number, S, E> {
  return ofNumber('variance', value)
}

/** The trend: change per day, by least squares over the event times; NULL below two values. */
export function slope<S extends Event, E>(value: Num<S, E>): Agg<number, S, E> {
  return ofNumber('slope', value)
}

/** The standard deviation divided by the absolute mean; NULL below two values and at a mean of 0. */
export function volatility<S extends Event, E>(value: Num<S, E>): Agg<number, S, E> {
  return ofNumber('volatility', value)
}

/** The least of the known values. */
export function min<T extends Ordered, S extends Event, E>(value: Value<T, S, E>): Agg<T, S, E> {
  return aggregate([draft('min', value, 'a number, text or moment')])
}

/** The greatest of the known values. */
export function max<T extends Ordered, S extends Event, E>(value: Value<T, S, E>): Agg<T, S, E> {
  return aggregate([draft('max', value, 'a number, text or moment')])
}

/** The value of the earliest row that has one. The source needs a `tieBreak`. */
export function first<T, S extends Event, E>(value: Value<T, S, E>, options: OrderOptions = {}): Agg<T, S, E> {
  return aggregate([draft('first', value, 'a value', { keepNulls: keeps(options) })])
}

/** The value of the latest row that has one. The source needs a `tieBreak`. */
export function last<T, S extends Event, E>(value: Value<T, S, E>, options: OrderOptions = {}): Agg<T, S, E> {
  return aggregate([draft('last', value, 'a value', { keepNulls: keeps(options) })])
}

/** The values of the latest n rows that have one, as a JSON list, newest first. The source needs a `tieBreak`. */
export function lastN<S extends Event, E>(value: Value<unknown, S, E>, n: number, options: OrderOptions = {}): Agg<Json, S, E> {
  return aggregate([parametrized('lastN', value, 'a value', n, Number.isInteger(n) && n >= 1, 'a whole number of rows', keeps(options))])
}

/** The number of different values, exact; 0 where there are none. */
export function countDistinct<S extends Event, E>(value: Value<unknown, S, E>): Agg<number, S, E> {
  return aggregate([draft('countDistinct', value, 'a value')])
}

/** The middle value, interpolated between the two middle ones. */
export function median<S extends Event, E>(value: Num<S, E>): Agg<number, S, E> {
  return ofNumber('median', value)
}

/** The value below which the share of values lies, interpolated. @example percentile(hours, 0.95).over('30d') */
export function percentile<S extends Event, E>(value: Num<S, E>, share: number): Agg<number, S, E> {
  return aggregate([parametrized('percentile', value, 'a number', share, share >= 0 && share <= 1, 'a share of 0 to 1')])
}

/** Of the values that occur, the least one that at least the share of values does not exceed. */
export function percentileDisc<S extends Event, E>(value: Num<S, E>, share: number): Agg<number, S, E> {
  return aggregate([parametrized('percentileDisc', value, 'a number', share, share >= 0 && share <= 1, 'a share of 0 to 1')])
}

function parametrized(name: AggregateName, value: unknown, expected: string, parameter: unknown, good: boolean, expectedParameter: string, keepNulls = false): Draft {
  const made = draft(name, value, expected, { keepNulls })
  return good && typeof parameter === 'number' ? { ...made, parameter } : { ...made, of: invalid(parameter, expectedParameter) }
}

function keeps(options: OrderOptions | null): boolean {
  return options?.keepNulls === true
}
