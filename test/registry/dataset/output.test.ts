import { mkdtempSync, readFileSync, rmSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { writeArrow } from '../../../registry/dataset/write-arrow.ts'
import { dataset } from '../../../compiler/dsl/index.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { diffDatasets } from '../../../registry/dataset/diff.ts'
import { rebuildDataset } from '../../../registry/dataset/verify.ts'
import type { Row } from '../../../registry/driver/driver.ts'
import { openDuckdb } from '../../../registry/driver/duckdb.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { codesOf } from '../../support/errors.ts'
import { applied, inWarehouse, materialized, sessionFor } from '../../support/warehouse.ts'
import { busy, calls, customer, customerOrders, declarations, rawRows, split } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
const now = '2026-03-01T06:00:00Z'
const asked = { from: null, to: null, known: null, out: null, force: false, partial: false, dataset: 'busy' }
const folder = mkdtempSync(join(tmpdir(), 'feat-dataset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const minutes = dataset('minutes', {
  entity: customer,
  spine: calls,
  label: calls.c.minutes,
  features: [customerOrders],
  keep: ['call_id', 'minutes'],
  split,
  accept: { F455: 'a test', F457: 'a test' },
})

onEachEngine('the files of a dataset', engine => {
  it('hold what its table holds, in one order, to the byte the same each time, and are compared with each other', async () => {
    await engine.inWarehouse(rawRows(), async driver => {
      const session = sessionOn(driver, [...declarations, busy], { now })
      await applied(session)
      await materialized(session)
      await buildDataset(session, asked)
      const table = await rowsIn(driver, 'main.busy')
      const file = (name: string): string => join(folder, `${driver.dialect}-${name}`)
      for (const ending of ['parquet', 'csv', 'arrow']) {
        const [a, b] = [file(`a.${ending}`), file(`b.${ending}`)]
        const one = await buildDataset(session, { ...asked, out: a })
        const two = await buildDataset(session, { ...asked, out: b })
        expect(one.output).toMatchObject({ kind: 'file', path: a, format: ending })
        expect(readFileSync(a).equals(readFileSync(b))).toBe(true)
        expect(one.checksum).toBe(two.checksum)
      }
      const duck = await openDuckdb({ path: ':memory:' })
      await duck.execute('CREATE SCHEMA s')
      await duck.execute(`CREATE TABLE s.parquet AS SELECT * FROM read_parquet('${file('a.parquet')}')`)
      const found = await rowsIn(duck, 's.parquet')
      duck.close()
      expect(found).toEqual(table)
      expect(arrowRows(file('a.arrow'))).toBe(table.length)
      expect(readdirSync(folder).filter(f => f.startsWith('.'))).toEqual([])
      expect(existsSync(file('a.csv'))).toBe(true)

      // The first was a table, then come two of each ending.
      const same = { sameChecksum: true, rows: { removed: 0, added: 0, both: table.length } }
      for (const other of ['busy@3', 'busy@6']) {
        const found = await diffDatasets(session, other, 'busy@7')
        expect(found).toMatchObject(same)
        expect(found.columns.filter(c => c.changed > 0)).toEqual([])
      }
      writeFileSync(file('b.arrow'), 'no such file')
      expect(await codesOf(diffDatasets(session, 'busy@6', 'busy@7'))).toEqual(['F445'])
      rmSync(file('b.arrow'))
      expect(await codesOf(diffDatasets(session, 'busy@6', 'busy@7'))).toEqual(['F445'])
      await rebuildDataset(session, 'busy', { out: file('again.parquet'), force: false })
      expect(await diffDatasets(session, 'busy@6', 'busy@7')).toMatchObject(same)
    })
  })
})

it('a Parquet file of DuckDB is what the table is: the declared types, the rows in one order, the same checksum', async () => {
  await inWarehouse(rawRows(), async driver => {
    const session = sessionFor(driver, [...declarations, minutes], { now })
    // narrower than they are declared, and below zero, where a hash tells the two types apart
    await driver.execute('ALTER TABLE raw.calls ALTER minutes TYPE TINYINT')
    await driver.execute('UPDATE raw.calls SET minutes = minutes - 5')
    await applied(session)
    await materialized(session)
    const out = join(folder, 'typed.parquet')
    const left = ['', '.ndjson'].map(ending => join(folder, `.typed.${hostname()}.99999999.parquet${ending}`))
    for (const path of left) writeFileSync(path, 'of a process that was killed')
    const table = await buildDataset(session, { ...asked, dataset: 'minutes' })
    const file = await buildDataset(session, { ...asked, dataset: 'minutes', out })
    expect(file).toMatchObject({ checksum: table.checksum, rows: table.rows })
    expect(left.filter(path => existsSync(path))).toEqual([])
    const rows = async (from: string): Promise<readonly Row[]> => driver.query(`SELECT * FROM ${from}`)
    const types = async (from: string): Promise<readonly unknown[]> => (await driver.describe(`SELECT * FROM ${from}`)).map(c => [c.name, c.type])
    expect(await types(`'${out}'`)).toEqual(await types('main.minutes__v1'))
    expect(await types(`'${out}'`)).toEqual(
      expect.arrayContaining([
        ['minutes', 'BIGINT'],
        ['amount_7d', 'DECIMAL(38,2)'],
      ]),
    )
    const found = await rows(`'${out}'`)
    expect(found).toEqual(await rows('main.minutes__v1'))
    const times = found.map(r => String(r['called_at']))
    expect(times).toEqual(times.toSorted())
    expect(found.some(r => Number(r['minutes']) < 0)).toBe(true)
    expect((await driver.query("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'dataset\\_minutes%' ESCAPE '\\'")).length).toBe(0)
  })
})

it('F447 an Arrow file without the package that writes it', async () => {
  const none = (): never => {
    throw new Error('Cannot find module')
  }
  const rows = { query: '', pages: async function* () {} }
  expect(await codesOf(writeArrow({ columns: [], rows }, join(folder, 'x.arrow'), none))).toEqual(['F447'])
})

function arrowRows(path: string): number {
  const { tableFromIPC } = createRequire(import.meta.url)('apache-arrow') as {
    tableFromIPC: (b: Uint8Array) => { numRows: number; get: (i: number) => unknown }
  }
  const t = tableFromIPC(readFileSync(path))
  return t.numRows
}
