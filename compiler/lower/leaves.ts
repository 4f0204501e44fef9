import type { Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'

/** The leaves of an expression, with those of the keys of lookups. */
export function allLeaves(expr: Scalar): readonly ScalarLeaf[] {
  return leavesOf<ScalarLeaf>(expr).flatMap(l => (l.kind === 'lookup' ? [l, ...Object.values(l.keys).flatMap(allLeaves)] : [l]))
}
