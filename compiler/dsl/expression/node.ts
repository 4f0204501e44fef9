import { parseDuration } from '../../base/duration.ts'
import type { FunctionName } from '../../ir/functions.ts'
import type { Literal, Scalar } from '../../ir/scalar.ts'
import type { Type } from '../../ir/type.ts'
import { decimal, flag, float, int, text } from '../../ir/type.ts'
import { describe, furtherOf, partKind } from '../part.ts'

/** A frozen call of a function of the table. */
export function call(fn: FunctionName, args: readonly Scalar[]): Scalar {
  return Object.freeze({ kind: 'call', fn, args: Object.freeze(args) })
}

/** What stands where an author gave no expression; `bind` refuses it with these words. */
export function invalid(found: unknown, expected: string): Scalar {
  return mistake(describe(found), expected)
}

/** `invalid` with what was found in words of ours. */
export function mistake(found: string, expected: string): Scalar {
  return Object.freeze({ kind: 'invalid', found, expected })
}

/** What is given beyond what a builder takes: to leave it out in silence would compute something else. Null where there is none. */
export function surplusOf(builder: string, most: number, given: ArrayLike<unknown>): Scalar | null {
  const further = furtherOf(given, most)
  return further === undefined ? null : mistake(`${describe(further)} as a further argument of ${builder}`, 'no further argument')
}

export function literal(value: Literal['value'], type: Type): Literal {
  return Object.freeze({ kind: 'literal', value, type: Object.freeze(type) })
}

/** An option of a function, such as a unit: a literal text. */
export function word(value: string): Literal {
  return literal(value, text)
}

/**
 * A constant. A whole number is an integer; one with a fraction is an exact decimal of the digits that were written, so
 * that `revenue.times(0.1)` stays exact; beyond 15 digits, or with an exponent, it is a float. Text is text: `types`
 * reads it as a date, timestamp or category where its neighbour is one. Null where it is no constant at all.
 */
export function constant(value: unknown): Literal | null {
  switch (typeof value) {
    case 'string':
      return literal(value, text)
    case 'boolean':
      return literal(value, flag)
    case 'bigint':
      return literal(value.toString(), int)
    case 'number':
      return Number.isFinite(value) ? literal(value, numberType(value)) : null
    default:
      return null
  }
}

const plainDecimal = /^-?(\d+)\.(\d+)$/

function numberType(value: number): Type {
  if (Number.isSafeInteger(value)) return int
  const digits = plainDecimal.exec(String(value))
  if (digits === null) return float
  const whole = digits[1] === '0' ? '' : digits[1]!
  const scale = digits[2]!.length
  return whole.length + scale <= 15 ? decimal(whole.length + scale, scale) : float
}

/** The node of an expression or constant; anything else is recorded as a mistake. */
export function operand(given: unknown, expected: string): Scalar {
  if (hasNode(given)) return given.node
  return constant(given) ?? invalid(given, expected)
}

/** The node of an expression; a constant is a mistake too. */
export function nodeOf(given: unknown, expected: string): Scalar {
  return hasNode(given) ? given.node : invalid(given, expected)
}

/** Expressions, and what is nearly one and says so by an `invalid` node: an aggregate without a window, a label, a when(). */
function hasNode(x: unknown): x is { readonly node: Scalar } {
  const kind = partKind(x)
  return kind === 'expression' || kind === 'aggregate' || kind === 'label' || kind === 'case'
}

/** A constant where no expression will do. */
export function constantOf(given: unknown, expected: string): Scalar {
  return constant(given) ?? invalid(given, expected)
}

/** A length of time as a literal number of seconds. */
export function secondsOf(given: unknown, sign: 1 | -1 = 1): Scalar {
  const seconds = parseDuration(given)
  return seconds === null ? invalid(given, "a length such as '30d', '6h', '15m' or '10s'") : literal(sign * seconds, int)
}

/** One of the words that a function knows. */
export function wordOf(given: unknown, known: readonly string[]): Scalar {
  return typeof given === 'string' && known.includes(given) ? word(given) : invalid(given, `one of ${known.join(', ')}`)
}

/** Joins by `and` or `or`, flat: `a.and(b).and(c)` is one call of three. */
export function joined(fn: 'and' | 'or', a: Scalar, b: Scalar): Scalar {
  return a.kind === 'call' && a.fn === fn ? call(fn, [...a.args, b]) : call(fn, [a, b])
}
