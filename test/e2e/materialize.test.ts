import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { count, events, featureView, sum, timestamp, varchar, float, avg } from '../../compiler/dsl/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import type { Engine } from '../support/engines.ts'
import { onDuckdb, onEachEngine, rowsIn, sessionOn, tablesOf } from '../support/engines.ts'
import type { Tables } from '../support/warehouse.ts'
import { applied, differences, materialized } from '../support/warehouse.ts'
import { customerOrders, customer, customers, orders, rawData, region, shop, sources, views, weather } from './shop.ts'

/** Seconds by themselves, longer beside everything else. */
vi.setConfig({ testTimeout: 180_000 })

/** FEAT_DEEP: so many random ways to split the time instead of 2; 40 take two minutes. */
const runs = Number(process.env['FEAT_DEEP'] ?? 2)
const now = '2026-02-04T06:00:00Z'
const raw = rawData({ orders: 250, customers: 5 })

/** Moves the raw rows aside, from where `arrive` brings in those that are known at a time. */
async function setAside(driver: Driver): Promise<void> {
  await driver.execute('CREATE SCHEMA future')
  for (const table of ['orders', 'customers', 'weather']) {
    await driver.execute(`CREATE TABLE future.${table} AS SELECT * FROM raw.${table}`)
    await driver.execute(`DELETE FROM raw.${table}`)
  }
}

async function arrive(driver: Driver, until: string): Promise<void> {
  for (const [table, known] of [
    ['orders', 'loaded_at'],
    ['customers', 'loaded_at'],
    ['weather', 'seen_at'],
  ]) {
    await driver.execute(`DELETE FROM raw.${table}`)
    await driver.execute(`INSERT INTO raw.${table} SELECT * FROM future.${table} WHERE ${known} < TIMESTAMP '${until.slice(0, 19)}'`)
  }
}

/** Without what depends on when somebody looked: captures of a snapshot, and the column that shows them. */
function withoutCaptures(tables: Tables): Tables {
  const shown = Object.entries(tables).filter(([name]) => !name.includes('captures'))
  return Object.fromEntries(shown.map(([name, rows]) => [name, rows.filter(r => r['feature_name'] !== 'balance').map(r => ({ ...r, balance: null }))]))
}

/** What there is where all is computed at once, whatever the engine: on DuckDB. */
async function fresh(at: string, definitions: readonly unknown[] = shop): Promise<Tables> {
  return onDuckdb.inWarehouse(raw, async driver => {
    const session = sessionOn(driver, definitions, { now: at })
    await applied(session)
    await materialized(session)
    return tablesOf(driver)
  })
}

/** Where an engine differs from what all is computed at once: what serves is no table with rows of ours on an account. */
function unlike({ duckdb }: Engine, found: Tables, expected: Tables): readonly string[] {
  return differences(found, duckdb ? expected : Object.fromEntries(Object.entries(expected).filter(([name]) => !name.startsWith('feat_storage.online__'))))
}

onEachEngine('materialize', engine => {
  it('does nothing the second time, and says so in steps', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, shop, { now })
      await applied(session)
      expect(await materialized(session)).toBeGreaterThan(9)
      const before = await tablesOf(driver)
      expect(before['main.customer_orders']!.length).toBeGreaterThan(100)
      expect(await materialized(session)).toBe(0)
      expect(await tablesOf(driver)).toEqual(before)
    })
  })

  it('gives the same tables whatever the spans it is run over: day by day, at once, or any between', async () => {
    const expected = await fresh(now)
    const day = fc.integer({ min: 1, max: 34 }).map(n => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), async days => {
        const cuts = [null, ...days.toSorted(), null]
        await engine.inWarehouse(raw, async driver => {
          const session = sessionOn(driver, shop, { now })
          await applied(session)
          for (let i = 1; i < cuts.length; i++) await materialized(session, { from: cuts[i - 1]!, to: cuts[i]! })
          expect(unlike(engine, await tablesOf(driver), expected)).toEqual([])
          expect(await materialized(session)).toBe(0)
        })
      }),
      { numRuns: engine.duckdb ? runs : 1, seed: 20260204, examples: [[['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04']]] },
    )
  })

  it('gives the same tables when it runs day by day beside rows that arrive late', async () => {
    const expected = withoutCaptures(await fresh(now))
    await engine.inWarehouse(raw, async driver => {
      await setAside(driver)
      for (const [i, at] of [
        '2026-01-26T06:00:00Z',
        '2026-01-27T05:00:00Z',
        '2026-01-28T23:00:00Z',
        '2026-01-31T01:00:00Z',
        '2026-02-01T06:00:00Z',
        '2026-02-03T06:00:00Z',
        now,
      ].entries()) {
        await arrive(driver, at)
        const session = sessionOn(driver, shop, { now: at })
        if (i === 0) await applied(session)
        expect(await materialized(session), at).toBeGreaterThan(0)
      }
      expect(unlike(engine, withoutCaptures(await tablesOf(driver)), expected)).toEqual([])
    })
  })

  it('as-known: rows known before what is computed change nothing, rows known since enter where they are due', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = (at: string): ReturnType<typeof sessionOn> => sessionOn(driver, shop, { now: at })
      await applied(session('2026-01-20T06:00:00Z'))
      await setAside(driver)
      await arrive(driver, '2026-01-20T06:00:00Z')
      await materialized(session('2026-01-20T06:00:00Z'))
      const before = await rowsIn(driver, 'main.customer_orders')
      const insert = (id: string, happened: string, known: string): Promise<number> =>
        driver.execute(`INSERT INTO future.orders VALUES ('${id}', 'C1', TIMESTAMP '${happened}', TIMESTAMP '${known}', 10000, 1, true, 'web')`)
      await insert('breach', '2026-01-18', '2026-01-19 12:00:00')
      await insert('late', '2026-01-19', '2026-01-20 12:00:00')
      await arrive(driver, '2026-01-22T06:00:00Z')
      await materialized(session('2026-01-22T06:00:00Z'))
      const after = await rowsIn(driver, 'main.customer_orders')
      expect(after.filter(r => String(r['feature_date']) <= '2026-01-20')).toEqual(before)
      const largest = (date: string): unknown => after.find(r => r['customer_id'] === 'C1' && r['feature_date'] === date)?.['largest_14d']
      expect([largest('2026-01-20'), largest('2026-01-21'), largest('2026-01-22')]).toEqual([
        before.find(r => r['customer_id'] === 'C1' && r['feature_date'] === '2026-01-20')!['largest_14d'],
        '10000',
        '10000',
      ])
    })
  })

  it('corrected: what a late row of a source with lateness touches is computed again, with its readers, store and serving', async () => {
    const late = events('raw.weather', {
      entities: [region],
      columns: { region: varchar(), seen_at: timestamp(), rain: float() },
      eventTime: 'seen_at',
      lateness: '3d',
      defines: [region],
    })
    const definitions = shop.map(d => (d === weather ? late : d))
    await engine.inWarehouse(raw, async driver => {
      await applied(sessionOn(driver, definitions, { now: '2026-01-20T06:00:00Z' }))
      await setAside(driver)
      await arrive(driver, '2026-01-20T06:00:00Z')
      await materialized(sessionOn(driver, definitions, { now: '2026-01-20T06:00:00Z' }))
      const before = withoutCaptures(await tablesOf(driver, ['main']))
      for (const table of ['raw', 'future']) await driver.execute(`INSERT INTO ${table}.weather VALUES ('R1', TIMESTAMP '2026-01-18 12:00:00', 1000)`)
      await arrive(driver, now)
      await materialized(sessionOn(driver, definitions, { now }))
      const expected = await onDuckdb.inWarehouse(raw, async other => {
        await other.execute(`INSERT INTO raw.weather VALUES ('R1', TIMESTAMP '2026-01-18 12:00:00', 1000)`)
        await applied(sessionOn(other, definitions, { now }))
        await materialized(sessionOn(other, definitions, { now }))
        return tablesOf(other)
      })
      const after = withoutCaptures(await tablesOf(driver))
      expect(unlike(engine, after, withoutCaptures(expected))).toEqual([])
      for (const table of ['main.region_weather', 'main.customer_risk', 'main.all_features']) {
        const old = new Set(after[table]!.map(r => JSON.stringify(r)))
        expect(before[table]!.filter(r => !old.has(JSON.stringify(r))).length, table).toBeGreaterThan(0)
      }
    })
  })

  it('holds a point back until a source that promises freshness shows a time as fresh', async () => {
    const promised = events('raw.weather', {
      entities: [region],
      columns: { region: varchar(), seen_at: timestamp(), rain: float() },
      eventTime: 'seen_at',
      freshness: '1d',
      defines: [region],
    })
    const definitions = shop.map(d => (d === weather ? promised : d))
    await engine.inWarehouse(raw, async driver => {
      await driver.execute("DELETE FROM raw.weather WHERE seen_at >= TIMESTAMP '2026-01-20'")
      await applied(sessionOn(driver, definitions, { now }))
      await materialized(sessionOn(driver, definitions, { now }))
      const newest = async (name: string): Promise<unknown> => (await driver.query(`SELECT max(feature_time) AS t FROM main.${name}`))[0]!['t']
      expect(await newest('region_weather')).toBe('2026-01-20T00:00:00Z')
      expect(await newest('customer_risk')).toBe('2026-01-20T00:00:00Z')
      expect(await newest('customer_orders')).toBe('2026-02-04T00:00:00Z')
      expect((await driver.query("SELECT max(feature_date) AS d FROM main.all_features WHERE feature_type = 'customer'"))[0]!['d']).toBe('2026-01-20')
      await driver.execute("INSERT INTO raw.weather VALUES ('R1', TIMESTAMP '2026-01-24 12:00:00', 1)")
      await materialized(sessionOn(driver, definitions, { now }))
      expect(await newest('region_weather')).toBe('2026-01-25T00:00:00Z')
    })
  })

  it('does not compute a point before it has settled', async () => {
    await engine.inWarehouse(raw, async driver => {
      await applied(sessionOn(driver, shop, { now: '2026-01-20T00:59:59Z' }))
      await materialized(sessionOn(driver, shop, { now: '2026-01-20T00:59:59Z' }))
      expect((await driver.query('SELECT max(feature_date) AS d FROM main.customer_orders'))[0]!['d']).toBe('2026-01-19')
      await materialized(sessionOn(driver, shop, { now: '2026-01-20T01:00:00Z' }))
      expect((await driver.query('SELECT max(feature_date) AS d FROM main.customer_orders'))[0]!['d']).toBe('2026-01-20')
    })
  })

  it('computes a new view over an old one for all of its past, and touches nothing else', async () => {
    const later = featureView('customer_later', { entity: customer }, { phone_7d: count(orders).where(orders.c.channel.eq('phone')).over('7d') }).derive(f => ({
      phone_share: f.phone_7d.div(customerOrders.f.orders_7d),
    }))
    await engine.inWarehouse(raw, async driver => {
      const old = [customer, orders, customers, customerOrders]
      await applied(sessionOn(driver, old, { now }))
      await materialized(sessionOn(driver, old, { now }))
      await applied(sessionOn(driver, [...old, later], { now }))
      const titles: string[] = []
      await materialized(sessionOn(driver, [...old, later], { now }), { onProgress: e => void (e.state === 'done' && titles.push(e.step.title)) })
      expect(titles.filter(t => t.includes('view.')).map(t => t.split(' ', 2).join(' '))).toEqual(['view.customer_later starts', 'fill view.customer_later'])
      expect(differences({ a: await rowsIn(driver, 'main.customer_later') }, { a: (await fresh(now, [...old, later]))['main.customer_later']! })).toEqual([])
    })
  })

  it('computes a view at its own cadence, in any spans, and a daily one that reads it', async () => {
    const hourly = featureView(
      'customer_hourly',
      { entity: customer, every: '1h' },
      { orders_6h: count(orders).over('6h'), weight_1d: sum(orders.c.weight).over('1d'), mean_1d: avg(orders.c.weight).over('1d') },
    )
    const daily = featureView('customer_daily', { entity: customer }, { orders_1d: count(orders).over('1d') }).derive(f => ({
      share: hourly.f.orders_6h.div(f.orders_1d),
    }))
    const definitions = [customer, orders, customers, hourly, daily]
    await engine.inWarehouse(raw, async driver => {
      await applied(sessionOn(driver, definitions, { now }))
      const cuts = [null, '2026-01-20T13:00:00Z', '2026-01-20T15:00:00Z', '2026-02-01', null]
      for (let i = 1; i < cuts.length; i++) await materialized(sessionOn(driver, definitions, { now }), { from: cuts[i - 1]!, to: cuts[i]! })
      const found = await tablesOf(driver)
      expect(unlike(engine, found, await fresh(now, definitions))).toEqual([])
      expect(found['main.customer_hourly']!.at(-1)!['feature_time']).toBe('2026-02-04T05:00:00Z')
      const [wrong] = await driver.query(`SELECT count(*) AS n, count_if(orders_6h > 0) AS some FROM main.customer_hourly h WHERE orders_6h <>
        (SELECT count(*) FROM raw.orders o WHERE o.customer_id = h.customer_id AND ordered_at >= feature_time - INTERVAL '6 hour' AND ordered_at < feature_time AND loaded_at < feature_time)`)
      expect(Number(wrong!['n'])).toBe(0)
      expect(found['main.customer_hourly']!.filter(r => Number(r['orders_6h']) > 0).length).toBeGreaterThan(100)
      const [unequal] = await driver.query(
        'SELECT count(*) AS n FROM main.customer_daily d JOIN main.customer_hourly h USING (customer_id, feature_time) WHERE orders_1d > 0 AND share IS DISTINCT FROM orders_6h / orders_1d',
      )
      expect(unequal!['n']).toBe(0)
    })
  })

  it('computes only what it is asked for, with what that reads', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, [...sources, ...views], { now })
      await applied(session)
      await materialized(session, { only: ['region_weather'] })
      expect((await rowsIn(driver, 'main.region_weather')).length).toBeGreaterThan(0)
      expect(await rowsIn(driver, 'main.customer_orders')).toEqual([])
      await materialized(session, { only: ['customer_risk'] })
      for (const read of ['customer_orders', 'customer_risk']) expect((await rowsIn(driver, `main.${read}`)).length, read).toBeGreaterThan(0)
    })
  })
})

onEachEngine('the start of a view', engine => {
  it('is where its rows begin, also for a view that reads it and begins earlier', async () => {
    const late = featureView('customer_late', { entity: customer, start: '2026-01-20' }, { orders_3d: count(orders).over('3d') })
    const early = featureView('customer_early', { entity: customer, start: '2026-01-10' }, { orders_1d: count(orders).over('1d') }).derive(f => ({
      both: f.orders_1d.plus(late.f.orders_3d),
    }))
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, [customer, orders, customers, late, early], { now })
      await applied(session)
      await materialized(session)
      const first = async (view: string): Promise<unknown> => (await driver.query(`SELECT min(feature_date) AS d FROM main.${view}`))[0]!['d']
      expect([await first('customer_late'), await first('customer_early')]).toEqual(['2026-01-20', '2026-01-10'])
      expect(await materialized(session)).toBe(0)
    })
  })
})
