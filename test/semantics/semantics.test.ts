import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printQuery } from '../../compiler/emit/index.ts'
import { functions } from '../../compiler/ir/functions.ts'
import { aggregateNames } from '../../compiler/ir/scalar.ts'
import { duckdb } from '../../compiler/emit/duckdb/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { aggregatesRestOn } from './aggregates.ts'
import { semantics } from './index.ts'
import { like } from './like.ts'
import { pagesRead } from './row.ts'

let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

const titled = semantics.map(s => ({ ...s, title: `${s.of}: ${s.says}` }))

describe('the DuckDB text means what Snowflake does', () => {
  it.each(titled)('$title', async ({ relation, expected }) => {
    const rows = await driver.query(printQuery(relation, 'duckdb', null))
    expect(rows.map(r => r['v'])).toEqual([like(expected)])
  })
})

describe('where the plain spelling differs', () => {
  const plain = titled.flatMap(s => (s.ground.status === 'neutralized' && s.ground.plain !== null ? [{ title: s.title, ...s.ground.plain }] : []))
  it.each(plain)('$title', async ({ duckdb: sql, gives }) => {
    const rows = await driver.query(sql)
    expect(rows.map(r => r['v'])).toEqual([like(gives)])
  })
})

describe('the table', () => {
  const covered = new Set<string>(semantics.map(s => s.of))

  it('has a row for every function, aggregate, window function, cast and literal', () => {
    const types = ['text', 'flag', 'int', 'float', 'date', 'time', 'json', 'decimal']
    const all = [
      ...Object.keys(functions).map(f => `function ${f}`),
      ...Object.keys(duckdb.aggregates).map(a => `aggregate ${a}`),
      ...Object.keys(duckdb.windows).map(w => `window ${w}`),
      ...types.flatMap(t => [`cast to ${t}`, `lenient cast to ${t}`, `json as ${t}`, `literal ${t}`]),
      'rounding cast to int',
      'rounding cast to decimal',
    ]
    expect(all.filter(c => !covered.has(c))).toEqual([])
  })

  it('has rows for what each aggregate of the language rests on', () => {
    expect(aggregateNames.filter(name => aggregatesRestOn[name].length === 0 || aggregatesRestOn[name].some(c => !covered.has(c)))).toEqual([])
  })

  it('names every page that was read', () => {
    const named = new Set(semantics.map(s => (s.ground.status === 'assumed' ? null : s.ground.page)))
    expect([...pagesRead].filter(p => !named.has(p))).toEqual([])
  })

  it('tells no case twice', () => {
    const told = titled.map(s => `${s.title} ${printQuery(s.relation, 'snowflake', null)}`)
    expect(told.filter((t, i) => told.indexOf(t) !== i)).toEqual([])
  })
})
