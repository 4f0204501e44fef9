import type { Duration } from '../../base/duration.ts'
import type { Col } from '../column.ts'
import type { Meta } from '../options.ts'
import type { EntityOf, Ok, ScopeOf } from '../sentence.ts'
import type { Constant, Day, Instant, Json, Wide } from '../value.ts'

/**
 * The expressions of the language as authors see them: one interface per type of value, with the methods that make
 * sense for it. They name each other (`Num.gt` gives a `Flag`), so they stand in one file. What the methods record is in
 * the files beside it. S and E are explained in sentence.ts.
 */
export interface Value<T, in S, in E> {
  readonly '~type': T
  readonly '~scope': (s: S) => void
  readonly '~entity': (e: E) => void
  /** True where there is no value. */
  isNull(): Flag<S, E>
  /** True where there is a value. */
  isNotNull(): Flag<S, E>
  /** Equal; NULL where one of the two is NULL. @example status.eq('done') */
  eq<const X extends Constant<T> | Any<Wide<T>>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Not equal; NULL where one of the two is NULL. */
  ne<const X extends Constant<T> | Any<Wide<T>>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Equal, where two NULLs are equal too: never NULL. */
  sameAs<const X extends Constant<T> | Any<Wide<T>>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Equal to one of the constants. @example status.in('open', 'done') */
  in(...values: readonly Constant<T>[]): Flag<S, E>
  /** Equal to none of the constants. */
  notIn(...values: readonly Constant<T>[]): Flag<S, E>
  /** NULL where it equals the constant: `code.nullIf('')`. */
  nullIf(value: Constant<T>): this
  /** The constant where it is NULL, also where the key has no row at all. Comes last, before or after `.with`. */
  default(value: Constant<T>): this
  /** Records unit, owner, checks and the like of the feature. */
  with(meta: Meta<T>): this
  /** As text. */
  toText(): Text<string, S, E>
}

/** A value of T, whatever it reads: S and E are contravariant, so that only `any` stands for all of them. */
export type Any<T> = Value<T, any, any>

/** A number. Integers and decimals are exact; division, logarithms and the like are floats. */
export interface Num<in S, in E> extends Value<number, S, E> {
  /** Sum. @example revenue.plus(tax) */
  plus<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Num<S & ScopeOf<X>, E & EntityOf<X>>
  /** Difference. */
  minus<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Num<S & ScopeOf<X>, E & EntityOf<X>>
  /** Product. */
  times<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Num<S & ScopeOf<X>, E & EntityOf<X>>
  /** Quotient, a float; NULL where the divisor is 0. */
  div<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Num<S & ScopeOf<X>, E & EntityOf<X>>
  /** Greater. @example f.risk_score.gt(0.5) */
  gt<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Greater or equal. */
  gte<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Less. */
  lt<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Less or equal. */
  lte<const X extends number | Any<number>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** From `low` to `high`, both included. */
  between(low: number, high: number): Flag<S, E>
  /** `low` where it is less, `high` where it is greater. @example score.clamp(0, 1) */
  clamp(low: number, high: number): Num<S, E>
  /** Rounded to `decimals` (0), halves away from zero. */
  round(decimals?: number): Num<S, E>
  /** The greatest integer that is no greater. */
  floor(): Num<S, E>
  /** The least integer that is no less. */
  ceil(): Num<S, E>
  /** Without its sign. */
  abs(): Num<S, E>
  /** With the other sign. */
  negate(): Num<S, E>
  /** Natural logarithm, a float; NULL at and below 0. */
  ln(): Num<S, E>
  /** e to the power, a float. */
  exp(): Num<S, E>
  /** Square root, a float; NULL below 0. */
  sqrt(): Num<S, E>
  /** To the power, a float; NULL where that is no real number. */
  power<const X extends number | Any<number>>(exponent: X & Ok<S, E, X>): Num<S & ScopeOf<X>, E & EntityOf<X>>
  /** The number of limits that it reaches: `bucketize(10, 100)` is 0 below 10, 1 below 100, else 2; NULL stays NULL. Limits ascend. */
  bucketize(...limits: readonly number[]): Num<S, E>
  /** Without its fraction, as an integer (halves away from zero). */
  toInteger(): Num<S, E>
  /** As a float: 64 bits, no longer exact. */
  toFloat(): Num<S, E>
}

/** A text; of a category, V are its values. */
export interface Text<V extends string, in S, in E> extends Value<V, S, E> {
  /** In lower case. */
  lower(): Text<string, S, E>
  /** In upper case. */
  upper(): Text<string, S, E>
  /** Without spaces around it. */
  trim(): Text<string, S, E>
  /** The number of characters. */
  length(): Num<S, E>
  /** `length` characters from the `start`-th on, the first being 1. */
  substring(start: number, length: number): Text<string, S, E>
  /** True where the whole text matches the regular expression. @example code.matches('[A-Z]{2}-.*') */
  matches(pattern: string): Flag<S, E>
  /** As a float, or with precision and scale as an exact number; NULL where the text is none. */
  toNumber(precision?: number, scale?: number): Num<S, E>
  /** As an integer; NULL where the text is none. */
  toInteger(): Num<S, E>
  /** As a date, from ISO text; NULL where it is none. */
  toDate(): Moment<Day, S, E>
  /** As a timestamp, from ISO text; NULL where it is none. */
  toTimestamp(): Moment<Instant, S, E>
}

/** True or false, or NULL: logic is three-valued, as in SQL. */
export interface Flag<in S, in E> extends Value<boolean, S, E> {
  /** Both are true. */
  and<X extends Any<boolean>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** At least one is true. */
  or<X extends Any<boolean>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** The opposite; NULL stays NULL. */
  not(): Flag<S, E>
  /** 1 for true, 0 for false. */
  toInteger(): Num<S, E>
}

export type TimeUnit = 'seconds' | 'minutes' | 'hours' | 'days'
export type TruncateUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'
export type DatePart = 'year' | 'quarter' | 'month' | 'day' | 'dayOfWeek' | 'dayOfYear' | 'hour' | 'minute'

/** A timestamp (`Instant`, UTC) or a date (`Day`). */
export interface Moment<T, in S, in E> extends Value<T, S, E> {
  /** Later by a length. @example picked_up_at.plus('2d') */
  plus(length: Duration): Moment<T, S, E>
  /** Earlier by a length. */
  minus(length: Duration): Moment<T, S, E>
  /** Earlier than. @example signed_up_at.before('2026-01-01') */
  before<const X extends string | Any<T>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Later than. */
  after<const X extends string | Any<T>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Earlier or the same. */
  notAfter<const X extends string | Any<T>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** Later or the same. */
  notBefore<const X extends string | Any<T>>(other: X & Ok<S, E, X>): Flag<S & ScopeOf<X>, E & EntityOf<X>>
  /** From it to the other, with fraction, negative where the other is earlier. @example picked_up_at.until(delivered_at, 'hours') */
  until<const X extends Any<Instant | Day>>(other: X & Ok<S, E, X>, unit: TimeUnit): Num<S & ScopeOf<X>, E & EntityOf<X>>
  /** The start of its minute, hour, day, week (Monday), month, quarter or year. */
  truncate(unit: TruncateUnit): Moment<T, S, E>
  /** A part as an integer; `dayOfWeek` counts from Monday, 1. */
  datePart(part: DatePart): Num<S, E>
  /** The day of a timestamp, in UTC. */
  day(this: Value<Instant, S, E>): Moment<Day, S, E>
  /** Midnight of a date, in UTC, as a timestamp. */
  midnight(this: Value<Day, S, E>): Moment<Instant, S, E>
  /** Whole days from a date to another date, negative where the other is earlier. */
  daysUntil<const X extends Any<Day>>(this: Value<Day, S, E>, other: X & Ok<S, E, X>): Num<S & ScopeOf<X>, E & EntityOf<X>>
}

/** A JSON value. */
export interface JsonValue<in S, in E> extends Value<Json, S, E> {
  /**
   * The value at a path, as a type; NULL where there is none or it is of another type.
   * @example attrs.get('address.city', varchar())
   */
  get<T>(path: string | readonly string[], as: Col<T>): Expr<T, S, E>
}

/** The expression of a value of T. */
export type Expr<T, S, E> = [T] extends [number]
  ? Num<S, E>
  : [T] extends [string]
    ? Text<T, S, E>
    : [T] extends [boolean]
      ? Flag<S, E>
      : [T] extends [Json]
        ? JsonValue<S, E>
        : Moment<T, S, E>

/** The type of an expression's value. */
export type ValueOf<X> = X extends { readonly '~type': infer T } ? T : never
