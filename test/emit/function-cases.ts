import { functions } from '../../compiler/ir/functions.ts'
import type { FunctionName } from '../../compiler/ir/functions.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { Literal, LiteralValue } from '../../compiler/ir/scalar.ts'
import { as, field, named, select } from '../../compiler/ir/terms.ts'
import { literalPlaces, meanings } from './function-meanings.ts'

export const functionNames = Object.keys(functions) as FunctionName[]

/** The table of meanings, one case per row. */
export const functionCases = functionNames.flatMap(fn =>
  meanings[fn].map(m => {
    const [args, expected] = [m.slice(0, -1) as Literal[], m.at(-1) as LiteralValue]
    return { fn, args, expected, title: `of ${args.map(a => JSON.stringify(a.value)).join(', ')} is ${JSON.stringify(expected)}` }
  }),
)

/** The call on columns of one row, so that the engine's types are those of tables; literal arguments stay. */
export function onColumns(fn: FunctionName, args: readonly Literal[]): Relation {
  const isLiteral = (i: number): boolean => literalPlaces[fn]?.includes(i) === true
  const from: Relation = { kind: 'values', columns: args.map((a, i) => ({ name: `a${i}`, type: a.type })), rows: [args] }
  return select(as('t', from), [named('v', { kind: 'call', fn, args: args.map((a, i) => (isLiteral(i) ? a : field(`a${i}`, 't'))) })])
}
