import { describe, expect, it } from 'vitest'
import { count, entity, events, featureView, integer, number, raw, serving, sql, sum, timestamp, varchar } from '../../compiler/dsl/index.ts'
import type { Row } from '../../registry/driver/driver.ts'
import { applied, inWarehouse, materialized, planned, sessionFor } from '../support/warehouse.ts'

// Computed columns of a serving on the embedded engine: in the view that people query, and in a function of the request.

const customer = entity('customer', { keys: { customer_id: varchar() } })
const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), at: timestamp() },
  eventTime: 'at',
  defines: [customer],
})
const shop = featureView('shop', { entity: customer }, { n_7d: count(orders).over('7d'), usd_7d: sum(orders.c.amount).over('7d') })
const base = [customer, orders, shop]
const quote = serving('vw_quote', {
  entity: customer,
  features: [shop],
  freshness: '5m',
  request: { cart_usd: number(12, 2), parcels: integer() },
  computed: r => ({
    usd_per_order: shop.f.usd_7d.div(shop.f.n_7d),
    cart_share: r.cart_usd.div(shop.f.usd_7d),
    usd_per_parcel: r.cart_usd.div(r.parcels),
    shouted: raw(varchar(), { snowflake: sql`UPPER(${r.parcels.eq(1)})`, duckdb: sql`upper(${r.parcels.eq(1)}::VARCHAR)` }),
  }),
})
const plain = serving('vw_quote', { entity: customer, features: [shop], freshness: '5m' })
const rows = [
  'CREATE SCHEMA raw',
  "CREATE TABLE raw.orders AS SELECT 'c' || (i % 3) AS customer_id, (10 * i)::DECIMAL(12, 2) AS amount, TIMESTAMP '2026-01-01' + to_hours(7 * i::INT) AS at FROM range(60) AS t(i)",
]
const at = { now: '2026-01-18T06:00:00Z' }

async function query(session: ReturnType<typeof sessionFor>, text: string): Promise<readonly Row[]> {
  return session.driver.query(text)
}

describe('computed columns of a serving', () => {
  it('stand in the view, and those that need a request in a table function', async () => {
    await inWarehouse(rows, async driver => {
      const session = sessionFor(driver, [...base, quote], at)
      await applied(session)
      await materialized(session)
      const shown = await query(session, 'SELECT customer_id, n_7d, usd_7d::DOUBLE AS usd, usd_per_order FROM main.vw_quote ORDER BY 1')
      expect(shown.map(r => r['customer_id'])).toEqual(['c0', 'c1', 'c2'])
      for (const r of shown) expect(Number(r['usd_per_order'])).toBeCloseTo(Number(r['usd']) / Number(r['n_7d']), 9)
      const asked = await query(
        session,
        `SELECT customer_id, usd_per_order, cart_share, usd_per_parcel, shouted FROM main.vw_quote__request(50.5, 4) ORDER BY 1`,
      )
      expect(asked).toHaveLength(3)
      for (const [i, r] of asked.entries()) {
        expect(Number(r['cart_share'])).toBeCloseTo(50.5 / Number(shown[i]!['usd']), 9)
        expect(Number(r['usd_per_parcel'])).toBe(50.5 / 4)
        expect(r['usd_per_order']).toEqual(shown[i]!['usd_per_order'])
        expect(r['shouted']).toBe('FALSE')
      }
      const nothing = await query(session, `SELECT DISTINCT usd_per_parcel FROM main.vw_quote__request(1, 0)`)
      expect(nothing).toEqual([{ usd_per_parcel: null }])
      expect((await planned(session)).changes).toEqual([])
      expect(await materialized(session)).toBe(0)
    })
  })

  it('come without new rows, and go with a flag alone', async () => {
    await inWarehouse(rows, async driver => {
      const before = sessionFor(driver, [...base, plain], at)
      await applied(before)
      await materialized(before)
      const after = sessionFor(driver, [...base, quote], at)
      const plan = await applied(after)
      expect(plan.steps.map(s => s.phase)).toEqual(['publish'])
      expect(plan.changes.map(c => [c.address, c.action])).toEqual([['serving.vw_quote', 'add columns']])
      expect(await query(after, 'SELECT count(*)::INT AS n FROM main.vw_quote__request(1, 1)')).toEqual([{ n: 3 }])
      const back = sessionFor(driver, [...base, plain], at)
      expect((await planned(back)).blocked.map(b => b.code)).toEqual(['F513'])
      const taken = await applied(back, true)
      expect(taken.steps.map(s => s.title)).toEqual(['publish main.vw_quote', 'clear what serving.vw_quote left behind'])
      await expect(query(back, 'SELECT * FROM main.vw_quote__request(1, 1)')).rejects.toThrow('vw_quote__request')
      expect((await planned(back)).changes).toEqual([])
    })
  })

  it('follow a new name and another request', async () => {
    await inWarehouse(rows, async driver => {
      await applied(sessionFor(driver, [...base, quote], at))
      const renamed = serving('vw_offer', {
        entity: customer,
        features: [shop],
        freshness: '5m',
        renamedFrom: 'vw_quote',
        request: { cart_usd: number(12, 2) },
        computed: r => ({ usd_per_order: shop.f.usd_7d.div(shop.f.n_7d), cart_share: r.cart_usd.div(shop.f.usd_7d) }),
      })
      const session = sessionFor(driver, [...base, renamed], at)
      await applied(session, true)
      await materialized(session)
      expect(await query(session, 'SELECT count(*)::INT AS n FROM main.vw_offer__request(1)')).toEqual([{ n: 3 }])
      await expect(query(session, 'SELECT * FROM main.vw_quote__request(1, 1)')).rejects.toThrow('vw_quote__request')
      const gone = sessionFor(driver, base, at)
      await applied(gone, true)
      await expect(query(gone, 'SELECT * FROM main.vw_offer__request(1)')).rejects.toThrow('vw_offer__request')
    })
  })
})
