import type { Scalar } from '../../ir/scalar.ts'
import { call, joined, operand } from './node.ts'

/** What the methods of flags record. */
export const flagMethods = {
  and: (a: Scalar, b: unknown): Scalar => joined('and', a, operand(b, 'a condition')),
  or: (a: Scalar, b: unknown): Scalar => joined('or', a, operand(b, 'a condition')),
  not: (a: Scalar): Scalar => call('not', [a]),
}
