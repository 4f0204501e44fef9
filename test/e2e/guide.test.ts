import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Driver } from '../../registry/driver/driver.ts'
import { generateLogistics } from '../../registry/fixture/logistics.ts'
import { sourceMistakes } from '../../registry/index.ts'
import { crossChecks } from '../features/cross-checks.ts'
import { adapted, guideQueries } from '../features/guide-queries.ts'
import type { Facts } from '../features/guide-queries.ts'
import { applied, materialized, planned, sessionFor, warehouse } from '../support/warehouse.ts'
import { platform } from './platform.ts'

const today = '2026-03-01'
const sizes = { customers: 150, vehicles: 40, deliveries: 9000, days: 150, routes: 30 }
const facts: Facts = { today, customers: sizes.customers, vehicles: sizes.vehicles, routes: sizes.routes }

describe('the platform over a generated warehouse', () => {
  let db: Driver
  beforeAll(async () => {
    db = await warehouse(generateLogistics({ until: today, ...sizes }))
    const session = sessionFor(db, await platform(), { now: `${today}T06:00:00Z` })
    expect(await sourceMistakes(session)).toEqual([])
    await applied(session)
    await materialized(session)
    expect(await planned(session)).toMatchObject({ changes: [], steps: [] })
    expect(await materialized(session)).toBe(0)
  }, 120_000)
  afterAll(() => db.close())

  it.each(guideQueries)('answers the query of the guide: $title', async query => {
    const sql = adapted(query, facts)
    const rows = query.readBack === null ? await db.query(sql) : (await db.execute(sql), await db.query(query.readBack))
    expect(rows.length).toBeGreaterThan(0)
    for (const e of query.expectations) expect(e.holds(rows, facts), e.says).toBe(true)
  })

  it.each(crossChecks)('agrees with plain SQL over the raw data: $title', async check => {
    for (const day of [today, '2026-02-10', '2025-12-28']) {
      const [found] = await db.query(check.sql(day))
      expect({ day, wrong: Number(found!['wrong']) }).toEqual({ day, wrong: 0 })
      expect(Number(found!['rows'])).toBeGreaterThan(0)
    }
  })
})
