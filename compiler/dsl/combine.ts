import type { FunctionName } from '../ir/functions.ts'
import { expression } from './expression/expression.ts'
import type { Any, Expr, Text, ValueOf } from './expression/fluent.ts'
import { call, operand } from './expression/node.ts'
import type { AllOk, EntityOf, Joint, ScopeOf } from './sentence.ts'
import type { Constant, Day, Instant, Wide } from './value.ts'

/** What may stand beside a value of T: constants and expressions. */
type Beside<T> = readonly (Constant<T> | Any<Wide<T>>)[]
type Ordered = Any<number> | Any<string> | Any<Instant> | Any<Day>
type Combined<T, A, R extends readonly unknown[]> = Expr<T, Joint<ScopeOf<A>, R, 'scope'>, Joint<EntityOf<A>, R, 'entity'>>

function combined<X>(fn: FunctionName, operands: readonly unknown[]): X {
  return expression(
    call(
      fn,
      operands.map(o => operand(o, 'a value')),
    ),
  )
}

/** The first that is not NULL. @example coalesce(f.on_time_rate_30d, f.on_time_rate_90d, 0) */
export function coalesce<A extends Any<unknown>, const R extends Beside<ValueOf<A>>>(
  first: A,
  ...rest: R & AllOk<ScopeOf<A>, EntityOf<A>, R>
): Combined<ValueOf<A>, A, R> {
  return combined('coalesce', [first, ...rest])
}

/** The greatest; NULL if one of them is NULL. */
export function greatest<A extends Ordered, const R extends Beside<ValueOf<A>>>(
  first: A,
  ...rest: R & AllOk<ScopeOf<A>, EntityOf<A>, R>
): Combined<ValueOf<A>, A, R> {
  return combined('greatest', [first, ...rest])
}

/** The least; NULL if one of them is NULL. */
export function least<A extends Ordered, const R extends Beside<ValueOf<A>>>(
  first: A,
  ...rest: R & AllOk<ScopeOf<A>, EntityOf<A>, R>
): Combined<ValueOf<A>, A, R> {
  return combined('least', [first, ...rest])
}

/** The greatest of those that are not NULL. */
export function greatestKnown<A extends Ordered, const R extends Beside<ValueOf<A>>>(
  first: A,
  ...rest: R & AllOk<ScopeOf<A>, EntityOf<A>, R>
): Combined<ValueOf<A>, A, R> {
  return combined('greatestKnown', [first, ...rest])
}

/** The least of those that are not NULL. */
export function leastKnown<A extends Ordered, const R extends Beside<ValueOf<A>>>(
  first: A,
  ...rest: R & AllOk<ScopeOf<A>, EntityOf<A>, R>
): Combined<ValueOf<A>, A, R> {
  return combined('leastKnown', [first, ...rest])
}

/** Texts joined; NULL if one of them is NULL. @example concat(deliveries.c.from_hub, '-', deliveries.c.to_hub) */
export function concat<A extends Any<string>, const R extends Beside<string>>(
  first: A,
  ...rest: R & AllOk<ScopeOf<A>, EntityOf<A>, R>
): Text<string, Joint<ScopeOf<A>, R, 'scope'>, Joint<EntityOf<A>, R, 'entity'>> {
  return combined('concat', [first, ...rest])
}
