import type { Scalar } from '../ir/scalar.ts'
import { addMethods, expression, prototype } from './expression/expression.ts'
import type { Any, Expr, Num, Text } from './expression/fluent.ts'
import { call, constantOf, invalid, literal, mistake, nodeOf, operand, surplusOf } from './expression/node.ts'
import { isRecord, part } from './part.ts'
import type { EntityOf, Ok, ScopeOf } from './sentence.ts'
import { text } from '../ir/type.ts'

/** What an arm of a case may give: a constant or an expression. */
type Arm = string | number | boolean | Any<string> | Any<number> | Any<boolean>
/** The type of the values of an arm; flags and expressions of texts keep theirs. */
type ArmValue<W> = W extends { readonly '~type': infer T } ? T : W

/** A case that still lacks its `.otherwise`. V are the values of its arms. */
export interface Case<V, S, E> {
  readonly '~case': V
  /** The value where no earlier condition is true and this one is. */
  when<C extends Any<boolean>, const W extends Arm>(
    condition: C & Ok<S, E, C>,
    value: W & Ok<S, E, W>,
  ): Case<V | ArmValue<W>, S & ScopeOf<C> & ScopeOf<W>, E & EntityOf<C> & EntityOf<W>>
  /** The value where no condition is true; `null` for none. */
  otherwise<const W extends Arm | null>(value: W & Ok<S, E, W>): Expr<Exclude<V | ArmValue<W>, null>, S & ScopeOf<W>, E & EntityOf<W>>
}

interface CasePart {
  readonly node: Scalar
  readonly arms: readonly (readonly [Scalar, Scalar])[]
}

const endless = mistake('a when() without .otherwise()', '.otherwise(value), or .otherwise(null)')
const casePrototype = Object.create(prototype, { [part]: { value: 'case' } }) as object

addMethods(casePrototype, {
  when(this: CasePart, condition: unknown, value: unknown, ...more: readonly unknown[]) {
    return withArm(this.arms, condition, value, surplusOf('when', 0, more))
  },
  otherwise(this: CasePart, value: unknown) {
    return expression(Object.freeze({ kind: 'case', arms: Object.freeze(this.arms), otherwise: value === null ? null : operand(value, 'a value, or null') }))
  },
})

/**
 * The value of the first condition that is true.
 * @example when(f.rate.gte(0.95), 'high').when(f.rate.gte(0.8), 'medium').otherwise('low')
 */
export function when<C extends Any<boolean>, const W extends Arm>(
  condition: C,
  value: W & Ok<ScopeOf<C>, EntityOf<C>, W>,
): Case<ArmValue<W>, ScopeOf<C> & ScopeOf<W>, EntityOf<C> & EntityOf<W>> {
  return withArm([], condition, value, surplusOf('when', 2, arguments))
}

function withArm<X>(arms: CasePart['arms'], condition: unknown, value: unknown, surplus: Scalar | null): X {
  const made = Object.create(casePrototype) as { -readonly [K in keyof CasePart]: CasePart[K] }
  made.node = endless
  made.arms = [...arms, Object.freeze([surplus ?? nodeOf(condition, 'a condition'), operand(value, 'a value')] as const)]
  return Object.freeze(made) as X
}

/**
 * Numbers for the values of a category: each has to be named.
 * @example encode(asOf(customers.c.tier), { bronze: 1, silver: 2, gold: 3 }, { otherwise: 0 })
 */
export function encode<V extends string, S, E>(
  value: Text<V, S, E>,
  numbers: Readonly<Record<NoInfer<V>, number>>,
  options: { /** Of any other text, and of NULL. */ readonly otherwise: number | null },
): Num<S, E> {
  const of = nodeOf(value, 'a text')
  if (!isRecord(numbers)) return expression(invalid(numbers, 'a number for each value, such as { bronze: 1, gold: 2 }'))
  if (!isRecord(options) || options.otherwise === undefined) return expression(invalid(options, 'what any other value is: { otherwise: 0 }'))
  const arms = Object.entries(numbers).map(([v, n]) => Object.freeze([call('eq', [of, literal(v, text)]), constantOf(n, 'a number')] as const))
  return expression(
    Object.freeze({
      kind: 'case',
      arms: Object.freeze(arms),
      otherwise: options.otherwise === null ? null : constantOf(options.otherwise, 'a number, or null'),
      complete: true,
    }),
  )
}
