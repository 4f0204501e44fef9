import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printQuery, printTerm } from '../../compiler/emit/index.ts'
import type { Relation, Term } from '../../compiler/ir/relation.ts'
import { as, field, named, select } from '../../compiler/ir/terms.ts'
import type { Driver, Value } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { functionCases, functionNames, onColumns } from './function-cases.ts'
import { literalPlaces } from './function-meanings.ts'

let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

/** The driver gives a fraction of six digits or none. */
const withoutZeros = (value: Value): Value => (typeof value === 'string' ? value.replace(/\.0+Z$/, 'Z') : value)

describe.each(functionNames)('%s', fn => {
  it.each(functionCases.filter(c => c.fn === fn))('$title', async ({ args, expected }) => {
    const terms: readonly Relation[] = [onColumns(fn, args), select(as('t', onColumns(fn, args)), [named('v', { kind: 'call', fn, args })])]
    for (const relation of terms) {
      const [row] = await driver.query(printQuery(relation, 'duckdb', null))
      const value = withoutZeros(row!['v']!)
      if (typeof expected === 'number' && typeof value === 'number') expect(value).toBeCloseTo(expected, 9)
      else expect(value).toEqual(expected)
    }
  })
})

/** The calls on columns named a, b, c: literal arguments stay, for they decide the text. */
const calls = functionCases.map(({ fn, args }): { fn: string; term: Term } => ({
  fn,
  term: { kind: 'call', fn, args: args.map((a, i) => (literalPlaces[fn]?.includes(i) ? a : field('abcd'[i]!, 't'))) },
}))

it('prints both texts side by side', async () => {
  const texts = calls.map(({ fn, term }) => `${fn}\n  duckdb     ${printTerm(term, 'duckdb', null)}\n  snowflake  ${printTerm(term, 'snowflake', null)}\n`)
  await expect([...new Set(texts)].join('')).toMatchFileSnapshot('../golden/emit/functions.txt')
})

it('prints Snowflake SQL that others can read', () => {
  const texts = calls.map(c => `SELECT ${printTerm(c.term, 'snowflake', null)} AS "V" FROM "S"."T" AS "T"`)
  checkSnowflake([...new Set(texts)])
})
