import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printQuery, printTerm } from '../../compiler/emit/index.ts'
import type { AggregateFunction, Relation, Select, Term, WindowFunction } from '../../compiler/ir/relation.ts'
import { aggregate, as, ascending, call, descending, field, fields, integer, literal, named, over, select, words } from '../../compiler/ir/terms.ts'
import { float, int, text } from '../../compiler/ir/type.ts'
import type { Driver, Value } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { hasFakesnow } from '../support/fakesnow.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { plain, secondOpinion } from '../support/second-opinion.ts'

let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

type Row = readonly [group: string, v: number | null, w: number | null, o: number | null]

/** One group with a NULL in each column, one of a single row, one of NULLs, and one whose numbers differ little for their size. */
const rows: readonly Row[] = [
  ['a', 1, 2, 10],
  ['a', 3, 6, 30],
  ['a', null, 5, 40],
  ['a', 5, null, 20],
  ['a', 3, 7, null],
  ['one', 4, 4, 1],
  ['none', null, null, null],
  ['far', 1e9 + 1, 1e9 + 1, 1],
  ['far', 1e9 + 2, 1e9 + 2, 2],
  ['far', 1e9 + 3, 1e9 + 3, 3],
]
const data: Relation = {
  kind: 'values',
  columns: [
    { name: 'g', type: text },
    { name: 'v', type: int },
    { name: 'w', type: float },
    { name: 'o', type: int },
  ],
  rows: rows.map(([g, v, w, o]) => [words(g), literal(v, int), literal(w, float), literal(o, int)]),
}
const events: Relation = { kind: 'physical', of: { kind: 'relation', name: { catalog: 'db', schema: 'raw', name: 'events' } } }
const [v, w, o] = [field('v', 't'), field('w', 't'), field('o', 't')]
const small = call('lt', v, integer(4))

function byGroup(term: Term): Select {
  const g = field('g', 't')
  return select(as('t', data), [named('g', g), named('x', term)], { groupBy: [g], orderBy: [ascending(g)] })
}

/** The number that a driver may give as text. */
const number = (value: Value): Value => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value)

async function groupsOf(relation: Relation): Promise<Record<string, Value>> {
  const found = await driver.query(printQuery(relation, 'duckdb', null))
  return Object.fromEntries(found.map(r => [String(r['g']), number(r['x']!)]))
}

/** Plain, and where v < 4; a group without such rows must look like one without rows. */
const meanings: Readonly<
  Record<AggregateFunction, readonly (readonly [args: readonly Term[], filter: Term | null, expected: Readonly<Record<string, Value>>])[]>
> = {
  count: [
    [[v], null, { a: 4, one: 1, none: 0, far: 3 }],
    [[w], small, { a: 3, one: 0, none: 0, far: 0 }],
  ],
  countAll: [
    [[], null, { a: 5, one: 1, none: 1, far: 3 }],
    [[], small, { a: 3, one: 0, none: 0, far: 0 }],
  ],
  countDistinct: [
    [[v], null, { a: 3, one: 1, none: 0, far: 3 }],
    [[v], small, { a: 2, one: 0, none: 0, far: 0 }],
  ],
  sum: [
    [[v], null, { a: 12, one: 4, none: null, far: 3_000_000_006 }],
    [[v], small, { a: 7, one: null, none: null, far: null }],
  ],
  min: [
    [[v], null, { a: 1, one: 4, none: null, far: 1e9 + 1 }],
    [[w], small, { a: 2, one: null, none: null, far: null }],
  ],
  max: [
    [[v], null, { a: 5, one: 4, none: null, far: 1e9 + 3 }],
    [[w], small, { a: 7, one: null, none: null, far: null }],
  ],
  avg: [
    [[v], null, { a: 3, one: 4, none: null, far: 1e9 + 2 }],
    [[w], small, { a: 5, one: null, none: null, far: null }],
  ],
  varPop: [
    [[v], null, { a: 2, one: 0, none: null, far: 2 / 3 }],
    [[v], small, { a: 8 / 9, one: null, none: null, far: null }],
  ],
  // a: (1, 2), (3, 6), (3, 7)
  covarPop: [
    [[v, w], null, { a: 2, one: 0, none: null, far: 2 / 3 }],
    [[v, w], small, { a: 2, one: null, none: null, far: null }],
  ],
  // the row with the greatest order has no value; the one without order does not count
  argMax: [
    [[v, o], null, { a: null, one: 4, none: null, far: 1e9 + 3 }],
    [[w, o], small, { a: 6, one: null, none: null, far: null }],
  ],
  argMin: [
    [[v, o], null, { a: 1, one: 4, none: null, far: 1e9 + 1 }],
    [[w, o], small, { a: 2, one: null, none: null, far: null }],
  ],
  arrayByOrderDescending: [
    [[v, o], null, { a: '[null,3,5,1,3]', one: '[4]', none: '[null]', far: '[1000000003,1000000002,1000000001]' }],
    [[v, o], small, { a: '[3,1,3]', one: null, none: null, far: null }],
  ],
}
const cases = (Object.keys(meanings) as AggregateFunction[]).flatMap(fn => meanings[fn].map(([args, filter, expected]) => ({ fn, args, filter, expected })))

describe('aggregates', () => {
  it.each(cases)('$fn of groups, with NULLs and without rows', async ({ fn, args, filter, expected }) => {
    const found = await groupsOf(byGroup(aggregate(fn, args, filter)))
    expect(Object.keys(found).toSorted()).toEqual(Object.keys(expected).toSorted())
    for (const [group, value] of Object.entries(expected)) {
      if (typeof value === 'number') expect([group, found[group]]).toEqual([group, expect.closeTo(value, 9)])
      else expect([group, found[group]]).toEqual([group, value])
    }
  })

  it('give one row over no rows', async () => {
    const none: Relation = {
      kind: 'values',
      columns: [
        { name: 'v', type: int },
        { name: 'w', type: float },
        { name: 'o', type: int },
      ],
      rows: [],
    }
    const terms = cases.filter(c => c.filter === null).map(c => named(c.fn, aggregate(c.fn, c.args)))
    const [row] = await driver.query(printQuery(select(as('t', none), terms), 'duckdb', null))
    expect(row).toEqual({
      count: 0,
      countall: 0,
      countdistinct: 0,
      sum: null,
      min: null,
      max: null,
      avg: null,
      varpop: null,
      covarpop: null,
      argmax: null,
      argmin: null,
      arraybyorderdescending: null,
    })
  })
})

const g = field('g', 't')
const windowMeanings: Readonly<Record<WindowFunction, readonly (readonly [term: Term, expected: readonly Value[]])[]>> = {
  // rows of 'a' by o, NULL last: v = 1, 5, 3, NULL, 3
  sum: [
    [over('sum', [v], [g], [ascending(o)], { preceding: 'unbounded' }), [1, 6, 9, 9, 12]],
    [over('sum', [v], [g], [ascending(o)], { preceding: 1 }), [1, 6, 8, 3, 3]],
    [over('sum', [v], [g], [], null), [12, 12, 12, 12, 12]],
    [over('sum', [v], [g], [ascending(o)], null), [12, 12, 12, 12, 12]],
  ],
  min: [[over('min', [v], [g], [ascending(o)], { preceding: 2 }), [1, 1, 1, 3, 3]]],
  max: [[over('max', [v], [g], [ascending(o)], { preceding: 0 }), [1, 5, 3, null, 3]]],
  count: [
    [over('count', [v], [g], [ascending(o)], { preceding: 'unbounded' }), [1, 2, 3, 3, 4]],
    [over('count', [], [g], [ascending(o)], { preceding: 'unbounded' }), [1, 2, 3, 4, 5]],
  ],
  rowNumber: [
    [over('rowNumber', [], [g], [ascending(o)], null), [1, 2, 3, 4, 5]],
    [over('rowNumber', [], [g], [{ by: o, descending: true, nulls: 'first' }], null), [5, 4, 3, 2, 1]],
  ],
  lead: [
    [over('lead', [v], [g], [ascending(o)], null), [5, 3, null, 3, null]],
    [over('lead', [v, integer(2)], [g], [ascending(o)], null), [3, null, 3, null, null]],
  ],
  lag: [[over('lag', [v], [g], [ascending(o)], null), [null, 1, 5, 3, null]]],
}
const windowCases = (Object.keys(windowMeanings) as WindowFunction[]).flatMap(fn => windowMeanings[fn].map(([term, expected]) => ({ fn, term, expected })))

function ofA(term: Term): Select {
  return select(as('t', data), [named('x', term)], { where: [call('eq', g, words('a'))], orderBy: [ascending(o)] })
}

describe('window functions', () => {
  it.each(windowCases)('$fn gives $expected', async ({ term, expected }) => {
    const found = await driver.query(printQuery(ofA(term), 'duckdb', null))
    expect(found.map(r => number(r['x']!))).toEqual(expected)
  })

  it('may filter rows', async () => {
    const newest = call('eq', over('rowNumber', [], [g], [descending(o)], null), integer(1))
    const relation = select(as('t', data), fields(['g', 'o'], 't'), { qualify: [newest], orderBy: [ascending(g)] })
    expect(await driver.query(printQuery(relation, 'duckdb', null))).toEqual([
      { g: 'a', o: 40 },
      { g: 'far', o: 3 },
      { g: 'none', o: null },
      { g: 'one', o: 1 },
    ])
    checkSnowflake([printQuery(relation, 'snowflake', null)])
  })

  it('have no frame without an order', () => {
    expect(() => printTerm(over('sum', [v], [], [], { preceding: 1 }), 'duckdb', null)).toThrow('without an order')
  })
})

it('prints both texts side by side', async () => {
  const printed = [...cases.map(c => [c.fn, aggregate(c.fn, c.args, c.filter)] as const), ...windowCases.map(c => [`${c.fn} over`, c.term] as const)].map(
    ([name, term]) => `${name}\n  duckdb     ${printTerm(term, 'duckdb', null)}\n  snowflake  ${printTerm(term, 'snowflake', null)}\n`,
  )
  await expect(printed.join('')).toMatchFileSnapshot('../golden/emit/aggregates.txt')
})

it('prints Snowflake SQL that others can read', () => {
  const terms = [...cases.map(c => byGroup(aggregate(c.fn, c.args, c.filter))), ...windowCases.map(c => ofA(c.term))]
  checkSnowflake(terms.map(r => printQuery({ ...r, from: as('t', events) }, 'snowflake', null)))
})

it.skipIf(!hasFakesnow())('means the same on Snowflake, says a second engine', async () => {
  // it leaves out rows without a value where it takes the greatest, and keeps NULLs in arrays
  const told = cases.filter(c => !(c.fn === 'argMax' && c.filter === null) && !(c.fn === 'arrayByOrderDescending' && c.filter !== null))
  const found = await secondOpinion(told.map(c => byGroup(aggregate(c.fn, c.args, c.filter))))
  const values = told.map((c, i) => [c.fn, Object.fromEntries(found[i]!.map(r => [String(r['g']), plain(r['x']!)]))])
  expect(values).toEqual(
    told.map(c => [c.fn, Object.fromEntries(Object.entries(c.expected).map(([g, v]) => [g, typeof v === 'number' ? expect.closeTo(v, 9) : v]))]),
  )
  const windows = await secondOpinion(windowCases.map(c => ofA(c.term)))
  expect(windows.map(rows => rows.map(r => plain(r['x']!)))).toEqual(windowCases.map(c => c.expected))
})
