import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasFakesnow, startFakesnow } from '../support/fakesnow.ts'
import type { SecondEngine } from '../support/fakesnow.ts'
import { createRaw, now } from '../support/golden.ts'
import { goldenCase, goldenCases } from '../support/golden-cases.ts'
import { toldClock } from '../support/told-clock.ts'
import { inWarehouse } from '../support/warehouse.ts'
import type { Exception } from './exceptions.ts'
import { exceptions } from './exceptions.ts'
import { applyBoth, compareBoth, fillBoth, materializeBoth, mirrorOf, mirrorRaw, refreshThere } from './mirror.ts'

// Every statement that the golden cases show for Snowflake runs through the driver on fakesnow, in their order, beside
// ours on DuckDB; then all tables and views hold the same rows.

describe.skipIf(!hasFakesnow())('golden cases on a second engine', () => {
  let engine: SecondEngine
  beforeAll(async () => {
    engine = await startFakesnow('SHOP')
  })
  afterAll(() => engine.close())

  const met = new Set<Exception>()
  /** Cases that the other dialect cannot say: golden.test.ts shows the refusal. */
  const blocked: string[] = []

  it.each(goldenCases)('%s', async name => {
    for (const schema of ['RAW', 'ML', 'ML__PR_1', 'FEAT_STORAGE']) await engine.driver.execute(`DROP SCHEMA IF EXISTS "SHOP"."${schema}" CASCADE`)
    const { compiled, earlier, environment } = await goldenCase(name)
    await inWarehouse([], async opened => {
      const duck = toldClock(opened, now)
      const mirror = mirrorOf(duck, engine, met)
      const at = { compiled, environment, now }
      await createRaw(duck, compiled)
      await mirrorRaw(mirror, at)
      if (earlier !== null) {
        const before = { compiled: earlier, environment: null, now }
        await applyBoth(mirror, before)
        await materializeBoth(mirror, before)
      }
      if ((await applyBoth(mirror, at)) === 'blocked') return void blocked.push(name)
      if (earlier === null) await fillBoth(mirror, at)
      if (environment !== null) await materializeBoth(mirror, at)
      await refreshThere(mirror, now)
      const { rows, differences } = await compareBoth(mirror, at, ['ml', 'ml__pr_1', 'feat_storage'])
      expect(differences.slice(0, 5)).toEqual([])
      expect(rows).toBeGreaterThan(0)
    })
  })

  it('are all said but those of files', () => {
    expect(blocked).toEqual(['file-source'])
  })

  it('need every exception for a statement that is listed', () => {
    expect(exceptions.filter(e => e.instead !== null && e.onlyPlatform === undefined && !met.has(e)).map(e => e.title)).toEqual([])
  })
})
