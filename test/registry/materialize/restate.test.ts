import { expect, it, vi } from 'vitest'
import { count, events, featureView, float, timestamp, varchar } from '../../../compiler/dsl/index.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import type { MaterializeOptions } from '../../../registry/materialize/materialize.ts'
import { customer, customers, orders, rawData, region, regionWeather, shop, weather } from '../../e2e/shop.ts'
import { onDuckdb, onEachEngine, sessionOn, tablesOf } from '../../support/engines.ts'
import type { Tables } from '../../support/warehouse.ts'
import { applied, differences, materialized } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const raw = rawData({ orders: 150, customers: 3 })

/** Without known time: rows may come up to three days after they happened. */
const lateWeather = events('raw.weather', {
  entities: [region],
  columns: { region: varchar(), seen_at: timestamp(), rain: float() },
  eventTime: 'seen_at',
  lateness: '3d',
  defines: [region],
})
const corrected = shop.map(d => (d === weather ? lateWeather : d))

/** Titles of the fills of a run. */
async function fillsOf(driver: Driver, definitions: readonly unknown[], now: string, options: Partial<MaterializeOptions> = {}): Promise<readonly string[]> {
  const titles: string[] = []
  await materialized(sessionOn(driver, definitions, { now }), {
    ...options,
    onProgress: e => void (e.state === 'done' && e.step.phase === 'fill' && titles.push(e.step.title.replace(/^fill /, ''))),
  })
  return titles.toSorted()
}

async function fresh(definitions: readonly unknown[], now: string, more: readonly string[], less: readonly string[] = []): Promise<Tables> {
  return onDuckdb.inWarehouse([...raw, ...more, ...less], async driver => {
    const session = sessionOn(driver, definitions, { now })
    await applied(session)
    await materialized(session)
    return shown(await tablesOf(driver))
  })
}

/** Without what depends on when somebody looked, and what serves, which is no table of ours on an account. */
function shown(tables: Tables): Tables {
  const names = Object.keys(tables).filter(n => !/captures|online/.test(n))
  return Object.fromEntries(names.map(n => [n, tables[n]!.filter(r => r['feature_name'] !== 'balance').map(r => ({ ...r, balance: null }))]))
}

async function open(driver: Driver, definitions: readonly unknown[], now: string): Promise<void> {
  await applied(sessionOn(driver, definitions, { now }))
  await materialized(sessionOn(driver, definitions, { now }))
}

const until = "DELETE FROM raw.weather WHERE seen_at >= TIMESTAMP '2026-01-20'"
const lateRow = "INSERT INTO raw.weather VALUES ('R1', TIMESTAMP '2026-01-18 12:00:00', 1000)"

onEachEngine('corrected', engine => {
  it('computes exactly the points again whose windows hold a late row, and what reads them', async () => {
    const definitions = [customer, region, orders, customers, lateWeather, regionWeather]
    await engine.inWarehouse([...raw, until], async driver => {
      await open(driver, definitions, '2026-01-20T06:00:00Z')
      expect(await fillsOf(driver, definitions, '2026-01-20T18:00:00Z')).toEqual([])
      await driver.execute(lateRow)
      expect(await fillsOf(driver, definitions, '2026-01-20T18:00:00Z')).toEqual([
        'tiles.raw.weather/region/1dx1d known before 2026-01-19',
        'view.region_weather 2026-01-19..2026-01-20',
      ])
      expect(await fillsOf(driver, definitions, '2026-01-20T18:00:00Z')).toEqual([])
      expect(differences(shown(await tablesOf(driver)), await fresh(definitions, '2026-01-20T18:00:00Z', [until, lateRow]))).toEqual([])
    })
  })

  it('finds rows that are changed or gone, and keys that begin to live earlier, later, or at all', async () => {
    const some = ["DELETE FROM raw.weather WHERE region = 'R2' AND seen_at < TIMESTAMP '2026-01-18'", until]
    const then = [
      "UPDATE raw.weather SET rain = 7 WHERE region = 'R0' AND seen_at = TIMESTAMP '2026-01-19 08:00:00'",
      "DELETE FROM raw.weather WHERE region = 'R2' AND seen_at < TIMESTAMP '2026-01-19'",
      "INSERT INTO raw.weather VALUES ('R9', TIMESTAMP '2026-01-18 01:00:00', 5)",
    ]
    await engine.inWarehouse([...raw, ...some], async driver => {
      await open(driver, corrected, '2026-01-20T06:00:00Z')
      for (const sql of then) await driver.execute(sql)
      await materialized(sessionOn(driver, corrected, { now: '2026-01-20T18:00:00Z' }))
      expect(differences(shown(await tablesOf(driver)), await fresh(corrected, '2026-01-20T18:00:00Z', [...some, ...then]))).toEqual([])
    })
  })

  it('gives the same in whatever order rows arrive within the contract', async () => {
    const arriving = "SELECT * FROM future.weather WHERE seen_at + to_seconds((hash(seen_at, region) % 250000)::INT) < TIMESTAMP '"
    await engine.inWarehouse([...raw, 'CREATE SCHEMA future', 'CREATE TABLE future.weather AS SELECT * FROM raw.weather'], async driver => {
      const all = ['2026-01-15T06:00:00Z', '2026-01-16T02:00:00Z', '2026-01-18T23:00:00Z', '2026-01-19T12:00:00Z', '2026-01-22T06:00:00Z']
      const days = engine.duckdb ? all : all.slice(2)
      // What is read by an account is made by the embedded engine, whose hash it does not know.
      const arrived = await onDuckdb.inWarehouse([...raw, 'CREATE SCHEMA future', 'CREATE TABLE future.weather AS SELECT * FROM raw.weather'], duck =>
        Promise.all(days.map(day => duck.query(`${arriving}${day.slice(0, 19)}'`))),
      )
      for (const [i, now] of days.entries()) {
        await driver.execute('DELETE FROM raw.weather')
        const rows = arrived[i]!.map(r => `('${r['region']}', CAST('${String(r['seen_at']).slice(0, 19)}' AS TIMESTAMP), ${r['rain']})`)
        await driver.execute(`INSERT INTO raw.weather VALUES ${rows.join(', ')}`)
        if (i === 0) await applied(sessionOn(driver, corrected, { now }))
        await materialized(sessionOn(driver, corrected, { now }))
      }
      const last = arrived.at(-1)!.map(r => `('${r['region']}', '${String(r['seen_at']).slice(0, 19)}', ${r['rain']})`)
      const same = ['DELETE FROM raw.weather', `INSERT INTO raw.weather SELECT r, t::TIMESTAMP, v FROM (VALUES ${last.join(', ')}) AS x(r, t, v)`]
      expect(differences(shown(await tablesOf(driver)), await fresh(corrected, days.at(-1)!, same))).toEqual([])
    })
  })
})

onEachEngine('a run of some views', engine => {
  const correctedOrders = featureView('corrected_orders', { entity: customer, known: 'corrected' }, { late_orders_7d: count(orders).over('7d') })
  const otherWeather = featureView('other_weather', { entity: region, known: 'corrected' }, { seen_2d: count(lateWeather).over('2d') })
  const definitions = [customer, region, orders, customers, lateWeather, regionWeather, correctedOrders, otherWeather]
  const lateOrder = `INSERT INTO raw.orders VALUES ('late', 'C1', TIMESTAMP '2026-01-19 05:00:00', TIMESTAMP '2026-01-20 08:00:00', 10, 1, true, 'web')`
  const [early, late] = ['2026-01-20T06:00:00Z', '2026-01-20T18:00:00Z']
  const some = [until, "DELETE FROM raw.orders WHERE loaded_at >= TIMESTAMP '2026-01-20 06:00:00'"]
  const stepsOf = async (driver: Driver, options: Partial<MaterializeOptions>): Promise<readonly string[]> => {
    const titles: string[] = []
    const session = sessionOn(driver, definitions, { now: late })
    await materialized(session, { ...options, onProgress: e => void (e.state === 'done' && e.step.phase !== 'contract' && titles.push(e.step.title)) })
    return titles.toSorted()
  }

  it('leaves points of others as they are, and a later run finds what changed there', async () => {
    await engine.inWarehouse([...raw, ...some], async driver => {
      await open(driver, definitions, early)
      await driver.execute(lateOrder)
      expect(await stepsOf(driver, { only: ['region_weather'] })).toEqual([])
      expect(await stepsOf(driver, { only: ['corrected_orders'] })).toEqual(
        expect.arrayContaining(['restate view.corrected_orders 2026-01-19..2026-01-20', 'fill view.corrected_orders 2026-01-19..2026-01-20']),
      )
      expect(differences(shown(await tablesOf(driver)), await fresh(definitions, late, some, [lateOrder]))).toEqual([])
    })
  })

  it('computes others again that read the same changed rows, in the same run', async () => {
    await engine.inWarehouse([...raw, ...some], async driver => {
      await open(driver, definitions, early)
      await driver.execute(lateRow)
      const titles = await stepsOf(driver, { only: ['region_weather'] })
      expect(titles).toContain('fill view.region_weather 2026-01-19..2026-01-20')
      expect(titles).toContain('fill view.other_weather 2026-01-19..2026-01-20')
      expect(await stepsOf(driver, { only: ['region_weather', 'other_weather'] })).toEqual([])
      expect(differences(shown(await tablesOf(driver)), await fresh(definitions, late, some, [lateRow]))).toEqual([])
    })
  })
})

onEachEngine('a restatement', engine => {
  const now = '2026-01-24T06:00:00Z'
  const breach = `INSERT INTO raw.orders VALUES ('breach', 'C1', TIMESTAMP '2026-01-10 05:00:00', TIMESTAMP '2026-01-11 05:00:00', 10000, 1, true, 'web')`
  const definitions = [customer, region, orders, customers, weather, regionWeather]
  const all = shop

  it('lets rows in that came later than their contract says, at the points that they touch, and only then', async () => {
    await engine.inWarehouse(raw, async driver => {
      await open(driver, all, now)
      await driver.execute(breach)
      expect(await fillsOf(driver, all, now)).toEqual([])
      const before = shown(await tablesOf(driver))
      const titles = await fillsOf(driver, all, now, { restate: true })
      expect(titles.filter(t => t.startsWith('tiles.'))).not.toEqual([])
      expect(titles.some(t => t.includes('region'))).toBe(false)
      const expected = await fresh(all, now, [breach])
      expect(differences(shown(await tablesOf(driver)), expected)).toEqual([])
      expect(differences(before, expected)).not.toEqual([])
      expect(await fillsOf(driver, all, now, { restate: true })).toEqual([])
    })
  })

  it('of a span computes all of its points again, of what is named and of what reads it', async () => {
    await engine.inWarehouse(raw, async driver => {
      await open(driver, definitions, now)
      const spoilt = (
        await driver.query("SELECT table_schema AS s, table_name AS t FROM information_schema.tables WHERE lower(table_name) LIKE 'region_weather__g%'")
      )[0]
      const name = engine.duckdb ? `feat_storage."${spoilt?.['t']}"` : null
      if (name !== null) await driver.execute(`UPDATE ${name} SET rain_3d = -1`)
      const span = { from: '2026-01-10T00:00:00Z', to: '2026-01-12T00:00:00Z', restate: true, only: ['region_weather'] }
      expect(await fillsOf(driver, definitions, now, span)).toEqual(['view.region_weather 2026-01-10..2026-01-11'])
      if (name !== null) expect(await driver.query(`SELECT count(DISTINCT feature_time) AS n FROM ${name} WHERE rain_3d >= 0`)).toEqual([{ n: 2 }])
    })
  })
})
