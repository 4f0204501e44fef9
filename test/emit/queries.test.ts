import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printQuery, printTerm, unsupported } from '../../compiler/emit/index.ts'
import type { Bounds } from '../../compiler/emit/index.ts'
import type { Relation, Series, Term, Values } from '../../compiler/ir/relation.ts'
import {
  aggregate,
  all,
  as,
  ascending,
  bucketOf,
  call,
  choose,
  descending,
  field,
  fields,
  instant,
  integer,
  join as joined,
  later,
  named,
  param,
  part,
  sameColumns,
  select,
  words,
} from '../../compiler/ir/terms.ts'
import { decimal, int, text, time } from '../../compiler/ir/type.ts'
import type { Driver, Row } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { hasFakesnow } from '../support/fakesnow.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { plain, secondOpinion } from '../support/second-opinion.ts'
import { scratch } from '../support/scratch.ts'

const folder = scratch()
let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

const bounds: Bounds = { from: '2024-01-01T00:00:00Z', to: '2024-01-03T00:00:00Z', now: '2024-01-03T01:30:00Z' }
const run = (relation: Relation, given: Bounds | null = bounds): Promise<readonly Row[]> => driver.query(printQuery(relation, 'duckdb', given))

const events: Values = {
  kind: 'values',
  columns: [
    { name: 'k', type: text },
    { name: 'at', type: time },
    { name: 'n', type: int },
  ],
  rows: [
    [words('a'), instant('2024-01-01T06:00:00Z'), integer(1)],
    [words('a'), instant('2024-01-01T18:00:00Z'), integer(2)],
    [words('b'), instant('2024-01-02T06:00:00Z'), integer(5)],
    [words("b'\n"), instant('2024-01-02T06:00:00Z'), integer(7)],
  ],
}
const points: Series = { kind: 'series', name: 'point', every: 86_400, first: later(param('from'), 86_400), last: param('to') }
const e = (name: string): Term => field(name, 'e')
const p = (name: string): Term => field(name, 'p')

/** What a fill looks like: tiles, points, a window over tiles, and the newest row of each key. */
const fill: Relation = {
  kind: 'with',
  parts: [
    { name: 'events', of: events },
    {
      name: 'tiles',
      of: select(
        as('events', part('events')),
        [named('k', field('k')), named('tile', bucketOf(field('at'), 86_400)), named('n', aggregate('sum', [field('n')]))],
        {
          where: [
            call('gte', field('at'), param('from')),
            call('lt', field('at'), param('to')),
            call('or', call('gt', field('n'), integer(0)), call('isNull', field('n'))),
          ],
          groupBy: [field('k'), bucketOf(field('at'), 86_400)],
        },
      ),
    },
    { name: 'points', of: points },
  ],
  body: select(
    as('p', part('points')),
    [
      named('k', e('k')),
      named('feature_time', p('point')),
      named('n_2d', aggregate('sum', [e('n')], call('gte', e('tile'), later(p('point'), -172_800)))),
      named(
        'size',
        choose(
          call('gt', aggregate('sum', [e('n')]), integer(3)),
          words('more than three in this window of two days'),
          words('three at most in this window of two days'),
        ),
      ),
    ],
    {
      joins: [joined('inner', 'e', part('tiles'), [call('lt', e('tile'), p('point'))])],
      groupBy: [e('k'), p('point')],
      orderBy: [ascending(e('k')), descending(p('point'))],
    },
  ),
}

const relations: Readonly<Record<string, Relation>> = {
  fill,
  'fill within a query': select(as('f', fill), fields(['k', 'n_2d'], 'f'), {
    where: [call('eq', field('feature_time', 'f'), param('to'))],
    orderBy: [ascending(field('k', 'f'))],
  }),
  'part as the body': { kind: 'with', parts: [{ name: 'f', of: fill }], body: part('f') },
  'union of blocks with clauses of their own': {
    kind: 'union',
    all: [
      select(as('x', events), fields(['n'], 'x'), { orderBy: [descending(field('n', 'x'))], limit: 1 }),
      { kind: 'with', parts: [{ name: 'y', of: events }], body: select(as('y', part('y')), fields(['n']), { where: [call('eq', field('k'), words('a'))] }) },
      { kind: 'values', columns: [{ name: 'n', type: int }], rows: [[{ kind: 'literal', value: null, type: int }], [integer(-1)]] },
    ],
  },
  'distinct, grouped by a number': select(as('x', select(as('x', events), [named('one', integer(1))], { groupBy: [integer(1)] })), fields(['one']), {
    distinct: true,
  }),
  'left and cross joins': select(as('a', events), [named('k', field('k', 'a')), named('other', field('n', 'b')), named('now', field('now', 'c'))], {
    joins: [
      joined('left', 'b', events, [...sameColumns('a', 'b', ['k']), call('lt', field('n', 'a'), field('n', 'b'))]),
      joined('cross', 'c', { kind: 'values', columns: [{ name: 'now', type: time }], rows: [[param('now')]] }),
    ],
    where: [
      all([
        call('eq', field('k', 'a'), words('a')),
        call('not', call('isNull', field('n', 'a'))),
        all([call('lt', field('n', 'a'), integer(9)), call('gt', field('n', 'a'), integer(0))]),
      ]),
    ],
    orderBy: [ascending(field('n', 'a'))],
  }),
  points: select(as('p', points), [named('point', field('point', 'p'))]),
  'an empty relation': {
    kind: 'values',
    columns: [
      { name: 'k', type: text },
      { name: 'at', type: time },
    ],
    rows: [],
  },
}

it('prints both texts side by side', async () => {
  const texts = Object.entries(relations).map(([name, r]) => `-- ${name}\n${printQuery(r, 'duckdb', bounds)}\n\n${printQuery(r, 'snowflake', bounds)}\n`)
  await expect(texts.join('\n')).toMatchFileSnapshot('../golden/emit/queries.sql')
})

it('prints Snowflake SQL that others can read', () => {
  checkSnowflake(Object.values(relations).map(r => printQuery(r, 'snowflake', bounds)))
})

it('prints no star but that of count(*)', () => {
  for (const r of Object.values(relations)) expect(printQuery(r, 'duckdb', bounds).replaceAll('count(*)', '').replace(/ \* /g, ' ')).not.toContain('*')
})

it.skipIf(!hasFakesnow())('means the same on Snowflake, says a second engine', async () => {
  // it cannot describe a union that begins with a parenthesis
  const named = Object.entries(relations).filter(([name]) => !name.startsWith('union of blocks'))
  const found = await secondOpinion(
    named.map(([, r]) => r),
    bounds,
  )
  const ours = await Promise.all(named.map(([, r]) => run(r)))
  const all = (rows: readonly Row[]): unknown => rows.map(r => Object.values(r).map(plain))
  expect(found.map(all)).toEqual(ours.map(all))
})

describe('on DuckDB', () => {
  const whole = [
    { k: 'a', feature_time: '2024-01-03T00:00:00Z', n_2d: '3', size: 'three at most in this window of two days' },
    { k: 'a', feature_time: '2024-01-02T00:00:00Z', n_2d: '3', size: 'three at most in this window of two days' },
    { k: 'b', feature_time: '2024-01-03T00:00:00Z', n_2d: '5', size: 'more than three in this window of two days' },
    { k: "b'\n", feature_time: '2024-01-03T00:00:00Z', n_2d: '7', size: 'more than three in this window of two days' },
  ].map(r => ({ ...r, n_2d: expect.toSatisfy(v => String(v) === r.n_2d) }))

  it('a fill', async () => {
    expect(await run(fill)).toEqual(whole)
    expect(await run(relations['part as the body']!)).toEqual(whole)
    expect((await run(relations['fill within a query']!)).map(r => [r['k'], Number(r['n_2d'])])).toEqual([
      ['a', 3],
      ['b', 5],
      ["b'\n", 7],
    ])
  })

  it('unions, joins, distinct and nothing', async () => {
    expect((await run(relations['union of blocks with clauses of their own']!)).map(r => r['n'])).toEqual([7, 1, 2, null, -1])
    expect(await run(relations['distinct, grouped by a number']!)).toEqual([{ one: 1 }])
    expect(await run(relations['left and cross joins']!)).toEqual([
      { k: 'a', other: 2, now: '2024-01-03T01:30:00Z' },
      { k: 'a', other: null, now: '2024-01-03T01:30:00Z' },
    ])
    expect(await run(relations['an empty relation']!)).toEqual([])
  })

  it.each<readonly [first: string | null, last: string | null, every: number, expected: readonly string[]]>([
    ['2024-01-01', '2024-01-03', 86_400, ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', '2024-01-03T00:00:00Z']],
    ['2024-01-01', '2024-01-01T11:59:59Z', 21_600, ['2024-01-01T00:00:00Z', '2024-01-01T06:00:00Z']],
    ['2024-01-01', '2024-01-01', 60, ['2024-01-01T00:00:00Z']],
    ['2024-01-02', '2024-01-01', 60, []],
    [null, '2024-01-01', 60, []],
    ['2024-01-01', null, 60, []],
  ])('points from %j to %j', async (first, last, every, expected) => {
    const series: Series = {
      kind: 'series',
      name: 'at',
      every,
      first: { kind: 'literal', value: first, type: time },
      last: { kind: 'literal', value: last, type: time },
    }
    const ordered = select(as('s', series), fields(['at'], 's'), { orderBy: [ascending(field('at', 's'))] })
    expect((await run(ordered)).map(r => r['at'])).toEqual(expected)
  })

  it('files and queries as sources', async () => {
    const path = join(folder, "it's.csv")
    writeFileSync(path, 'k,n\na,1\nb,2\n')
    const read: Relation = select(as('f', { kind: 'physical', of: { kind: 'file', path, format: 'csv' } }), fields(['k', 'n'], 'f'), {
      orderBy: [ascending(field('k', 'f'))],
    })
    expect(await run(read)).toEqual([
      { k: 'a', n: 1 },
      { k: 'b', n: 2 },
    ])
    await driver.execute(`COPY (SELECT 5 AS n) TO '${join(folder, 'x.parquet')}' (FORMAT parquet)`)
    expect(
      await run(select(as('f', { kind: 'physical', of: { kind: 'file', path: join(folder, 'x.parquet'), format: 'parquet' } }), fields(['n'], 'f'))),
    ).toEqual([{ n: 5 }])
    writeFileSync(path, 'k,n,d\n007,1.5,2024-01-01\n')
    const columns = [
      { name: 'k', type: text },
      { name: 'n', type: decimal(12, 2) },
    ]
    expect(await run(select(as('f', { kind: 'physical', of: { kind: 'file', path, format: 'csv', columns } }), fields(['k', 'n'], 'f')))).toEqual([
      { k: '007', n: '1.50' },
    ])
    const query: Relation = { kind: 'physical', of: { kind: 'query', sql: { duckdb: 'SELECT 1 AS n -- one', snowflake: 'SELECT 1 AS n' } } }
    expect(await run(select(as('q', query), fields(['n'], 'q')))).toEqual([{ n: 1 }])
    expect((await run({ kind: 'union', all: [query, query] })).length).toBe(2)
    expect(printQuery(select(as('q', query), fields(['n'], 'q')), 'snowflake', null)).toBe('SELECT\n  "Q"."N" AS "N"\nFROM (\n  SELECT 1 AS n\n) AS "Q"')
  })

  it('a table of the warehouse', async () => {
    await driver.execute('CREATE SCHEMA raw')
    await driver.execute('CREATE TABLE raw.orders AS SELECT 3 AS n')
    const orders: Relation = { kind: 'physical', of: { kind: 'relation', name: { catalog: null, schema: 'raw', name: 'orders' } } }
    expect(await run(select(as('o', orders), fields(['n'])))).toEqual([{ n: 3 }])
    expect(printQuery(select(as('o', orders), fields(['n'])), 'snowflake', null)).toBe('SELECT\n  "O"."N" AS "N"\nFROM "RAW"."ORDERS" AS "O"')
  })
})

describe('bounds', () => {
  it('may be variables of a procedure', () => {
    expect(printTerm(call('gte', field('at', 'e'), param('from')), 'snowflake', { from: { identifier: ':FROM_TS' }, to: null, now: null })).toBe(
      '"E"."AT" >= :FROM_TS',
    )
  })

  it('must be given', () => {
    expect(() => printTerm(param('now'), 'duckdb', { ...bounds, now: null })).toThrow("parameter 'now' has no bound")
    expect(() => printTerm(param('from'), 'duckdb', null)).toThrow("parameter 'from' has no bound")
  })
})

describe('what cannot be printed is a bug', () => {
  it.each<readonly [string, Relation]>([
    ['is not bound', { kind: 'scan', of: 'view.v', columns: [] }],
    ['is not bound', { kind: 'source', of: 'source.s', columns: [] }],
    ['no part', part('p')],
    ['no condition', select(as('a', events), fields(['k'], 'a'), { joins: [joined('cross', 'b', events, [call('not', param('now'))])] })],
    ['are not known', { kind: 'physical', of: { kind: 'relation', name: { catalog: null, schema: 's', name: 't' } } }],
  ])('%s', (message, relation) => {
    expect(() => printQuery(relation, 'duckdb', bounds)).toThrow(message)
  })
})

describe('what a dialect cannot say', () => {
  const codes = (relation: Relation, dialect: 'snowflake' | 'duckdb'): readonly string[] => unsupported(relation, dialect, 'source.s').map(d => d.code)
  const where = (term: Term): Relation => ({
    kind: 'union',
    all: [{ kind: 'with', parts: [{ name: 'x', of: events }], body: select(as('x', part('x')), fields(['k']), { where: [term] }) }],
  })

  it('F450 files on Snowflake', () => {
    const read: Relation = select(as('f', { kind: 'physical', of: { kind: 'file', path: 'a.csv', format: 'csv' } }), fields(['k'], 'f'))
    expect([codes(read, 'duckdb'), codes(read, 'snowflake')]).toEqual([[], ['F450']])
    expect(unsupported(read, 'snowflake', 'source.s')[0]).toMatchObject({ message: "the file 'a.csv' cannot be read on snowflake", address: 'source.s' })
    expect(() => printQuery(read, 'snowflake', null)).toThrow('cannot be read here')
  })

  it.each(['a\0b', '\udc00'])('F451 text that no statement can carry: %j', value => {
    expect(codes(where(call('eq', field('k'), words(value))), 'duckdb')).toEqual(['F451'])
    expect(codes({ ...events, rows: [[words(value)]] }, 'snowflake')).toEqual(['F451'])
    expect(codes(where(aggregate('countAll', [], call('eq', field('k'), words(value)))), 'snowflake')).toEqual(['F451'])
  })

  it.each(['(?:a|b)', '(?i)a', 'a*?', 'a{2}?', '(a)\\1', '\\p{L}', 'a\\b(?=c)'])('F452 the pattern %s on Snowflake', pattern => {
    const relation = where(call('matches', field('k'), words(pattern)))
    expect([codes(relation, 'duckdb'), codes(relation, 'snowflake')]).toEqual([[], ['F452']])
  })

  it.each(['(a|b)+', '[0-9]{2,3}', 'a?b*', '\\d+\\.\\d+', '\\(x\\)', '[(?]', '\\(?x', '[*]?'])('the pattern %s means the same on both', pattern => {
    expect(codes(where(call('matches', field('k'), words(pattern))), 'snowflake')).toEqual([])
  })
})
