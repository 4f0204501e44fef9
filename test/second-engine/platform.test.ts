import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Compiled } from '../../compiler/index.ts'
import { generateLogistics } from '../../registry/fixture/logistics.ts'
import { platform } from '../e2e/platform.ts'
import { hasFakesnow, startFakesnow } from '../support/fakesnow.ts'
import type { SecondEngine } from '../support/fakesnow.ts'
import { inWarehouse } from '../support/warehouse.ts'
import { exceptions } from './exceptions.ts'
import { applyBoth, compareBoth, materializeBoth, mirrorOf, mirrorRaw, refreshThere } from './mirror.ts'

const database = 'LOGISTICS_DW_PROD'
const sizes = { customers: 25, vehicles: 8, deliveries: 700, days: 100, routes: 6 }

/** The platform with names on DuckDB like those on Snowflake. */
async function likewise(): Promise<Compiled> {
  const compiled = await platform()
  const { config } = compiled.catalog
  const local = { ...config.targets['local']!, schema: 'ml_features' }
  return { ...compiled, catalog: { ...compiled.catalog, config: { ...config, targets: { ...config.targets, local } } } }
}

describe.skipIf(!hasFakesnow())('the platform over a small generated warehouse, on a second engine', () => {
  let engine: SecondEngine
  beforeAll(async () => {
    engine = await startFakesnow(database)
  })
  afterAll(() => engine.close())

  it('has the same rows as on DuckDB after it was deployed, backfilled and run again days later', async () => {
    const compiled = await likewise()
    await inWarehouse(generateLogistics({ until: '2026-03-01', ...sizes }), async duck => {
      const mirror = mirrorOf(duck, engine)
      const at = (now: string) => ({ compiled, environment: null, now })
      await mirrorRaw(mirror, at(''))
      expect(await applyBoth(mirror, at('2026-02-26T06:00:00Z'))).toBe('applied')
      expect(exceptions.filter(e => e.onlyPlatform === true && !mirror.met.has(e)).map(e => e.title)).toEqual([])
      for (const now of ['2026-02-26T06:00:00Z', '2026-03-01T06:00:00Z']) {
        expect(await materializeBoth(mirror, at(now))).toBeGreaterThan(10)
        await refreshThere(mirror, now)
        const { rows, differences } = await compareBoth(mirror, at(now), ['ml_features', 'feat_storage'])
        expect(differences.slice(0, 5)).toEqual([])
        expect(rows).toBeGreaterThan(10_000)
      }
    })
  }, 180_000)
})
