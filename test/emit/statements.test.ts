import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addColumn,
  commentOn,
  commentProbe,
  createSchema,
  createTable,
  createTableAs,
  createView,
  deleteFrom,
  dropTable,
  dropView,
  insertInto,
  printQuery,
  printTerm,
  renameColumn,
  renameTable,
  dropBuilt,
  replaceTable,
} from '../../compiler/emit/index.ts'
import type { ColumnSpec, TableSpec } from '../../compiler/emit/index.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import type { DialectName } from '../../compiler/ir/scalar.ts'
import { as, call, field, fields, instant, integer, named, select, words } from '../../compiler/ir/terms.ts'
import { decimal, int, json, text, time } from '../../compiler/ir/type.ts'
import type { Driver, Row } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { checkSnowflake } from '../support/grammar.ts'

let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

function name(dialect: DialectName, of: string): QualifiedName {
  return { catalog: dialect === 'snowflake' ? 'ml' : null, schema: 'feat', name: of }
}

const columns: readonly ColumnSpec[] = [
  { name: 'customer_id', type: int, nullable: false, comment: "the customer's id \\ key" },
  { name: 'feature_time', type: time, nullable: false, comment: null },
  { name: 'total', type: decimal(18, 2), nullable: true, comment: null },
  { name: 'doc', type: json, nullable: true, comment: 'newest first' },
]

function table(dialect: DialectName, of: string, rest: Partial<TableSpec> = {}): TableSpec {
  return { name: name(dialect, of), columns, comment: "feat: it's g1", clusterBy: ['feature_time', 'customer_id'], ifNotExists: true, ...rest }
}

function query(dialect: DialectName): string {
  return printQuery(
    select(as('s', { kind: 'physical', of: { kind: 'relation', name: name(dialect, 'service__g1') } }), fields(columns.map(c => c.name)), {
      where: [call('eq', field('total'), integer(1))],
    }),
    dialect,
    null,
  )
}

/** One after the other on one warehouse. */
function acts(dialect: DialectName): Readonly<Record<string, readonly string[]>> {
  const of = (n: string): QualifiedName => name(dialect, n)
  const row = printQuery({ kind: 'values', columns: columns.slice(0, 3), rows: [[integer(7), instant('2024-01-01T00:00:00Z'), integer(1)]] }, dialect, null)
  const insert = (into: string): readonly string[] => insertInto({ into: of(into), columns: columns.slice(0, 3).map(c => c.name), query: row }, dialect)
  return {
    createSchema: createSchema(of(''), dialect),
    createTable: createTable(table(dialect, 'service__g1'), dialect),
    'createTable, plain': createTable(
      table(dialect, 'plain', { columns: [{ name: 'x', type: text, nullable: true, comment: null }], comment: null, clusterBy: [], ifNotExists: false }),
      dialect,
    ),
    insertInto: insert('service__g1'),
    createView: createView({ name: of('service'), columns, query: query(dialect), comment: "the customer's service" }, dialect),
    'createView, without comments': createView(
      { name: of('bare'), columns: columns.map(c => ({ ...c, comment: null })), query: query(dialect), comment: null },
      dialect,
    ),
    addColumn: addColumn({ table: of('service__g1'), column: { name: 'rate', type: int, nullable: true, comment: 'a rate' } }, dialect),
    renameColumn: renameColumn({ table: of('service__g1'), from: 'rate', to: 'delay_rate' }, dialect),
    renameTable: renameTable({ from: of('plain'), to: of('renamed') }, dialect),
    'commentOn table': commentOn({ on: 'table', name: of('renamed') }, 'x\\y', dialect),
    'commentOn view': commentOn({ on: 'view', name: of('service') }, 'new', dialect),
    'commentOn column': commentOn({ on: 'column', name: of('renamed'), column: 'x' }, 'the x', dialect),
    'commentOn nothing': commentOn({ on: 'table', name: of('renamed') }, null, dialect),
    'createTable of a store': createTable(table(dialect, 'store'), dialect),
    'createTable aside': createTable(table(dialect, 'store__next', { comment: null }), dialect),
    'insertInto aside': insert('store__next'),
    createTableAs: createTableAs(
      {
        name: of('training'),
        columns: [columns[0]!, { name: 'sum', type: decimal(38, 2) }],
        query: printQuery(
          select(as('s', { kind: 'physical', of: { kind: 'relation', name: of('service__g1') } }), [
            named('customer_id', field('customer_id')),
            named('sum', field('total')),
          ]),
          dialect,
          null,
        ),
        comment: 'feat dataset training',
      },
      dialect,
    ),
    replaceTable: [
      ...replaceTable({ name: of('store'), next: of('store__next'), keepAs: of('store__g0'), mark: 'feat: g1' }, dialect),
      ...dropBuilt(of('store__next'), dialect),
    ],
    'replaceTable, the first time': [
      ...createTable(table(dialect, 'first__next', { comment: null }), dialect),
      ...replaceTable({ name: of('first'), next: of('first__next'), keepAs: null, mark: 'feat: g1' }, dialect),
      ...dropBuilt(of('first__next'), dialect),
    ],
    deleteFrom: deleteFrom(
      {
        from: of('service__g1'),
        where: [
          call('gte', field('feature_time'), instant('2024-01-01')),
          call('or', call('eq', field('customer_id'), integer(7)), call('eq', field('total'), integer(9))),
        ].map(t => `(${printTerm(t, dialect, null)})`),
      },
      dialect,
    ),
    'deleteFrom, all rows': deleteFrom({ from: of('renamed'), where: [] }, dialect),
    dropView: dropView(of('bare'), dialect),
    dropTable: dropTable(of('renamed'), dialect),
    commentProbe: [commentProbe(of('store'), 'feat: g1', dialect)],
  }
}

it('prints both texts side by side', async () => {
  const [duckdb, snowflake] = [acts('duckdb'), acts('snowflake')]
  const texts = Object.keys(duckdb).map(act => `-- ${act}\n${duckdb[act]!.join(';\n')};\n\n${snowflake[act]!.join(';\n')};\n`)
  await expect(texts.join('\n')).toMatchFileSnapshot('../golden/emit/statements.sql')
})

it('prints Snowflake SQL that others can read', () => {
  checkSnowflake(Object.values(acts('snowflake')).flat())
})

it('does on DuckDB what it says', async () => {
  const all = acts('duckdb')
  const counts: Record<string, number> = {}
  for (const [act, statements] of Object.entries(all)) {
    counts[act] = 0
    for (const sql of statements) counts[act] += await driver.execute(sql)
  }
  expect([counts['insertInto'], counts['deleteFrom']]).toEqual([1, 1])
  const objects: readonly Row[] = await driver.query(
    `SELECT table_name AS name, comment FROM duckdb_tables() UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY 1`,
  )
  expect(Object.fromEntries(objects.map(o => [o['name'], o['comment']]))).toEqual({
    service__g1: "feat: it's g1",
    service: 'new',
    store: 'feat: g1',
    store__g0: "feat: it's g1",
    first: 'feat: g1',
    training: 'feat dataset training',
  })
  expect(await driver.query('SELECT customer_id, "sum", typeof("sum") AS type FROM feat.training')).toEqual([
    { customer_id: 7, sum: '1.00', type: 'DECIMAL(38,2)' },
  ])
  const found = await driver.query(
    `SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE table_name = 'service__g1' ORDER BY column_index`,
  )
  expect(found.map(c => Object.values(c))).toEqual([
    ['customer_id', 'BIGINT', false, "the customer's id \\ key"],
    ['feature_time', 'TIMESTAMP', false, null],
    ['total', 'DECIMAL(18,2)', true, null],
    ['doc', 'JSON', true, 'newest first'],
    ['delay_rate', 'BIGINT', true, 'a rate'],
  ])
  expect(await driver.query('SELECT customer_id FROM feat.store')).toEqual([{ customer_id: 7 }])
  expect(await driver.query('SELECT customer_id FROM feat.store__g0')).toEqual([])
  expect(await driver.query(all['commentProbe']![0]!)).toEqual([{ done: true }])
  expect(await driver.query(commentProbe(name('duckdb', 'store'), 'feat: g2', 'duckdb'))).toEqual([{ done: false }])
})

it('a replaced view tells its columns and comments anew', async () => {
  await driver.execute('CREATE SCHEMA IF NOT EXISTS other')
  const view = { name: { catalog: null, schema: 'other', name: 'v' }, comment: null }
  for (const sql of createView({ ...view, columns: [{ name: 'a', comment: 'old' }], query: 'SELECT 1 AS "a"', comment: 'old' }, 'duckdb'))
    await driver.execute(sql)
  for (const sql of createView(
    {
      ...view,
      columns: [
        { name: 'b', comment: null },
        { name: 'c', comment: 'new' },
      ],
      query: 'SELECT 1 AS "b", 2 AS "c"',
    },
    'duckdb',
  ))
    await driver.execute(sql)
  expect(await driver.query('SELECT b, c FROM other.v')).toEqual([{ b: 1, c: 2 }])
  expect(await driver.query(`SELECT comment FROM duckdb_views() WHERE view_name = 'v'`)).toEqual([{ comment: null }])
})

it('a new column cannot be NOT NULL, nor a table of DuckDB change its schema', () => {
  for (const dialect of ['duckdb', 'snowflake'] as const) {
    expect(() => addColumn({ table: name(dialect, 't'), column: { ...columns[0]! } }, dialect)).toThrow('NOT NULL')
  }
  expect(() => renameTable({ from: name('duckdb', 't'), to: { catalog: null, schema: 'other', name: 't' } }, 'duckdb')).toThrow("schema 'other'")
})

it('texts with quotes stay comments', () => {
  expect(commentOn({ on: 'column', name: name('snowflake', 't'), column: 'c' }, "it's", 'snowflake')).toEqual([
    `COMMENT ON COLUMN "ML"."FEAT"."T"."C" IS 'it''s'`,
  ])
  expect(printTerm(words("it's"), 'snowflake', null)).toBe("'it''s'")
})
