import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import { rawData, shop } from '../../e2e/shop.ts'
import { bundle, repository } from '../../support/bundle.ts'
import { tablesOf, watching } from '../../support/engines.ts'
import { scratch } from '../../support/scratch.ts'
import type { Tables } from '../../support/warehouse.ts'
import { applied, compiledOf, differences, inFile, inWarehouse, materialized, sessionFor } from '../../support/warehouse.ts'

const now = '2026-02-20T06:00:00Z'
const raw = rawData({ orders: 250, customers: 5 })
const compiled = compiledOf(shop)
const session = (driver: Driver, at = now): ReturnType<typeof sessionFor> => sessionFor(driver, compiled, { now: at })
const whole = { from: '2026-01-01', to: '2026-03-01', restate: true } as const

/** Without what depends on when somebody looked: captures of a snapshot, and the column that shows them. */
async function shown(driver: Driver): Promise<Tables> {
  const tables = Object.entries(await tablesOf(driver, ['main']))
  return Object.fromEntries(tables.map(([name, rows]) => [name, rows.filter(r => r['feature_name'] !== 'balance').map(r => ({ ...r, balance: null }))]))
}

/** What there is where these rows were there from the beginning. */
async function fresh(changes: readonly string[], at = now): Promise<Tables> {
  return inWarehouse([...raw, ...changes], async driver => {
    await applied(session(driver, at))
    await materialized(session(driver, at))
    return shown(driver)
  })
}

/** Materializes, and has something happen before the n-th call that writes; how many calls there were. */
async function disturbed(driver: Driver, n: number, happening: () => Promise<unknown>): Promise<number> {
  let calls = 0
  const before = async (): Promise<void> => {
    if (++calls === n) await happening()
  }
  await materialized(session(watching(driver, { before })))
  return calls
}

/** At least so many calls has a run that is not disturbed. */
const usual = 19
const arrive = [
  // known from the moment on at which they come
  `INSERT INTO raw.orders SELECT 'N' || order_id, customer_id, ordered_at + INTERVAL 1 HOUR, TIMESTAMP '${now.slice(0, 19)}', amount, weight, paid, channel FROM raw.orders WHERE ordered_at >= TIMESTAMP '2026-02-18'`,
]
const rewrite = [
  ...arrive,
  'DELETE FROM raw.orders WHERE hash(order_id) % 5 = 0',
  'UPDATE raw.weather SET rain = rain + 1 WHERE hash(region, seen_at) % 3 = 0',
  'DELETE FROM raw.weather WHERE hash(seen_at) % 7 = 0',
  "UPDATE raw.customers SET tier = 'plus' WHERE hash(customer_id, valid_from) % 2 = 0",
]

describe('a source that changes while it is read', () => {
  it('gives what it would have given, whenever rows arrive', async () => {
    const later = '2026-02-22T06:00:00Z'
    const expected = await fresh(arrive, later)
    for (const share of [0, 0.4, 0.8]) {
      await inWarehouse(raw, async driver => {
        await applied(session(driver))
        const calls = await disturbed(driver, 1 + Math.floor(share * usual), async () => {
          for (const sql of arrive) await driver.execute(sql)
        })
        expect(calls).toBeGreaterThanOrEqual(usual)
        await materialized(session(driver, later))
        expect(differences(await shown(driver), expected)).toEqual([])
      })
    }
  })

  it('is computed anew by a restatement, whatever went and came in between', async () => {
    const expected = await fresh(rewrite)
    const mixed: number[] = []
    for (const share of [0.5, 0.8]) {
      await inWarehouse(raw, async driver => {
        await applied(session(driver))
        await disturbed(driver, 1 + Math.floor(share * usual), async () => {
          for (const sql of rewrite) await driver.execute(sql)
        })
        mixed.push(differences(await shown(driver), expected).length)
        await materialized(session(driver), whole)
        expect(differences(await shown(driver), expected)).toEqual([])
      })
    }
    expect(Math.max(...mixed)).toBeGreaterThan(0)
  })

  it.each([
    ['loses a column', 'ALTER TABLE raw.orders DROP COLUMN paid', 'ALTER TABLE raw.orders ADD COLUMN paid BOOLEAN'],
    ['goes away', 'ALTER TABLE raw.orders RENAME TO elsewhere', 'ALTER TABLE raw.elsewhere RENAME TO orders'],
    ['changes a type', 'ALTER TABLE raw.orders ALTER amount TYPE VARCHAR', 'ALTER TABLE raw.orders ALTER amount TYPE DECIMAL(12, 2)'],
  ])('F630 stops where it %s, and the next run goes on', async (_, alter, back) => {
    await inWarehouse(raw, async driver => {
      await driver.execute('CREATE TABLE raw.kept AS SELECT order_id, paid FROM raw.orders')
      await applied(session(driver))
      const told = await disturbed(driver, 8, () => driver.execute(alter)).catch((error: unknown) => error)
      expect(told).toBeInstanceOf(FeatError)
      expect((told as FeatError).diagnostics.map(d => d.code).at(-1)).toBe('F630')
      expect((told as FeatError).diagnostics[0]!.code).toMatch(/^F6\d\d$/)
      await driver.execute(back)
      await driver.execute('UPDATE raw.orders SET paid = kept.paid FROM raw.kept WHERE kept.order_id = orders.order_id')
      await materialized(session(driver))
      expect(differences(await shown(driver), await fresh([]))).toEqual([])
    })
  })
})

describe('a disk that is full in the middle of a backfill', () => {
  const folder = scratch()
  const sums = `SELECT count(*) AS n, sum(hash(customer_id, feature_time, orders_7d, amount_7d, largest_14d, last_channel, tier)::HUGEINT)::VARCHAR AS hashes FROM main.customer_orders`

  it('F604 is told, what was computed stays, and the next run computes the rest', async ctx => {
    const path = join(folder, 'full.duckdb')
    const child = await bundle(
      'full-backfill',
      `
      import { openDuckdb } from ${JSON.stringify(join(repository, 'registry/driver/duckdb.ts'))}
      import { rawData, shop } from ${JSON.stringify(join(repository, 'test/e2e/shop.ts'))}
      import { applied, compiledOf, materialized, sessionFor } from ${JSON.stringify(join(repository, 'test/support/warehouse.ts'))}
      const driver = await openDuckdb({ path: ${JSON.stringify(path)} })
      for (const sql of rawData({ orders: 5000, customers: 1500 })) await driver.execute(sql)
      await driver.execute('CHECKPOINT')
      const session = sessionFor(driver, compiledOf(shop), { now: ${JSON.stringify(now)} })
      await applied(session)
      await materialized(session, { cuts: { valuesPerStep: 100000 } }).catch(error => console.log(JSON.stringify(error.diagnostics)))
      process.exit(0)`,
    )
    // No file may become larger than 1.5 MB: to the engine that is a full disk.
    const ran = spawnSync('bash', ['-c', `ulimit -f 1500 && exec "${process.execPath}" "${child}"`], { encoding: 'utf8' })
    if (ran.status !== 0) ctx.skip(`no shell here limits the size of files: ${ran.stderr}`)
    const told = JSON.parse(ran.stdout) as readonly { readonly code: string; readonly message: string }[]
    expect(told.map(d => d.code)).toEqual(['F604', 'F630'])
    const [, done, of] = /; (\d+) of (\d+) steps are done/.exec(told[1]!.message)!.map(Number)
    expect([done! > 2, done! < of!]).toEqual([true, true])

    await inFile(path, async driver => {
      const left = await materialized(session(driver), { cuts: { valuesPerStep: 100_000 } })
      expect(left).toBeLessThanOrEqual(of! - done! + 4)
      const expected = await inWarehouse(rawData({ orders: 5_000, customers: 1_500 }), async d => {
        await applied(session(d))
        await materialized(session(d))
        return d.query(sums)
      })
      expect(await driver.query(sums)).toEqual(expected)
    })
  })
})
