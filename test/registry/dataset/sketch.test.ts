import { expect, it, vi } from 'vitest'
import { approxCountDistinct, count, countDistinct, dataset, featureView, serving } from '../../../compiler/dsl/index.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import type { Row } from '../../../registry/driver/driver.ts'
import { differencesOf, verifyServings } from '../../../registry/verify/serving/verify.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'
import { at, day } from './oracle.ts'
import { calls, customer, orders, place, rawRows } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })

const error = 0.25
const different = featureView(
  'different',
  { entity: customer },
  {
    // fewer values than the sketch holds, and many more
    about_few: approxCountDistinct(orders.c.n, 0.02).over('30d'),
    about_many: approxCountDistinct(orders.c.n, error).over('30d'),
    really: countDistinct(orders.c.n).over('30d'),
  },
)
const exactly = dataset('exactly', {
  entity: customer,
  spine: calls,
  label: count(orders).next('7d').gt(1),
  features: [different],
  accuracy: 'exact',
  split: { train: '2026-02-01', validation: '2026-02-10', gap: '7d' },
  accept: { F455: 'a test', F457: 'a test' },
})
const live = serving('live', { entity: customer, features: [different.f.about_few, different.f.about_many], mode: 'live', freshness: '1m' })

const project = [customer, place, orders, calls, different, live]

// The rows end long before the clock of an engine says now: they are moved to the days before it.
const days = Math.floor((Date.now() - Date.parse('2026-03-01T00:00:00Z')) / 86_400_000)
const moved = `UPDATE raw.orders SET "at" = "at" + INTERVAL ${days} DAY, loaded_at = loaded_at + INTERVAL ${days} DAY`

/** Exact where they are few; else about as far off as was asked for. */
function expectEstimates(rows: readonly Row[]): void {
  const seen = rows.filter(r => Number(r['really']) > 60)
  expect(seen.length).toBeGreaterThan(2)
  expect(rows.map(r => Number(r['about_few']))).toEqual(rows.map(r => Number(r['really'])))
  const off = seen.map(r => Number(r['about_many']) / Number(r['really']) - 1)
  const spread = Math.sqrt(off.reduce((sum, x) => sum + x * x, 0) / off.length)
  expect(spread).toBeGreaterThan(0)
  expect(spread).toBeLessThan(2 * error)
}

onEachEngine('estimated counts of different values at any moment', engine => {
  it('are in a dataset as of each label, and in a live serving as of the reading', async () => {
    await engine.inWarehouse(rawRows(1, { orders: 1500 }), async driver => {
      const now = '2026-03-01T06:00:00Z'
      const session = sessionOn(driver, [customer, place, orders, calls, different, exactly], { now })
      await applied(session)
      await materialized(session)
      await buildDataset(session, { from: null, to: null, known: null, out: null, force: false, partial: true, dataset: 'exactly' })
      expectEstimates((await rowsIn(driver, 'main.exactly')).filter(r => r['customer_id'] !== null))
    })
    await engine.inWarehouse([...rawRows(1, { orders: 1500 }), moved], async driver => {
      const session = sessionOn(driver, project, { now: new Date(Date.now() - 2 * 86_400_000).toISOString() })
      await applied(session)
      await materialized(session)
      const [rows, sold] = [await rowsIn(driver, 'main.live'), await rowsIn(driver, 'raw.orders')]
      const moment = at(String(rows[0]!['feature_time']))
      const counts = (o: Row): boolean => at(o['at']!) >= moment - 30 * day && at(o['at']!) < moment && at(o['loaded_at']!) < moment
      const really = (of: unknown): number => sold.filter(o => o['customer_id'] === of && counts(o)).length
      expect(rows.map(r => Number(r['about_few']))).toEqual(rows.map(r => really(r['customer_id'])))
      expect(rows.every(r => Number(r['about_few']) > 60)).toBe(true)
      // merged of tiles and rows, it is what the rows alone make
      const read = sessionOn(driver, project, { now: new Date().toISOString() })
      const [check] = await verifyServings(read, { name: 'live', sample: 100, at: null })
      expect([check!.compared, differencesOf(check!)]).toEqual([rows.length, 0])
    })
  })
})
