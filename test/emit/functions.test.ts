import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printQuery, printTerm } from '../../compiler/emit/index.ts'
import { functions } from '../../compiler/ir/functions.ts'
import type { FunctionName } from '../../compiler/ir/functions.ts'
import type { Relation, Term } from '../../compiler/ir/relation.ts'
import type { Literal, LiteralValue } from '../../compiler/ir/scalar.ts'
import { as, field, named, select } from '../../compiler/ir/terms.ts'
import type { Driver, Value } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { literalPlaces, meanings } from './function-meanings.ts'

let driver: Driver
beforeAll(async () => { driver = await openDuckdb({ path: ':memory:' }) })
afterAll(() => driver.close())

const names = Object.keys(functions) as FunctionName[]
const cases = names.flatMap(fn => meanings[fn].map(m => {
  const [args, expected] = [m.slice(0, -1) as Literal[], m.at(-1) as LiteralValue]
  return { fn, args, expected, title: `of ${args.map(a => JSON.stringify(a.value)).join(', ')} is ${JSON.stringify(expected)}` }
}))

/** The call on columns of one row, so that the engine's types are those of tables; literal arguments stay. */
function onColumns(fn: FunctionName, args: readonly Literal[]): Relation {
  const isLiteral = (i: number): boolean => literalPlaces[fn]?.includes(i) === true
  const from: Relation = { kind: 'values', columns: args.map((a, i) => ({ name: `a${i}`, type: a.type })), rows: [args] }
  return select(as('t', from), [named('v', { kind: 'call', fn, args: args.map((a, i) => (isLiteral(i) ? a : field(`a${i}`, 't'))) })])
}

/** The driver gives a fraction of six digits or none. */
const withoutZeros = (value: Value): Value => (typeof value === 'string' ? value.replace(/\.0+Z$/, 'Z') : value)

describe.each(names)('%s', fn => {
  it.each(cases.filter(c => c.fn === fn))('$title', async ({ args, expected }) => {
    const terms: readonly Relation[] = [onColumns(fn, args), select(as('t', onColumns(fn, args)), [named('v', { kind: 'call', fn, args })])]
    for (const relation of terms) {
      const [row] = await driver.query(printQuery(relation, 'duckdb', null))
      const value = withoutZeros(row!['v']!)
      if (typeof expected === 'number' && typeof value === 'number') expect(value).toBeCloseTo(expected, 9)
      else expect(value).toEqual(expected)
    }
  })
})

/** One text per function, number of arguments, and literal argument where that decides the text. */
function texts(): string {
  const printed = cases.map(({ fn, args }) => {
    const call: Term = { kind: 'call', fn, args: args.map((a, i) => (literalPlaces[fn]?.includes(i) ? a : field('abcd'[i]!, 't'))) }
    return `${fn}\n  duckdb     ${printTerm(call, 'duckdb', null)}\n  snowflake  ${printTerm(call, 'snowflake', null)}\n`
  })
  return [...new Set(printed)].join('')
}

it('prints both texts side by side', async () => {
  await expect(texts()).toMatchFileSnapshot('../golden/emit/functions.txt')
})

it('prints Snowflake SQL that others can read', () => {
  checkSnowflake(cases.map(c => printQuery(onColumns(c.fn, c.args), 'snowflake', null)))
})
