import { expect, it, vi } from 'vitest'
import { asOf, boolean, count, dimension, entity, events, featureView, max, number, sum, timestamp, varchar } from '../../compiler/dsl/index.ts'
import { onEachEngine, rowsIn, sessionOn } from '../support/engines.ts'
import { applied, materialized } from '../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const customer = entity('customer', { keys: { customer_id: varchar() } })
const orders = events('raw.orders', {
  entities: [customer],
  columns: { order_id: varchar(), customer_id: varchar(), amount: number(9, 2), gone: boolean().nullable(), sold_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'sold_at',
  knownTime: 'loaded_at',
  rowKey: ['order_id'],
  deletedWhen: 'gone',
  defines: [customer],
})
const tiers = dimension('raw.tiers', {
  entities: [customer],
  columns: { tier_id: varchar(), customer_id: varchar(), tier: varchar(), valid_from: timestamp(), loaded_at: timestamp() },
  validFrom: 'valid_from',
  knownTime: 'loaded_at',
  rowKey: ['tier_id'],
})
const customerOrders = featureView(
  'customer_orders',
  { entity: customer },
  { orders_7d: count(orders).over('7d'), spent_7d: sum(orders.c.amount).over('7d'), most_7d: max(orders.c.amount).over('7d'), tier: asOf(tiers.c.tier) },
)

const order = (id: string, of: string, amount: number, gone: boolean, sold: string, loaded: string): string =>
  `INSERT INTO raw.orders VALUES ('${id}', '${of}', ${amount}, ${String(gone)}, TIMESTAMP '${sold}', TIMESTAMP '${loaded}')`
const tier = (id: string, of: string, name: string, from: string, loaded: string): string =>
  `INSERT INTO raw.tiers VALUES ('${id}', '${of}', '${name}', TIMESTAMP '${from}', TIMESTAMP '${loaded}')`

const before = [
  'CREATE SCHEMA IF NOT EXISTS raw',
  'CREATE TABLE raw.orders (order_id VARCHAR, customer_id VARCHAR, amount DECIMAL(9, 2), gone BOOLEAN, sold_at TIMESTAMP, loaded_at TIMESTAMP)',
  'CREATE TABLE raw.tiers (tier_id VARCHAR, customer_id VARCHAR, tier VARCHAR, valid_from TIMESTAMP, loaded_at TIMESTAMP)',
  order('1', 'a', 10, false, '2026-01-05 10:00', '2026-01-05 11:00'),
  order('2', 'a', 30, false, '2026-01-06 10:00', '2026-01-06 11:00'),
  order('2', 'a', 30, false, '2026-01-06 10:00', '2026-01-06 11:00'),
  order('3', 'b', 7, false, '2026-01-06 12:00', '2026-01-06 12:00'),
  tier('t', 'a', 'silver', '2026-01-01', '2026-01-01'),
]
/** Order 1 is corrected, order 2 deleted, order 3 was a's; the tier was another one. */
const after = [
  order('1', 'a', 11, false, '2026-01-05 10:00', '2026-01-07 09:00'),
  order('2', 'a', 30, true, '2026-01-06 10:00', '2026-01-08 09:00'),
  order('3', 'a', 7, false, '2026-01-06 12:00', '2026-01-08 10:00'),
  tier('t', 'a', 'gold', '2026-01-01', '2026-01-07 12:00'),
]

onEachEngine('rows that come in versions', engine => {
  it('count as they were known at each point, whichever run computes it', async () => {
    await engine.inWarehouse(before, async driver => {
      const open = (now: string): ReturnType<typeof sessionOn> => sessionOn(driver, [customer, orders, tiers, customerOrders], { now })
      const shown = async (): Promise<readonly string[]> => {
        const rows = await rowsIn(driver, 'main.customer_orders')
        const text = (v: unknown): string => (v === null ? '-' : String(typeof v === 'string' && /^\d/.test(v) ? Number(v) : (v as string | number)))
        return rows
          .map(r => [String(r['feature_date']), r['customer_id'], ...['orders_7d', 'spent_7d', 'most_7d', 'tier'].map(c => text(r[c]))].join(' '))
          .toSorted()
      }
      await applied(open('2026-01-07T06:00:00Z'))
      await materialized(open('2026-01-07T06:00:00Z'))
      const first = ['2026-01-06 a 1 10 10 silver', '2026-01-07 a 2 40 30 silver', '2026-01-07 b 1 7 7 -']
      expect(await shown()).toEqual(first)
      for (const statement of after) await driver.execute(statement)
      await materialized(open('2026-01-09T06:00:00Z'))
      expect(await shown()).toEqual([...first, '2026-01-08 a 2 41 30 gold', '2026-01-08 b 1 7 7 -', '2026-01-09 a 2 18 11 gold'])
    })
  })
})
