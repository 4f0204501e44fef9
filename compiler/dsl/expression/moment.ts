import type { Scalar } from '../../ir/scalar.ts'
import { call, nodeOf, operand, secondsOf, wordOf } from './node.ts'

const units = ['seconds', 'minutes', 'hours', 'days']
const spans = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']
const parts = ['year', 'quarter', 'month', 'day', 'dayOfWeek', 'dayOfYear', 'hour', 'minute']

const moment = (x: unknown): Scalar => operand(x, 'a moment')

/**
 * What the methods of timestamps and dates record. A text beside `plus` or `minus` is a length, so that one method serves
 * numbers and moments; `timePlus` of a date is for `types` to read as `datePlus`.
 */
export const momentMethods = {
  plus: (a: Scalar, b: unknown): Scalar =>
    typeof b === 'string' ? call('timePlus', [a, secondsOf(b)]) : call('plus', [a, operand(b, 'a number or a length')]),
  minus: (a: Scalar, b: unknown): Scalar =>
    typeof b === 'string' ? call('timePlus', [a, secondsOf(b, -1)]) : call('minus', [a, operand(b, 'a number or a length')]),
  before: (a: Scalar, b: unknown): Scalar => call('lt', [a, moment(b)]),
  after: (a: Scalar, b: unknown): Scalar => call('gt', [a, moment(b)]),
  notAfter: (a: Scalar, b: unknown): Scalar => call('lte', [a, moment(b)]),
  notBefore: (a: Scalar, b: unknown): Scalar => call('gte', [a, moment(b)]),
  until: (a: Scalar, b: unknown, unit: unknown): Scalar => call('elapsed', [a, nodeOf(b, 'a moment'), wordOf(unit, units)]),
  daysUntil: (a: Scalar, b: unknown): Scalar => call('daysBetween', [a, nodeOf(b, 'a date')]),
  truncate: (a: Scalar, unit: unknown): Scalar => call('truncate', [a, wordOf(unit, spans)]),
  datePart: (a: Scalar, part: unknown): Scalar => call('datePart', [a, wordOf(part, parts)]),
  day: (a: Scalar): Scalar => call('dateOf', [a]),
  midnight: (a: Scalar): Scalar => call('timeOf', [a]),
}
