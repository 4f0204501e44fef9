import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { CatalogSource } from '../../compiler/ir/catalog.ts'
import type { PhysicalSource } from '../../compiler/ir/placed.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, json, text, time } from '../../compiler/ir/type.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { checkSources } from '../../registry/observe/sources.ts'
import { localPlacement } from '../support/placement.ts'
import { scratch } from '../support/scratch.ts'
import { catalogSource } from '../support/sources.ts'

const folder = scratch()
let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
  await driver.execute('CREATE SCHEMA raw')
  await driver.execute(
    'CREATE TABLE raw.deliveries (Delivery_Id VARCHAR, distance DOUBLE, minutes INTEGER, price DECIMAL(10, 2), on_time BOOLEAN, delivered_at TIMESTAMP, weight BIGINT)',
  )
  await driver.execute(`COPY (SELECT 1 AS id, TIMESTAMP '2026-01-01' AS at) TO '${join(folder, 'trips.parquet')}'`)
  writeFileSync(join(folder, 'orders.csv'), 'id,amount,at\n1,10,2026-01-01 10:00:00\n2,20,2026-01-02 10:00:00\n')
  writeFileSync(join(folder, 'empty.csv'), 'id,amount,at\n')
  writeFileSync(join(folder, 'broken.parquet'), 'no parquet')
})
afterAll(() => driver.close())

const check = (source: CatalogSource, physical: PhysicalSource): Promise<readonly Diagnostic[]> =>
  checkSources(driver, { sources: [source] }, localPlacement({ sources: { [source.address]: physical } }))
const table = (name: string): PhysicalSource => ({ kind: 'relation', name: { catalog: null, schema: 'raw', name } })
const file = (name: string): PhysicalSource => ({ kind: 'file', path: join(folder, name), format: name.endsWith('.csv') ? 'csv' : 'parquet' })
const query: PhysicalSource = { kind: 'query' }

describe('a source that fits', () => {
  it.each<[string, CatalogSource, PhysicalSource]>([
    [
      'a table, in any case',
      catalogSource('raw.deliveries', { delivery_id: text, distance: float, minutes: int, price: decimal(12, 2), on_time: flag, delivered_at: time }),
      table('Deliveries'),
    ],
    ['a Parquet file', catalogSource('trips', { id: int, at: time }), file('trips.parquet')],
    ['a CSV file, whose whole numbers say nothing about a scale', catalogSource('orders', { id: int, amount: decimal(12, 2), at: time }), file('orders.csv')],
    ['a CSV file without rows, read with the declared types', catalogSource('empty', { id: int, amount: decimal(12, 2), at: time }), file('empty.csv')],
    [
      'a query',
      catalogSource('late', { delivery_id: text }, { query: { duckdb: ['SELECT delivery_id FROM raw.deliveries'], snowflake: ['SELECT 1'] } }),
      query,
    ],
    [
      'a query of columns',
      catalogSource(
        'late',
        { delivery_id: text },
        {
          query: {
            duckdb: ['SELECT ', { kind: 'column', source: 'source.raw.deliveries', name: 'delivery_id', keys: null }, ' FROM raw.deliveries'],
            snowflake: ['SELECT 1'],
          },
        },
      ),
      query,
    ],
  ])('%s', async (_title, source, physical) => {
    expect(await check(source, physical)).toEqual([])
  })

  it('is one that no target maps', async () => {
    expect(await checkSources(driver, { sources: [catalogSource('raw.nowhere', {})] }, localPlacement())).toEqual([])
  })
})

describe('a source that does not', () => {
  it('F640 a table that is missing, with what may be meant', async () => {
    const [found, ...more] = await check(catalogSource('raw.deliverys', { a: text }), table('deliverys'))
    expect(more).toEqual([])
    expect(found).toMatchObject({
      code: 'F640',
      message: 'the source raw.deliverys is the table raw.deliverys, which does not exist in the warehouse',
      hint: "did you mean 'raw.deliveries'?",
      address: 'source.raw.deliverys',
      span: { file: 'features/sources.ts', line: 7 },
    })
  })

  it('F641 a file that is missing, with what may be meant', async () => {
    expect(await check(catalogSource('trips', { id: int }), file('trip.parquet'))).toMatchObject([
      { code: 'F641', hint: `did you mean '${join(folder, 'trips.parquet')}'?` },
    ])
    expect(await check(catalogSource('trips', { id: int }), file('no/such/folder.parquet'))).toMatchObject([
      { code: 'F641', hint: expect.stringContaining('correct the path') as string },
    ])
  })

  it('F642 columns that are missing, all of them, with what may be meant', async () => {
    const found = await check(catalogSource('raw.deliveries', { delivery_id: text, distence: float, colour: text }), table('deliveries'))
    expect(found).toMatchObject([
      {
        code: 'F642',
        message: "the source raw.deliveries declares the column 'distence', which raw.deliveries does not have",
        hint: "did you mean 'distance'?",
      },
      { code: 'F642', hint: 'correct the name, or remove the column from the declaration' },
    ])
  })

  it.each<[string, string, Type, string | null]>([
    ['text declared as a number', 'delivery_id', decimal(12, 2), 'varchar'],
    ['float declared as exact', 'distance', decimal(12, 2), 'float'],
    ['float declared as integer', 'distance', int, 'float'],
    ['whole numbers declared as text', 'minutes', text, 'integer'],
    ['money declared with too few digits', 'price', decimal(8, 2), 'number(10,2)'],
    ['money declared with too small a scale', 'price', decimal(10, 1), 'number(10,2)'],
    ['a big integer declared as a short number', 'weight', decimal(12, 2), 'integer'],
    ['time declared as a date', 'delivered_at', date, 'timestamp'],
    ['a flag declared as JSON', 'on_time', json, 'boolean'],
  ])('F643 %s', async (_title, column, declared, fitting) => {
    expect(await check(catalogSource('raw.deliveries', { [column]: declared }), table('deliveries'))).toMatchObject([
      { code: 'F643', hint: `declare it as ${fitting}` },
    ])
  })

  it('F643 a type that features do not read', async () => {
    await driver.execute('CREATE TABLE raw.lists (a INTEGER[])')
    expect(await check(catalogSource('raw.lists', { a: text }), table('lists'))).toMatchObject([
      { code: 'F643', hint: 'map the source to a query that casts the column' },
    ])
  })

  it('F646 a value of a CSV file that is none of the declared type, the first with its row', async () => {
    writeFileSync(join(folder, 'cells.csv'), 'id,amount,at\n1,,2026-01-01\n2,xx,2026-01-02\n3,yy,soon\n4,5,2026-01-03\n')
    expect(await check(catalogSource('cells', { id: int, amount: decimal(12, 2), at: time }), file('cells.csv'))).toMatchObject([
      { code: 'F646', message: `the source cells declares 'amount' as number(12,2), and row 2 of ${join(folder, 'cells.csv')} has 'xx' there` },
      { code: 'F646', message: `the source cells declares 'at' as timestamp, and row 3 of ${join(folder, 'cells.csv')} has 'soon' there` },
    ])
  })

  it('F644 a file of another format', async () => {
    expect(await check(catalogSource('broken', { a: text }), file('broken.parquet'))).toMatchObject([{ code: 'F644', address: 'source.broken' }])
  })

  it('F645 a query that the engine refuses', async () => {
    const source = catalogSource('late', { a: text }, { query: { duckdb: ['SELECT a FROM raw.nowhere'], snowflake: ['SELECT 1'] } })
    expect(await check(source, query)).toMatchObject([{ code: 'F645', message: expect.stringContaining('nowhere') as string }])
  })

  it('in a file is found by the same rules', async () => {
    expect((await check(catalogSource('trips', { id: text, when: time }), file('trips.parquet'))).map(d => d.code)).toEqual(['F643', 'F642'])
    expect((await check(catalogSource('orders', { id: text }), file('orders.csv'))).map(d => d.code)).toEqual(['F643'])
  })
})
