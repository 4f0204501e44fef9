import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { diffView, verifyView } from '../../../cli/views/dataset-diff.ts'
import { count, dataset, sum } from '../../../compiler/dsl/index.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { diffDatasets } from '../../../registry/dataset/diff.ts'
import { verifyDataset } from '../../../registry/dataset/verify.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { failure } from '../../support/errors.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { busy, calls, customer, customerOrders, declarations, orders, placeOrders, rawRows, split } from './world.ts'

vi.setConfig({ testTimeout: 180_000 })
const now = '2026-03-01T06:00:00Z'
const asked = { from: null, to: null, known: null, out: null, force: false, partial: false, dataset: 'busy' }
const folder = mkdtempSync(join(tmpdir(), 'feat-dataset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const changed = dataset('busy', {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('7d').gt(200),
  features: [customerOrders, placeOrders],
  keep: ['call_id'],
  split,
  accept: { F455: 'a test' },
})
const other = dataset('counted', {
  entity: customer,
  spine: calls,
  label: count(orders).next('7d'),
  features: [customerOrders],
  split,
  accept: { F455: 'a test' },
})

onEachEngine('versions of a dataset', engine => {
  it('F445 F446 are built again to the same rows, differ by what changed, and say which input did', async () => {
    await engine.inWarehouse(rawRows(), async driver => {
      const session = sessionOn(driver, [...declarations, busy, other], { now })
      await applied(session)
      await materialized(session)
      const one = await buildDataset(session, asked)
      // what arrives later than the cutoff, and points that are computed later, change nothing
      await driver.execute(
        "INSERT INTO raw.orders SELECT customer_id, to_country, to_town, TIMESTAMP '2026-02-20', TIMESTAMP '2026-03-02', 77, 1.5, 999 FROM raw.orders WHERE n < 40",
      )
      await driver.execute("INSERT INTO raw.calls SELECT 5000, 'a', 'x', 't', TIMESTAMP '2026-02-10', TIMESTAMP '2026-03-02', 4")
      const after = sessionOn(driver, [...declarations, busy, other], { now: '2026-03-05T06:00:00Z' })
      await materialized(after)
      const again = await verifyDataset(after, { version: 'busy', rebuild: null })
      expect(again).toMatchObject({ same: true, checksum: one.checksum, changed: [], output: null })
      expect(verifyView(again, { color: false, cwd: folder })).toContain('busy@1 is the same: ')

      const two = await buildDataset(after, asked)
      expect([two.n, two.checksum === one.checksum]).toEqual([2, false])
      const grown = await diffDatasets(after, 'busy@1', 'busy@2')
      expect(grown.rows).toMatchObject({ a: total(one), b: total(two), removed: 0, added: total(two) - total(one) })
      expect(grown.definition).toEqual([])
      expect(grown.inputs).toContain('known before')

      const otherwise = sessionOn(driver, [...declarations, changed, other], { now: '2026-03-05T06:00:00Z' })
      expect((await failure(verifyDataset(otherwise, { version: 'busy@1', rebuild: null })))[0]).toMatchObject({
        code: 'F446',
        message: 'busy@1 cannot be built again: the declaration has changed since (label)',
      })
      await buildDataset(otherwise, asked)
      const labels = await diffDatasets(otherwise, 'busy@2', 'busy@3')
      expect(labels).toMatchObject({ definition: ['label'], inputs: [], rows: { removed: 0, added: 0 } })
      const [a, b] = [await rowsIn(driver, 'main.busy__v2'), await rowsIn(driver, 'main.busy__v3')]
      const of = (rows: typeof a, label: boolean): number => rows.filter(r => r['label'] === label).length
      expect(labels.columns.filter(c => c.changed > 0)).toMatchObject([{ name: 'label', changed: of(a, true) - of(b, true), most: null }])
      expect(diffView(labels, { color: false })).toMatch(/^busy@2 -> busy@3 {2}0 added, 0 removed/)

      // a value that somebody changed in the past is found, and named
      await driver.execute('UPDATE raw.orders SET amount = amount + 1000 WHERE n % 3 = 1')
      const moved = await verifyDataset(otherwise, { version: 'busy', rebuild: null })
      expect(moved.same).toBe(false)
      expect(moved.changed).toEqual([expect.stringMatching(/^source\.raw\.orders has other values in its \d+ rows$/)])
      await driver.execute('UPDATE raw.orders SET amount = amount - 1000 WHERE n % 3 = 1')

      const [path, elsewhere] = [join(folder, `${driver.dialect}.parquet`), join(folder, `${driver.dialect}-again.parquet`)]
      const file = await buildDataset(otherwise, { ...asked, out: path })
      const bytes = readFileSync(path)
      expect(await verifyDataset(otherwise, { version: 'busy', rebuild: { out: elsewhere } })).toMatchObject({ same: true, output: { path: elsewhere } })
      expect(readFileSync(elsewhere).equals(bytes)).toBe(true)
      await buildDataset(otherwise, { ...asked, dataset: 'counted', out: join(folder, `${driver.dialect}-c.parquet`) })
      expect(await diffDatasets(otherwise, `busy@${file.n}`, 'counted')).toMatchObject({
        onlyA: ['from_country', 'from_town', 'call_id', 'place_orders_2d', 'place_amount_2d'],
        onlyB: [],
      })
      rmSync(elsewhere)
      expect((await failure(diffDatasets(otherwise, 'busy', 'busy')))[0]).toMatchObject({ code: 'F445', message: expect.stringContaining('is gone') })
    })
  })
})

function total({ rows }: { readonly rows: Readonly<Record<string, number>> }): number {
  return Object.values(rows).reduce((x, y) => x + y, 0)
}
