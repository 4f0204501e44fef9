import type { Scalar } from '../../ir/scalar.ts'
import { text } from '../../ir/type.ts'
import { call, constantOf, operand } from './node.ts'

/** What the methods of every value record. */
export const valueMethods = {
  isNull: (a: Scalar): Scalar => call('isNull', [a]),
  isNotNull: (a: Scalar): Scalar => call('not', [call('isNull', [a])]),
  eq: (a: Scalar, b: unknown): Scalar => call('eq', [a, compared(b)]),
  ne: (a: Scalar, b: unknown): Scalar => call('ne', [a, compared(b)]),
  sameAs: (a: Scalar, b: unknown): Scalar => call('sameAs', [a, compared(b)]),
  in: (a: Scalar, ...values: readonly unknown[]): Scalar => call('in', [a, ...constants(values)]),
  notIn: (a: Scalar, ...values: readonly unknown[]): Scalar => call('not', [call('in', [a, ...constants(values)])]),
  nullIf: (a: Scalar, b: unknown): Scalar => call('nullIf', [a, constantOf(b, 'a constant')]),
  toText: (a: Scalar): Scalar => Object.freeze({ kind: 'cast', of: a, type: text, lenient: false }),
}

function compared(b: unknown): Scalar {
  return operand(b, b === null ? 'a value (for a missing one use .isNull())' : 'a value to compare with')
}

/** `in(['a', 'b'])` is read as `in('a', 'b')`; in() without values is refused by the number of arguments. */
function constants(values: readonly unknown[]): readonly Scalar[] {
  const given: readonly unknown[] = values.length === 1 && Array.isArray(values[0]) ? values[0] : values
  return given.map(v => constantOf(v, 'a constant'))
}
