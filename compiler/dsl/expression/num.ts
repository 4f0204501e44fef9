import type { Scalar } from '../../ir/scalar.ts'
import { decimal, float, int } from '../../ir/type.ts'
import { call, constantOf, invalid, literal, operand } from './node.ts'

const number = (x: unknown): Scalar => operand(x, 'a number')
const fixed = (x: unknown): Scalar => constantOf(x, 'a constant number')

/** What the methods of numbers record. `plus` and `minus` are in moment.ts too: expression.ts tells them apart. */
export const numMethods = {
  times: (a: Scalar, b: unknown): Scalar => call('times', [a, number(b)]),
  div: (a: Scalar, b: unknown): Scalar => call('divide', [a, number(b)]),
  gt: (a: Scalar, b: unknown): Scalar => call('gt', [a, number(b)]),
  gte: (a: Scalar, b: unknown): Scalar => call('gte', [a, number(b)]),
  lt: (a: Scalar, b: unknown): Scalar => call('lt', [a, number(b)]),
  lte: (a: Scalar, b: unknown): Scalar => call('lte', [a, number(b)]),
  between: (a: Scalar, low: unknown, high: unknown): Scalar => call('and', [call('gte', [a, fixed(low)]), call('lte', [a, fixed(high)])]),
  clamp: (a: Scalar, low: unknown, high: unknown): Scalar => call('least', [call('greatest', [a, fixed(low)]), fixed(high)]),
  round: (a: Scalar, decimals: unknown = 0): Scalar => call('round', [a, wholeNumber(decimals)]),
  floor: (a: Scalar): Scalar => call('floor', [a]),
  ceil: (a: Scalar): Scalar => call('ceil', [a]),
  abs: (a: Scalar): Scalar => call('abs', [a]),
  negate: (a: Scalar): Scalar => call('negate', [a]),
  ln: (a: Scalar): Scalar => call('ln', [a]),
  exp: (a: Scalar): Scalar => call('exp', [a]),
  sqrt: (a: Scalar): Scalar => call('sqrt', [a]),
  power: (a: Scalar, b: unknown): Scalar => call('power', [a, number(b)]),
  bucketize,
  toFloat: (a: Scalar): Scalar => Object.freeze({ kind: 'cast', of: a, type: float, lenient: false }),
  /** Of text and flags as well; only a text can fail to parse, and is NULL then. */
  toInteger: (a: Scalar): Scalar => Object.freeze({ kind: 'cast', of: a, type: int, lenient: true }),
  toNumber: (a: Scalar, precision?: unknown, scale: unknown = 0): Scalar => {
    const type = precision === undefined ? float : decimal(precision as number, scale as number)
    const good = type === float || (isDigits(precision, 1, 38) && isDigits(scale, 0, precision))
    return good
      ? Object.freeze({ kind: 'cast', of: a, type: Object.freeze(type), lenient: true })
      : invalid([precision, scale], 'a precision of 1 to 38 and a scale of 0 to the precision')
  },
}

function isDigits(x: unknown, from: number, to: number): x is number {
  return typeof x === 'number' && Number.isInteger(x) && x >= from && x <= to
}

export function wholeNumber(x: unknown): Scalar {
  return typeof x === 'number' && Number.isInteger(x) ? literal(x, int) : invalid(x, 'a whole number')
}

function bucketize(a: Scalar, ...limits: readonly unknown[]): Scalar {
  const sorted = limits.every((l, i) => typeof l === 'number' && (i === 0 || (limits[i - 1] as number) < l))
  const last = limits.at(-1)
  if (!sorted || last === undefined) return invalid(limits, 'limits as numbers, each greater than the one before')
  const arms = limits.map((limit, i) => Object.freeze([call('lt', [a, fixed(limit)]), literal(i, int)] as const))
  arms.push(Object.freeze([call('gte', [a, fixed(last)]), literal(limits.length, int)] as const))
  return Object.freeze({ kind: 'case', arms: Object.freeze(arms), otherwise: null })
}
