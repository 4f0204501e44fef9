import type { Scalar } from '../../ir/scalar.ts'
import { date, time } from '../../ir/type.ts'
import { wholeNumber } from './num.ts'
import { call, invalid, word } from './node.ts'

/** What the methods of texts record; the casts to numbers are in num.ts. */
export const textMethods = {
  lower: (a: Scalar): Scalar => call('lower', [a]),
  upper: (a: Scalar): Scalar => call('upper', [a]),
  trim: (a: Scalar): Scalar => call('trim', [a]),
  length: (a: Scalar): Scalar => call('length', [a]),
  substring: (a: Scalar, start: unknown, length: unknown): Scalar => call('substring', [a, wholeNumber(start), wholeNumber(length)]),
  matches: (a: Scalar, pattern: unknown): Scalar =>
    call('matches', [a, typeof pattern === 'string' ? word(pattern) : invalid(pattern, 'a regular expression as text')]),
  toDate: (a: Scalar): Scalar => Object.freeze({ kind: 'cast', of: a, type: date, lenient: true }),
  toTimestamp: (a: Scalar): Scalar => Object.freeze({ kind: 'cast', of: a, type: time, lenient: true }),
}
