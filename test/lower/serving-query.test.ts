import { describe, expect, it } from 'vitest'
import { asOf, category, count, dimension, entity, events, featureView, integer, lastN, serving, timestamp, varchar } from '../../compiler/dsl/index.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import { freshBindings } from '../../compiler/generate/bindings.ts'
import type { Compiled } from '../../compiler/index.ts'
import { bodyOf } from '../../compiler/lower/index.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import { storageTable } from '../../compiler/plan/publish.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { compiledOf, inWarehouse, sessionFor } from '../support/warehouse.ts'

// What an engine keeps current by itself is another query than the one that fills a table of newest rows. Both are run on
// the same rows of storages: they differ in nothing but `computed_at`.

const customer = entity('customer', { keys: { customer_id: varchar() } })
const fleet = entity('fleet', { keys: {} })
const customers = dimension('raw.customers', {
  entities: [customer],
  columns: { customer_id: varchar(), tier: category('basic', 'plus'), valid_from: timestamp() },
  validFrom: 'valid_from',
  defines: [customer],
})
const orders = events('raw.orders', {
  entities: [customer, fleet],
  columns: { customer_id: varchar(), pieces: integer(), at: timestamp(), id: integer() },
  eventTime: 'at',
  tieBreak: ['id'],
})
const profile = featureView(
  'profile',
  { entity: customer, every: '1d' },
  { tier: asOf(customers.c.tier).default('basic'), is_plus: asOf(customers.c.tier).eq('plus') },
)
const pace = featureView('pace', { entity: customer, every: '6h' }, { n_7d: count(orders).over('7d'), latest: lastN(orders.c.pieces, 3).over('7d') })
const fleetDaily = featureView('fleet_daily', { entity: fleet, every: '1d' }, { orders_1d: count(orders).over('1d') })
const fleetHourly = featureView('fleet_hourly', { entity: fleet, every: '1h' }, { orders_1h: count(orders).over('1h') })

const base = [customer, fleet, customers, orders, profile, pace, fleetDaily, fleetHourly]
const servings: Readonly<Record<string, unknown>> = {
  'one view': serving('x', { entity: customer, features: [pace], freshness: '5m' }),
  'several views': serving('x', { entity: customer, features: [profile, pace.f.n_7d, pace.f.latest], freshness: '5m' }),
  'nothing by keys': serving('x', { entity: fleet, features: [fleetDaily], freshness: '5m' }),
  'several views without keys': serving('x', { entity: fleet, features: [fleetDaily, fleetHourly], freshness: '5m' }),
}

/** Rows at several points of keys that come and go. */
const rows: readonly string[] = [
  `INSERT INTO feat_storage.$profile BY NAME SELECT 'k' || k AS customer_id, d AS feature_time, d::DATE AS feature_date, CASE WHEN k % 3 <> 0 THEN 'plus' END AS tier, k % 2 = 0 AS is_plus, d AS computed_at
     FROM range(6) AS a(k), generate_series(TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-06', INTERVAL 1 DAY) AS b(d) WHERE (k + day(d)) % 4 <> 0`,
  `INSERT INTO feat_storage.$pace BY NAME SELECT 'k' || k AS customer_id, d AS feature_time, k + hour(d) AS n_7d, CASE WHEN k <> 4 THEN '[1,' || k || ']' END::JSON AS latest, d AS computed_at
     FROM range(3, 9) AS a(k), generate_series(TIMESTAMP '2026-01-02', TIMESTAMP '2026-01-07 06:00:00', INTERVAL 6 HOUR) AS b(d) WHERE (k + hour(d)) % 5 <> 0`,
  `INSERT INTO feat_storage.$fleet_daily BY NAME SELECT d AS feature_time, d::DATE AS feature_date, day(d) AS orders_1d, d AS computed_at FROM generate_series(TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-06', INTERVAL 1 DAY) AS b(d)`,
  `INSERT INTO feat_storage.$fleet_hourly BY NAME SELECT d AS feature_time, hour(d) AS orders_1h, d AS computed_at FROM generate_series(TIMESTAMP '2026-01-02', TIMESTAMP '2026-01-05', INTERVAL 1 HOUR) AS b(d)`,
]

const moments = [
  '2025-12-01T00:00:00Z',
  '2026-01-01T00:30:00Z',
  '2026-01-02T02:00:00Z',
  '2026-01-05T13:00:00Z',
  '2026-01-07T08:00:00Z',
  '2026-01-08T09:00:00Z',
  '2026-02-01T00:00:00Z',
]

async function filled(driver: Driver, { lowered }: Compiled, bindings: Bindings): Promise<void> {
  await driver.execute('CREATE SCHEMA feat_storage')
  for (const view of [profile, pace, fleetDaily, fleetHourly]) {
    const address = `view.${(view as unknown as { readonly name: string }).name}` as const
    const [storage] = bindings.storages(address)
    const resource = lowered.desired.resources.find(r => r.address === address)!
    for (const sql of storageTable('test', { ...resource, publicName: null }, storage!, bindings.placement)) await driver.execute(sql)
    for (const sql of rows) if (sql.includes(`$${storage!.of.slice(5)} `)) await driver.execute(sql.replace(`$${storage!.of.slice(5)}`, storage!.name.name))
  }
}

async function shown(
  driver: Driver,
  compiled: Compiled,
  bindings: Bindings,
  at: { readonly now: string; readonly current: boolean },
): Promise<readonly string[]> {
  const body = bodyOf(compiled.lowered, { of: 'serving.x', columns: [], first: true, bulk: true, current: at.current })
  const found = await driver.query(printQuery(bindRelation(body, bindings), 'duckdb', { from: null, to: null, now: at.now }))
  const plain = (key: string, v: unknown): unknown => (key === 'computed_at' ? undefined : typeof v === 'bigint' ? String(v) : v)
  return found.map(row => JSON.stringify(row, plain)).toSorted()
}

describe('a serving as a query that is kept current', () => {
  it.each(Object.keys(servings))('shows what is stored: %s', async name => {
    await inWarehouse([], async driver => {
      const compiled = compiledOf([...base, servings[name]])
      const { placed } = sessionFor(driver, compiled, { now: moments[0]! })
      const bindings = freshBindings(compiled.lowered, placed)
      await filled(driver, compiled, bindings)
      const seen = new Set<number>()
      for (const now of moments) {
        const [stored, current] = [
          await shown(driver, compiled, bindings, { now, current: false }),
          await shown(driver, compiled, bindings, { now, current: true }),
        ]
        expect(current, now).toEqual(stored)
        seen.add(stored.length)
      }
      expect(seen.size).toBeGreaterThan(1)
    })
  })

  it('has the moment in conditions alone, no outer joins and no window functions', () => {
    const compiled = compiledOf([...base, servings['several views']])
    const text = JSON.stringify(bodyOf(compiled.lowered, { of: 'serving.x', columns: [], first: true, bulk: true, current: true }), (key, v: unknown) =>
      key === 'where' ? undefined : v,
    )
    expect(text).not.toContain('"param"')
    expect(text).not.toContain('"left"')
    expect(text).not.toContain('"over"')
    expect(text).not.toContain('"distinct":true')
  })
})
