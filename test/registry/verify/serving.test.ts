import { describe, expect, it, vi } from 'vitest'
import type { Driver } from '../../../registry/driver/driver.ts'
import type { Session } from '../../../registry/index.ts'
import type { ServingCheck } from '../../../registry/verify/serving/verify.ts'
import { differencesOf, verifyServings } from '../../../registry/verify/serving/verify.ts'
import { count, entity, events, featureView, serving, timestamp, varchar } from '../../../compiler/dsl/index.ts'
import { rawData, shop } from '../../e2e/shop.ts'
import { onEachEngine, sessionOn } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const now = '2026-02-04T06:00:00Z'
const options = { name: null, sample: 10_000, at: null }

const town = entity('town', { keys: { city: varchar() } })
const visits = events('raw.visits', { entities: [town], columns: { city: varchar(), at: timestamp() }, eventTime: 'at', defines: [town] })
const paceOf = featureView('pace', { entity: town }, { visits_30d: count(visits).over('30d') })
const visited = [town, visits, paceOf, serving('online', { entity: town, features: [paceOf], mode: 'live', freshness: '1m' })]

async function checked(session: Session, sample = 10_000): Promise<ServingCheck> {
  const [check] = await verifyServings(session, { ...options, sample })
  return check!
}

/** Storage tables of a resource by the beginning of their names. */
async function storages(driver: Driver, prefix: string): Promise<readonly string[]> {
  const duckdb = driver.dialect === 'duckdb'
  const rows = await driver.query(
    `SELECT table_schema AS s, table_name AS n FROM ${duckdb ? 'information_schema' : 'EMULATED.INFORMATION_SCHEMA'}.tables WHERE lower(table_name) LIKE '${prefix}\\_\\_g%' ESCAPE '\\${duckdb ? '' : '\\'}'`,
  )
  return rows.map(r => `${duckdb ? '' : '"EMULATED".'}"${r['s']}"."${r['n']}"`)
}

onEachEngine('feat verify serving', engine => {
  it('finds nothing in what was just computed, and what is changed, lost or added later', async () => {
    await engine.inWarehouse(rawData({ orders: 250, customers: 5 }), async driver => {
      const session = sessionOn(driver, shop, { now })
      await applied(session)
      await materialized(session)
      const fine = await checked(session)
      expect(fine.features.filter(f => f.mismatched > 0)).toEqual([])
      expect([fine.compared, fine.missing.count, fine.extra.count]).toEqual([5, 0, 0])
      expect(fine.features.map(f => f.column)).toEqual(['orders_7d', 'tier', 'balance', 'account_age', 'rain_at_home', 'unpaid_14d', 'risk'])
      expect((await checked(session, 3)).compared).toBe(3)

      // on an account the serving follows the stored rows by itself, of which other features are computed too; else it has rows of its own
      const [served] = await storages(driver, 'online')
      const [rows] = await storages(driver, 'customer_orders')
      const wrong = served ?? rows!
      await driver.execute(
        `UPDATE ${wrong} SET ${column(driver, 'orders_7d')} = ${column(driver, 'orders_7d')} + 1 WHERE ${column(driver, 'customer_id')} = 'C1'`,
      )
      const changed = await checked(session)
      expect(changed.features.filter(f => f.mismatched > 0).map(f => [f.column, f.mismatched])).toEqual(
        served === undefined
          ? [
              ['orders_7d', 1],
              ['risk', 1],
            ]
          : [['orders_7d', 1]],
      )
      const [example] = changed.features[0]!.examples
      expect(example!.keys).toEqual({ customer_id: 'C1' })
      expect(Number(example!.served)).toBe(Number(example!.offline) + 1)

      if (served !== undefined) {
        await driver.execute(`DELETE FROM ${served} WHERE customer_id = 'C2'`)
        await driver.execute(`UPDATE ${served} SET customer_id = 'C77' WHERE customer_id = 'C3'`)
        const lost = await checked(session)
        expect(lost.missing).toEqual({ count: 2, keys: [{ customer_id: 'C2' }, { customer_id: 'C3' }] })
        expect(lost.extra).toEqual({ count: 1, keys: [{ customer_id: 'C77' }] })
        expect(differencesOf(lost)).toBeGreaterThan(4)
      }
    })
  })

  it('finds keys that a live serving shows too many, and those that it does not show', async () => {
    const begun = Math.floor(Date.now() / 86_400_000) * 86_400_000
    const raw = `CREATE TABLE raw.visits AS SELECT 'c' || i AS city, TIMESTAMP '${new Date(begun - 9 * 86_400_000).toISOString().slice(0, 10)}' + to_hours((7 * i)::INT) AS at FROM range(6) AS t(i)`
    await engine.inWarehouse(['CREATE SCHEMA raw', raw], async driver => {
      const session = sessionOn(driver, visited, { now: new Date(begun).toISOString() })
      await applied(session)
      await materialized(session)
      const read = sessionOn(driver, visited, { now: new Date().toISOString() })
      const fine = await checked(read)
      expect([fine.compared, differencesOf(fine)]).toEqual([6, 0])
      // what tiles hold is shown, whatever became of the rows that they were made of
      const visits = engine.duckdb ? 'raw.visits' : 'EMULATED.RAW.VISITS'
      await driver.execute(`DELETE FROM ${visits} WHERE ${column(driver, 'city')} IN ('c1', 'c4')`)
      for (const tiles of await storages(driver, 'tiles%')) await driver.execute(`DELETE FROM ${tiles} WHERE ${column(driver, 'city')} IN ('c2', 'c4')`)
      const wrong = await checked(read)
      expect([wrong.missing, wrong.extra]).toEqual([
        { count: 1, keys: [{ city: 'c2' }] },
        { count: 1, keys: [{ city: 'c1' }] },
      ])
    })
  })

  it('F678 F679 refuses a serving that is not declared, or not deployed', async () => {
    await engine.inWarehouse(rawData({ orders: 20, customers: 3 }), async driver => {
      const session = sessionOn(driver, shop, { now })
      await expect(verifyServings(session, { ...options, name: 'onlin' })).rejects.toThrow("there is no serving 'onlin' (there are online)")
      await expect(verifyServings(session, options)).rejects.toThrow("serving 'online' is not there")
    })
  })
})

function column(driver: Driver, name: string): string {
  return driver.dialect === 'duckdb' ? `"${name}"` : `"${name.toUpperCase()}"`
}

describe('what is the same', () => {
  it('is exact for decimals and near for floats', async () => {
    const { alike } = await import('../../../registry/verify/serving/alike.ts')
    expect(alike('10.10', '10.1', { kind: 'decimal', precision: 12, scale: 2 })).toBe(true)
    expect(alike('100', '10', { kind: 'int' })).toBe(false)
    expect(alike('12345678901234567890.01', '12345678901234567890.02', { kind: 'decimal', precision: 38, scale: 2 })).toBe(false)
    expect(alike(0.1 + 0.2, 0.3, { kind: 'float' })).toBe(true)
    expect(alike(1, 1.000_001, { kind: 'float' })).toBe(false)
    expect(alike(null, 0, { kind: 'int' })).toBe(false)
    expect(alike('[1, null]', '[1,null]', { kind: 'json' })).toBe(true)
    expect(alike('[1]', '[1,2]', { kind: 'json' })).toBe(false)
  })
})
