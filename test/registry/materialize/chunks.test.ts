import { describe, expect, it, vi } from 'vitest'
import { day } from '../../../compiler/base/duration.ts'
import { secondsOf } from '../../../compiler/base/instant.ts'
import type { Sizes } from '../../../compiler/plan/chunks.ts'
import { inChunks, rowsOf, storedSizes } from '../../../compiler/plan/chunks.ts'
import type { FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import type { Fill } from '../../../compiler/plan/fill.ts'
import type { Matching } from '../../../compiler/plan/match.ts'
import type { MaterializeOptions } from '../../../registry/materialize/materialize.ts'
import { rawData, shop } from '../../e2e/shop.ts'
import { onDuckdb, onEachEngine, sessionOn, tablesOf } from '../../support/engines.ts'
import { applied, compiledOf, differences, materialized } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const now = '2026-01-24T06:00:00Z'
const raw = rawData({ orders: 200, customers: 4 })
const compiled = compiledOf(shop)

/** The titles of the steps that were done. */
function told(into: string[]): Pick<MaterializeOptions, 'onProgress'> {
  return { onProgress: e => void (e.state === 'done' && into.push(e.step.title)) }
}

onEachEngine('a backfill in parts', engine => {
  it('gives the rows of the whole, whatever the size of the parts', async () => {
    const expected = await onDuckdb.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, compiled, { now })
      await applied(session)
      await materialized(session)
      return tablesOf(driver)
    })
    for (const valuesPerStep of engine.duckdb ? [1, 97, 500] : [400]) {
      await engine.inWarehouse(raw, async driver => {
        const session = sessionOn(driver, engine.duckdb ? compiled : shop, { now })
        await applied(session)
        const titles: string[] = []
        await materialized(session, { cuts: { valuesPerStep }, ...told(titles) })
        for (const of of ['fill view.customer_orders ', 'fill tiles.raw.orders', 'fill store.all_features customer'])
          expect(titles.filter(t => t.startsWith(of)).length, of).toBeGreaterThan(1)
        const found = await tablesOf(driver)
        const comparable = engine.duckdb ? expected : Object.fromEntries(Object.entries(expected).filter(([name]) => !name.includes('online__')))
        expect(differences(found, comparable)).toEqual([])
        expect(await materialized(session, { cuts: { valuesPerStep } })).toBe(0)
      })
    }
  })
})

describe('a long fill in shares of its keys', () => {
  it('gives the rows of the whole, several shares at once, and takes the place of what was there', async () => {
    await onDuckdb.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, compiled, { now })
      await applied(session)
      await materialized(session)
      const expected = await tablesOf(driver)
      const apart: (number | undefined)[] = []
      const onProgress: MaterializeOptions['onProgress'] = e => void (e.state === 'done' && e.step.cause.startsWith('view.') && apart.push(e.step.apart))
      const again = { restate: true, from: '2026-01-01', to: '2026-01-24', cuts: { valuesToShare: 1 }, onProgress }
      await materialized(session, again)
      expect(apart).toContain(4)
      expect(differences(await tablesOf(driver), expected)).toEqual([])
    })
  })

  it('F630 fails as a whole where one share does, and the next run computes it', async () => {
    await onDuckdb.inWarehouse(raw, async driver => {
      const failing: Driver = {
        ...driver,
        atOnce: (all, title) => driver.atOnce([...all.slice(0, -1), [...all.at(-1)!, "SELECT CAST('x' AS INTEGER)"]], title),
      }
      await applied(sessionOn(driver, compiled, { now }))
      const cuts = { valuesToShare: 1 }
      const told = await materialized(sessionOn(failing, compiled, { now }), { cuts }).catch((error: unknown) => error)
      expect((told as FeatError).diagnostics.map(d => d.code)).toEqual(['F607', 'F630'])
      await materialized(sessionOn(driver, compiled, { now }), { cuts })
      const found = await tablesOf(driver)
      const expected = await onDuckdb.inWarehouse(raw, async d => {
        await applied(sessionOn(d, compiled, { now }))
        await materialized(sessionOn(d, compiled, { now }))
        return tablesOf(d)
      })
      expect(differences(found, expected)).toEqual([])
    })
  })
})

describe('parts of a fill', () => {
  const every = day
  const fill = (by: 'points' | 'known time', from: string, to: string, columns: number): Fill =>
    ({
      resource: { address: 'view.a', filling: { by, every, lateness: 0 }, uses: [] },
      storage: { columns: Array.from({ length: columns }, (_, i) => ({ logical: `c${i}` })) },
      interval: { from: secondsOf(from), to: secondsOf(to) },
      now,
    }) as unknown as Fill
  const sizes: Sizes = { rowsAtPoint: () => 100, arrived: () => ({ rows: 1000, first: secondsOf('2026-01-01T12:00:00Z') }) }

  it('are of about the same length, at points, without a gap', () => {
    const parts = inChunks([fill('points', '2026-01-01', '2026-01-11', 5)], sizes, { valuesPerStep: 1500 })
    expect(parts.map(p => (p.interval.to - p.interval.from) / day)).toEqual([3, 2, 3, 2])
    expect(parts.slice(1).every((p, i) => p.interval.from === parts[i]!.interval.to)).toBe(true)
    expect(parts.reduce((n, p) => n + rowsOf(p, sizes)!, 0)).toBe(1000)
  })

  it('are no shorter than a point, and one where all fits or nothing is known', () => {
    expect(inChunks([fill('points', '2026-01-01', '2026-01-04', 5)], sizes, { valuesPerStep: 1 }).length).toBe(3)
    expect(inChunks([fill('points', '2026-01-01', '2026-01-04', 5)], sizes, { valuesPerStep: 1500 }).length).toBe(1)
    expect(inChunks([fill('points', '2026-01-01', '2026-01-04', 5)], { ...sizes, rowsAtPoint: () => null }, { valuesPerStep: 1 }).length).toBe(1)
  })

  it('are cut by rows too, where a row has few values', () => {
    const parts = inChunks([fill('points', '2026-01-01', '2026-01-11', 1)], { ...sizes, rowsAtPoint: () => 1_000_000 })
    expect(parts.map(p => rowsOf(p, { ...sizes, rowsAtPoint: () => 1_000_000 })! / 1e6)).toEqual([3, 4, 3])
  })

  it('are cut by what tables hold, where nothing may be asked', () => {
    const name = { catalog: null, schema: 's', name: 'a__g1' }
    const first = { name, generation: 's.a__g1', first: true }
    const record = { storages: [first], applied: { filling: { by: 'points', every: day } } }
    const matching = { matched: [{ resource: { address: 'view.a' }, record }], live: new Map([['s.a__g1', { rows: 1000 }]]) } as unknown as Matching
    const covered = [{ from: secondsOf('2026-01-01'), to: secondsOf('2026-01-11') }]
    expect(storedSizes(matching, () => covered).rowsAtPoint('view.a')).toBe(100)
    expect(storedSizes(matching, () => []).rowsAtPoint('view.a')).toBe(null)
    expect(storedSizes(matching, () => covered).rowsAtPoint('view.b')).toBe(null)
  })

  it('of tiles begin where rows begin: the first takes all time before', () => {
    const parts = inChunks([fill('known time', '0001-01-01', '2026-01-11', 1)], sizes, { valuesPerStep: 500 })
    expect(parts.map(p => p.interval.to)).toEqual([secondsOf('2026-01-07'), secondsOf('2026-01-11')])
    expect(parts[0]!.interval.from).toBe(secondsOf('0001-01-01'))
  })
})
