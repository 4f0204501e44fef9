import { expect, it, vi } from 'vitest'
import { events, float, timestamp, varchar } from '../../../compiler/dsl/index.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import type { Breach } from '../../../registry/materialize/arrivals.ts'
import { materialize } from '../../../registry/index.ts'
import { breaches } from '../../../registry/status.ts'
import { customer, customerOrders, customers, orders, rawData, region, regionWeather } from '../../e2e/shop.ts'
import { onEachEngine, sessionOn } from '../../support/engines.ts'
import { applied } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const weather = events('raw.weather', {
  entities: [region],
  columns: { region: varchar(), seen_at: timestamp(), rain: float() },
  eventTime: 'seen_at',
  lateness: '3d',
  defines: [region],
})
const definitions = [customer, region, orders, customers, customerOrders, weather, regionWeather]
const raw = rawData({ orders: 150, customers: 3 })

onEachEngine('rows that come later than the contract of their source says', engine => {
  const run = (driver: Driver, now: string, restate = false): Promise<readonly Breach[]> =>
    materialize(sessionOn(driver, definitions, { now }), { from: null, to: null, only: [], restate }).then(r => r.breaches)
  const order = (id: string, known: string): string =>
    `INSERT INTO raw.orders VALUES ('${id}', 'C1', TIMESTAMP '2026-01-10 05:00:00', TIMESTAMP '${known}', 1, 1, true, 'web')`
  const rain = (at: string): string => `INSERT INTO raw.weather VALUES ('R1', TIMESTAMP '${at}', 1)`

  it('are counted by source and day, stay known, and are settled by a restatement', async () => {
    await engine.inWarehouse([...raw, "DELETE FROM raw.weather WHERE seen_at >= TIMESTAMP '2026-01-20' OR seen_at::DATE = DATE '2026-01-12'"], async driver => {
      await applied(sessionOn(driver, definitions, { now: '2026-01-20T06:00:00Z' }))
      expect(await run(driver, '2026-01-20T06:00:00Z')).toEqual([])
      for (const sql of [order('b1', '2026-01-11 05:00:00'), order('b2', '2026-01-13 05:00:00'), order('in time', '2026-01-20 07:00:00')])
        await driver.execute(sql)
      // On a day that had no row; and two within the lateness, which are no breach.
      for (const at of ['2026-01-12 12:00:00', '2026-01-18 12:00:00', '2026-01-19 23:00:00']) await driver.execute(rain(at))
      const found = [
        { source: 'source.raw.orders', rows: 2, from: '2026-01-11', to: '2026-01-13' },
        { source: 'source.raw.weather', rows: 1, from: '2026-01-12', to: '2026-01-12' },
      ]
      const sorted = (list: readonly Breach[]): readonly Breach[] => list.toSorted((a, b) => (a.source < b.source ? -1 : 1))
      expect(sorted(await run(driver, '2026-01-21T06:00:00Z'))).toEqual(found)
      expect(sorted(await run(driver, '2026-01-21T06:00:00Z'))).toEqual(found)
      await driver.execute(order('b3', '2026-01-20 08:00:00'))
      const more = [{ ...found[0]!, rows: 3, to: '2026-01-20' }, found[1]!]
      expect(sorted(await run(driver, '2026-01-22T06:00:00Z'))).toEqual(more)
      expect(sorted(await breaches(sessionOn(driver, definitions, { now: '2026-01-22T06:00:00Z' })))).toEqual(more)
      expect(await run(driver, '2026-01-22T06:00:00Z', true)).toEqual([])
      expect(await run(driver, '2026-01-23T06:00:00Z')).toEqual([])
      expect(await breaches(sessionOn(driver, definitions, { now: '2026-01-23T06:00:00Z' }))).toEqual([])
    })
  })
})
