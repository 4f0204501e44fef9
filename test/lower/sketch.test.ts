import { expect, it } from 'vitest'
import { approxCountDistinct, countDistinct, entity, events, featureView, integer, timestamp, varchar } from '../../compiler/dsl/index.ts'
import { inWarehouse, sessionFor, applied, materialized } from '../support/warehouse.ts'

const shop = entity('shop', { keys: { shop_id: integer() } })
const sales = events('raw.sales', {
  entities: [shop],
  columns: { shop_id: integer(), sku: varchar(), at: timestamp() },
  eventTime: 'at',
  defines: [shop],
})
const errors = [0.02, 0.05, 0.2]
const view = featureView(
  'variety',
  { entity: shop },
  {
    exact: countDistinct(sales.c.sku).over('7d'),
    about_2: approxCountDistinct(sales.c.sku, 0.02).over('7d'),
    about_5: approxCountDistinct(sales.c.sku, 0.05).over('7d'),
    about_20: approxCountDistinct(sales.c.sku, 0.2).over('7d'),
  },
)

it('estimates distinct values from tiles within the error that was asked for, and exactly where they are few', async () => {
  await inWarehouse([], async driver => {
    await driver.execute('CREATE SCHEMA raw')
    // 100 shops; shop s sells 1 to about 4,000 articles, each on several days: tiles overlap
    await driver.execute(`CREATE TABLE raw.sales AS
      SELECT s::INTEGER AS shop_id, 'sku ' || (s * 100000 + hash(i, s) % (s * 40 + 1)) AS sku, TIMESTAMP '2026-01-01' + INTERVAL 1 MINUTE * ((i * 7919) % 10000) AS at
      FROM range(100) AS a(s), range(6000) AS b(i) WHERE i < s * 60 + 1`)
    const session = sessionFor(driver, [shop, sales, view], { now: '2026-01-08T06:00:00Z' })
    await applied(session)
    await materialized(session)
    const rows = await driver.query("SELECT exact, about_2, about_5, about_20 FROM main.variety WHERE feature_date = DATE '2026-01-08'")
    expect(rows.length).toBe(100)
    for (const error of errors) {
      const off = rows.map(r => ({ n: Number(r['exact']), about: Number(r[`about_${error * 100}`]) }))
      const few = off.filter(o => o.n < error ** -2)
      expect(few.every(o => o.about === o.n)).toBe(true)
      const many = off.filter(o => o.n >= error ** -2 + 2).map(o => o.about / o.n - 1)
      const spread = Math.sqrt(many.reduce((sum, x) => sum + x * x, 0) / many.length)
      expect(few.length).toBeGreaterThan(0)
      expect(many.length).toBeGreaterThan(5)
      expect(spread).toBeGreaterThan(0)
      expect(spread).toBeLessThan(error * 1.3)
    }
  })
})
