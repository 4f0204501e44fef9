import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { count, dataset, featureView, sum } from '../../../compiler/dsl/index.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { findVersion } from '../../../registry/dataset/find.ts'
import { readDatasets } from '../../../registry/state/datasets.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import type { Diagnostic } from '../../../compiler/base/diagnostic.ts'
import { failure } from '../../support/errors.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { busy, calls, customer, declarations, orders, rawRows, split } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
const now = '2026-03-01T06:00:00Z'
const asked = { from: null, to: null, known: null, out: null, force: false, partial: false, dataset: 'busy' }
const folder = mkdtempSync(join(tmpdir(), 'feat-dataset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const corrected = featureView('corrected_orders', { entity: customer, known: 'corrected', availableAfter: '1h' }, { orders_1d: count(orders).over('1d') })
const later = dataset('later', {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('7d'),
  features: [corrected],
  split,
  accept: { F455: 'a test' },
})
const errorOf = async (work: () => Promise<unknown>): Promise<Diagnostic> => (await failure(work()))[0]!
const project = [...declarations, corrected, busy, later]

onEachEngine('feat dataset build refuses', engine => {
  const inShop = async (work: (driver: Driver) => Promise<void>, materialize: Parameters<typeof materialized>[1] | null = {}): Promise<void> => {
    await engine.inWarehouse(rawRows(), async driver => {
      const session = sessionOn(driver, project, { now })
      await applied(session)
      if (materialize !== null) await materialized(session, materialize)
      await work(driver)
    })
  }

  it('F437 F438 F439 names and versions that are not there, and what is not deployed', async () => {
    await engine.inWarehouse(rawRows(), async driver => {
      const session = sessionOn(driver, project, { now })
      expect(await errorOf(() => buildDataset(session, { ...asked, dataset: 'bussy' }))).toMatchObject({ code: 'F437', hint: "did you mean 'busy'?" })
      expect(await errorOf(() => findVersion(session, 'busy'))).toMatchObject({ code: 'F438', hint: 'feat dataset build busy' })
      expect(await errorOf(() => findVersion(session, 'busy@2'))).toMatchObject({ code: 'F438', message: "there is no version 2 of dataset 'busy'" })
      expect(await errorOf(() => findVersion(session, 'bsy'))).toMatchObject({ code: 'F437' })
      expect(await errorOf(() => buildDataset(session, asked))).toMatchObject({ code: 'F439', hint: 'feat apply, then feat materialize' })
    })
  })

  it('F440 views that are not computed for the time of the examples, unless values may be missing', async () => {
    await inShop(
      async driver => {
        const session = sessionOn(driver, project, { now })
        const refused = await errorOf(() => buildDataset(session, asked))
        expect(refused).toMatchObject({
          code: 'F440',
          message: expect.stringMatching(/^view 'customer_orders' is not computed for \d+ of the examples of dataset 'busy'/),
        })
        const { hint } = refused as { readonly hint: string }
        expect(hint).toMatch(/^feat materialize --only customer_orders --from 2026-01-2\S+ --to 2026-0\S+; or --partial/)
        const version = await buildDataset(session, { ...asked, partial: true })
        expect(version.partial).toBe(true)
        const rows = await rowsIn(driver, 'main.busy')
        expect(rows.filter(r => String(r['called_at']) > '2026-01-26').map(r => r['orders_7d'])).not.toContain(1)
        expect(rows.filter(r => String(r['called_at']) < '2026-01-20' && String(r['called_at']) > '2026-01-03').map(r => r['orders_7d'])).not.toContain(null)
        // what it says is enough
        const [, from, to] = /--from (\S+) --to (\S+);/.exec(hint)!
        await materialized(session, { from: from!, to: to!, only: ['customer_orders'] })
        expect(await errorOf(() => buildDataset(session, asked))).toMatchObject({ code: 'F440', message: expect.stringMatching(/^view 'place_orders'/) })
      },
      { from: null, to: '2026-01-22' },
    )
  })

  it('F441 F442 F443 F444 F448 what gives no rows, has no place to go, or cannot be cut off', async () => {
    await inShop(async driver => {
      const session = sessionOn(driver, project, { now })
      expect(await errorOf(() => buildDataset(session, { ...asked, from: '2026-02-27T00:00:00Z' }))).toMatchObject({
        code: 'F441',
        message: expect.stringMatching(
          /^dataset 'busy' would have no rows: of \d+ rows of 'raw.calls' .*\d+ have a label that is not known yet \('raw\.orders' is known up to 2026-02-2\dT\S+Z, its newest row is of 2026-0\d-\d\dT\S+Z\)/,
        ),
      })

      const noon = '2026-02-05T12:00:00Z'
      const before = '2026-02-05T00:00:00Z'
      for (const [from, to] of [
        [noon, noon],
        [noon, before],
      ] as const) {
        expect(await errorOf(() => buildDataset(session, { ...asked, from, to }))).toMatchObject({
          code: 'F441',
          message: expect.stringMatching(
            new RegExp(`^dataset 'busy' would have no rows: of \\d+ rows of 'raw.calls' none lies in the span from ${from} to ${to}, which is empty$`),
          ),
        })
      }
      expect(await errorOf(() => buildDataset(session, { ...asked, to: '2025-01-01T00:00:00Z' }))).toMatchObject({
        code: 'F441',
        message: expect.stringMatching(/rows of 'raw.calls' \d+ have no time, \d+ lie outside the asked span$/),
      })

      const path = join(folder, `${driver.dialect}.parquet`)
      writeFileSync(path, 'mine')
      expect(await errorOf(() => buildDataset(session, { ...asked, out: path }))).toMatchObject({ code: 'F442' })
      expect(await errorOf(() => buildDataset(session, { ...asked, out: join(folder, 'a.xlsx') }))).toMatchObject({
        code: 'F443',
        hint: 'one of .parquet, .csv, .arrow',
      })
      expect(await errorOf(() => buildDataset(session, { ...asked, out: join(path, 'below.csv') }))).toMatchObject({ code: 'F713' })
      expect(await readDatasets(driver, session.placed.placement)).toEqual([])

      await driver.execute('CREATE TABLE main.busy__v1 (mine VARCHAR)')
      expect(await errorOf(() => buildDataset(session, asked))).toMatchObject({
        code: 'F444',
        message: "'main.busy__v1' is a table that no dataset of this project made",
      })
      await driver.execute('DROP TABLE main.busy__v1')
      await driver.execute('CREATE VIEW main.busy AS SELECT 1 AS x')
      expect(await errorOf(() => buildDataset(session, asked))).toMatchObject({
        code: 'F444',
        message: "'main.busy' is a view that no dataset of this project made",
      })
      expect(await rowsIn(driver, 'main.busy')).toEqual([{ x: 1 }])

      expect(await errorOf(() => buildDataset(session, { ...asked, dataset: 'later', known: '2026-02-20T00:00:00Z' }))).toMatchObject({ code: 'F448' })
      expect((await buildDataset(session, { ...asked, dataset: 'later', known: now })).n).toBe(1)
      expect((await buildDataset(session, { ...asked, out: path, force: true })).n).toBe(1)
      expect(readdirSync(folder).filter(f => f.startsWith('.'))).toEqual([])

      await driver.execute('DELETE FROM raw.orders')
      expect(await errorOf(() => buildDataset(session, { ...asked, partial: true }))).toMatchObject({
        code: 'F441',
        message: expect.stringContaining("have a label that is not known yet ('raw.orders' has no rows)"),
      })
      await driver.execute('DELETE FROM raw.calls')
      expect(await errorOf(() => buildDataset(session, asked))).toMatchObject({
        code: 'F441',
        message: "dataset 'busy' would have no rows: its spine 'raw.calls' is empty",
      })
    })
  })
})
