import { expect, it, vi } from 'vitest'
import { serving } from '../../compiler/dsl/index.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import { exactBody } from '../../compiler/lower/exact/index.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { as, fields, named, select } from '../../compiler/ir/terms.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import { freshBindings } from '../../compiler/generate/bindings.ts'
import type { Row } from '../../registry/driver/driver.ts'
import { applied, materialized, planned } from '../support/warehouse.ts'
import { onEachEngine, sessionOn } from '../support/engines.ts'
import { differencesOf, verifyServings } from '../../registry/verify/serving/verify.ts'
import { customer, customerOrders, rawData, sources, views } from './shop.ts'

vi.setConfig({ testTimeout: 120_000 })

// The shop's orders end long before the clock of an engine says now: they are moved to the days before it.
const days = Math.floor((Date.now() - Date.parse('2026-03-01T00:00:00Z')) / 86_400_000)
const moved = (table: string, columns: readonly string[]): string =>
  `UPDATE raw.${table} SET ${columns.map(c => `${c} = ${c} + INTERVAL ${days} DAY`).join(', ')}`
const raw = [...rawData({ orders: 200, customers: 5 }), moved('orders', ['ordered_at', 'loaded_at']), moved('customers', ['valid_from', 'loaded_at'])]

const { orders_7d: ordersOf, amount_7d: amount, largest_14d: largest, weight_trend_14d: trend, last_channel: last, tier } = customerOrders.f
const online = serving('online', {
  entity: customer,
  features: [ordersOf, amount, largest, trend, last, tier],
  mode: 'live',
  freshness: '1m',
  computed: () => ({ per_order: amount.div(ordersOf) }),
})
const project = [...sources, ...views, online]

onEachEngine('a live serving', engine => {
  it('shows each living key as of the moment in which it is read, from tiles and the newest rows', async () => {
    await engine.inWarehouse(raw, async driver => {
      // the last two days are in no tile yet
      const at = new Date(Date.now() - 2 * 86_400_000).toISOString()
      const session = sessionOn(driver, project, { now: at })
      await applied(session)
      await materialized(session)
      expect((await planned(session)).changes).toEqual([])
      const read = sessionOn(driver, project, { now: new Date().toISOString() })
      const rows = await driver.query(engine.duckdb ? 'SELECT * FROM main.online' : 'SELECT * FROM "EMULATED"."MAIN"."ONLINE"')
      expect(rows).toHaveLength(5)
      const moment = String(rows[0]!['feature_time'])
      expect(Math.abs(Date.parse(moment) - Date.now())).toBeLessThan(60_000)
      expect(rows.every(r => r['feature_time'] === moment && r['computed_at'] === moment)).toBe(true)

      const { lowered } = read.compiled
      const spine = select(as('k', { kind: 'source', of: 'source.raw.customers', columns: ['customer_id'] } satisfies Relation), [
        ...fields(['customer_id'], 'k'),
        named('spine_time', { kind: 'literal', value: moment, type: { kind: 'time' } }),
      ])
      const columns = ['orders_7d', 'amount_7d', 'largest_14d', 'weight_trend_14d', 'last_channel', 'tier']
      const body = exactBody(lowered.model, lowered.views.get('view.customer_orders')!, { features: columns.map(c => `feature.customer.${c}` as const), spine })
      const again = await driver.query(printQuery(bindRelation(body, freshBindings(lowered, read.placed)), driver.dialect, null))
      const sorted = (found: readonly Row[]): readonly Row[] => found.toSorted((a, b) => (String(a['customer_id']) < String(b['customer_id']) ? -1 : 1))
      for (const [i, row] of sorted(rows).entries()) {
        const other = sorted(again)[i]!
        for (const c of columns) {
          const both = [row[c], other[c]].map(v => (v === null || Number.isNaN(Number(v)) ? v : Number(v)))
          if (typeof both[0] === 'number' && typeof both[1] === 'number') expect(both[0], c).toBeCloseTo(both[1], 9)
          else expect(both[0], c).toBe(both[1])
        }
        expect(Number(row['per_order'])).toBeCloseTo(Number(row['amount_7d']) / Number(row['orders_7d']), 9)
      }
      expect(rows.some(r => Number(r['orders_7d']) > 1)).toBe(true)
      const [check] = await verifyServings(read, { name: 'online', sample: 100, at: null })
      expect([check!.compared, differencesOf(check!)]).toEqual([5, 0])
    })
  })
})
