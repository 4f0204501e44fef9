import { expect, it, vi } from 'vitest'
import { boolean, count, dataset, entity, events, featureView, integer, number, sum, timestamp, varchar } from '../../../compiler/dsl/index.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { onEachEngine, rowsIn, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const customer = entity('customer', { keys: { customer_id: varchar() } })
const orders = events('raw.orders', {
  entities: [customer],
  columns: { n: integer(), customer_id: varchar(), amount: number(9, 2), gone: boolean().nullable(), sold_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'sold_at',
  knownTime: 'loaded_at',
  rowKey: ['n'],
  deletedWhen: 'gone',
})
const calls = events('raw.calls', {
  entities: [customer],
  columns: { call_id: integer(), customer_id: varchar(), called_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'called_at',
  knownTime: 'loaded_at',
  rowKey: ['call_id'],
})
const customerOrders = featureView('customer_orders', { entity: customer }, { orders_7d: count(orders).over('7d') })
const spent = dataset('spent', {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('2d'),
  features: [customerOrders],
  keep: ['call_id'],
  split: { train: '2026-01-25', validation: '2026-01-26' },
  accept: { F455: 'a test', F457: 'a test' },
})

const raw = [
  'CREATE SCHEMA IF NOT EXISTS raw',
  `CREATE TABLE raw.orders AS SELECT * FROM (VALUES
    (0, 'z', 5::DECIMAL(9, 2), NULL, TIMESTAMP '2026-01-20', TIMESTAMP '2026-01-20'),
    (1, 'a', 10, NULL, TIMESTAMP '2026-01-16', TIMESTAMP '2026-01-16'), (1, 'a', 60, NULL, TIMESTAMP '2026-01-16', TIMESTAMP '2026-01-22'),
    (1, 'a', 60, NULL, TIMESTAMP '2026-01-16', TIMESTAMP '2026-01-22'),
    (2, 'b', 90, FALSE, TIMESTAMP '2026-01-16', TIMESTAMP '2026-01-16'), (2, 'b', 90, TRUE, TIMESTAMP '2026-01-16', TIMESTAMP '2026-01-23')
  ) AS t(n, customer_id, amount, gone, sold_at, loaded_at)`,
  `CREATE TABLE raw.calls AS SELECT * FROM (VALUES
    (1, 'a', TIMESTAMP '2026-01-15', TIMESTAMP '2026-01-15'), (1, 'a', TIMESTAMP '2026-01-15', TIMESTAMP '2026-01-15'),
    (2, 'b', TIMESTAMP '2026-01-15', TIMESTAMP '2026-01-15'),
    (3, 'a', TIMESTAMP '2026-01-15', TIMESTAMP '2026-01-15'), (3, 'c', TIMESTAMP '2026-01-15', TIMESTAMP '2026-01-21')
  ) AS t(call_id, customer_id, called_at, loaded_at)`,
]

onEachEngine('examples and labels whose rows come in versions', engine => {
  it('each once, as the newest version before the cutoff says', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, [customer, orders, calls, customerOrders, spent], { now: '2026-02-01T06:00:00Z' })
      await applied(session)
      await materialized(session)
      const build = async (known: string | null): Promise<readonly string[]> => {
        await buildDataset(session, { from: null, to: null, known, out: null, force: false, partial: true, dataset: 'spent' })
        const rows = await rowsIn(driver, 'main.spent')
        return rows.map(r => `${r['call_id']} ${r['customer_id']} ${r['label'] === null ? 'nothing' : Number(r['label'])}`).toSorted()
      }
      expect(await build('2026-01-21T12:00:00Z')).toEqual(['1 a 10', '2 b 90', '3 c nothing'])
      expect(await build(null)).toEqual(['1 a 60', '2 b nothing', '3 c nothing'])
    })
  })
})
