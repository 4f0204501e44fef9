import { constant, call, invalid, nodeOf, word } from './expression/node.ts'
import { expression } from './expression/expression.ts'
import type { Expr, Flag, Moment, Num, Text, Value } from './expression/fluent.ts'
import type { Day, Instant } from './value.ts'

/** Rows that say how things are or were: only they can be taken as of the point. */
type State = `dimension ${string}` | `snapshot ${string}`

/**
 * A value of a dimension or snapshot, as it was known at the point; NULL where the key had no row.
 * @example asOf(customers.c.tier)
 */
export function asOf<T, S extends State, E>(value: Value<T, S, E>): Expr<T, 'feature', E> {
  return expression(Object.freeze({ kind: 'asOf', of: nodeOf(value, 'a column of a dimension or snapshot') }))
}

/** The point T, the moment for which features are computed. @example point().datePart('dayOfWeek') */
export function point(): Moment<Instant, 'feature', unknown> {
  return expression(Object.freeze({ kind: 'point' }))
}

/**
 * From a moment to the point, in days with fraction.
 * @example daysSince(last(deliveries.c.delivered_at).over('lifetime'))
 */
export function daysSince<T extends Instant | Day, E>(moment: Moment<T, 'feature', E>): Num<'feature', E> {
  return expression(call('elapsed', [nodeOf(moment, 'a moment'), Object.freeze({ kind: 'point' }), word('days')]))
}

/** A constant as an expression. @example literal(1).minus(f.on_time_rate) */
export function literal(value: number): Num<unknown, unknown>
export function literal<const V extends string>(value: V): Text<V, unknown, unknown>
export function literal(value: boolean): Flag<unknown, unknown>
export function literal(value: unknown): unknown {
  return expression(constant(value) ?? invalid(value, 'a number, text, true or false'))
}
