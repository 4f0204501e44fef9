import type { Scalar } from '../../ir/scalar.ts'
import { columnTypeOf } from '../column.ts'
import { invalid, mistake } from './node.ts'

/** What the methods of JSON values record. A path is dotted text or a list of its steps; a number steps into a list. */
export const jsonMethods = {
  get: (a: Scalar, path: unknown, as: unknown): Scalar => {
    const steps = typeof path === 'string' ? path.split('.') : path
    if (!Array.isArray(steps) || !steps.every(s => typeof s === 'string' && s !== '')) return invalid(path, "a path, such as 'address.city'")
    const problems: { readonly found: string; readonly expected: string }[] = []
    const { type } = columnTypeOf(as, p => problems.push(p))
    const problem = problems[0]
    return problem === undefined ? Object.freeze({ kind: 'json', of: a, path: Object.freeze([...steps]), type }) : mistake(problem.found, problem.expected)
  },
}
