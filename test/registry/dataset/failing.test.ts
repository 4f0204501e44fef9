import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { buildDataset } from '../../../registry/dataset/build.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { busy, declarations, rawRows } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
const asked = { from: null, to: null, known: null, force: true, partial: false, dataset: 'busy' }
const folder = mkdtempSync(join(tmpdir(), 'feat-dataset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The same warehouse, where one statement fails before it does anything; what was done until then. */
function failingAt(driver: Driver, n: number): { readonly driver: Driver; readonly done: string[] } {
  const done: string[] = []
  const guarded = async <T>(title: string | undefined, work: () => Promise<T>): Promise<T> => {
    if (title?.includes('lock') === true) return work()
    done.push(title ?? '')
    if (done.length === n) throw new Error(`the connection is lost: ${title}`)
    return work()
  }
  const failing: Driver = {
    ...driver,
    execute: (sql, title) => guarded(title, () => driver.execute(sql, title)),
    query: (sql, title) => guarded(title, () => driver.query(sql, title)),
    transaction: (statements, title) => guarded(title, () => driver.transaction(statements, title)),
    tagged: () => failing,
  }
  return { driver: failing, done }
}

onEachEngine('a build that fails', engine => {
  it('before any of its statements that write leaves nothing half, and the next one works', async () => {
    await engine.inWarehouse(rawRows(1, { orders: 60, calls: 60 }), async driver => {
      const session = sessionOn(driver, [...declarations, busy], { now: '2026-03-01T06:00:00Z' })
      await applied(session)
      await materialized(session)
      const own = mkdtempSync(join(folder, 'x'))
      for (const out of engine.duckdb ? [null, join(own, 'busy.parquet')] : [join(own, 'busy.parquet')]) {
        const whole = failingAt(driver, 0)
        const first = await buildDataset({ ...session, driver: whole.driver }, { ...asked, out })
        const from = whole.done.findIndex(title => title.startsWith('compute '))
        for (let n = from + 1; n <= whole.done.length; n++) {
          const { driver: failing, done } = failingAt(driver, n)
          await expect(buildDataset({ ...session, driver: failing }, { ...asked, out }), done.at(-1)).rejects.toThrow('the connection is lost')
          expect(out === null ? [] : readdirSync(own), done.at(-1)).toEqual(out === null ? [] : ['busy.parquet'])
          const next = await buildDataset(session, { ...asked, out })
          expect(next.checksum, done.at(-1)).toBe(first.checksum)
          if (next.output.kind === 'table') expect(await rowsIn(driver, 'main.busy')).toEqual(await rowsIn(driver, next.output.name))
        }
      }
    })
  })
})
