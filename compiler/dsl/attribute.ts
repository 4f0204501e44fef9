import { constant, call, invalid, nodeOf, surplusOf, word } from './expression/node.ts'
import { expression } from './expression/expression.ts'
import type { Any, Expr, Flag, Moment, Num, Text, ValueOf } from './expression/fluent.ts'
import type { EntityOf, Fit, StateFit } from './sentence.ts'
import type { Day, Instant } from './value.ts'

/**
 * A value of a dimension or snapshot, as it was known at the point; NULL where the key had no row.
 * @example asOf(customers.c.tier)
 */
export function asOf<const X>(value: X & StateFit<X>): Expr<ValueOf<X>, 'feature', EntityOf<X>> {
  return expression(surplusOf('asOf', 1, arguments) ?? Object.freeze({ kind: 'asOf', of: nodeOf(value, 'a column of a dimension or snapshot') }))
}

/** The point T, the moment for which features are computed. @example point().datePart('dayOfWeek') */
export function point(): Moment<Instant, 'feature', unknown> {
  return expression(Object.freeze({ kind: 'point' }))
}

/**
 * From a moment to the point, in days with fraction.
 * @example daysSince(last(deliveries.c.delivered_at).over('lifetime'))
 */
export function daysSince<X extends Any<Instant | Day>>(moment: X & Fit<X, EntityOf<X>>): Num<'feature', EntityOf<X>> {
  return expression(surplusOf('daysSince', 1, arguments) ?? call('elapsed', [nodeOf(moment, 'a moment'), Object.freeze({ kind: 'point' }), word('days')]))
}

/** A constant as an expression. @example literal(1).minus(f.on_time_rate) */
export function literal(value: number): Num<unknown, unknown>
export function literal<const V extends string>(value: V): Text<V, unknown, unknown>
export function literal(value: boolean): Flag<unknown, unknown>
export function literal(value: unknown): unknown {
  return expression(constant(value) ?? invalid(value, 'a number, text, true or false'))
}
