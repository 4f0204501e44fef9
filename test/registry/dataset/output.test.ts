import { mkdtempSync, readFileSync, rmSync, existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { writeArrow } from '../../../registry/dataset/arrow.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { diffDatasets } from '../../../registry/dataset/diff.ts'
import { verifyDataset } from '../../../registry/dataset/verify.ts'
import { openDuckdb } from '../../../registry/driver/duckdb.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { codesOf } from '../../support/errors.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { busy, declarations, rawRows } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
const now = '2026-03-01T06:00:00Z'
const asked = { from: null, to: null, known: null, out: null, force: false, partial: false, dataset: 'busy' }
const folder = mkdtempSync(join(tmpdir(), 'feat-dataset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

onEachEngine('the files of a dataset', engine => {
  it('hold what its table holds, in one order, to the byte the same each time; F445 an Arrow file is not compared, and Parquet in its place is', async () => {
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

      // the last one is an Arrow file
      const pair = ['busy@2', 'busy'] as const
      expect(await codesOf(diffDatasets(session, ...pair))).toEqual(['F445'])
      await verifyDataset(session, { version: 'busy', rebuild: { out: file('again.parquet') } })
      expect(await diffDatasets(session, ...pair)).toMatchObject({ sameChecksum: true, rows: { removed: 0, added: 0, both: table.length } })
    })
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
