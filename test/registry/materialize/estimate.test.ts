import { expect, it, vi } from 'vitest'
import { estimate } from '../../../registry/index.ts'
import type { Prepared } from '../../../registry/materialize/materialize.ts'
import { rawData, shop } from '../../e2e/shop.ts'
import { onEachEngine, sessionOn, tablesOf } from '../../support/engines.ts'
import { applied, materialized } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const [now, later] = ['2026-01-24T06:00:00Z', '2026-01-26T06:00:00Z']
const whole = { from: null, to: null, only: [] }

onEachEngine('an estimate', engine => {
  it('tells the steps, points and rows of a run, and its time once one has been recorded, and changes nothing', async () => {
    await engine.inWarehouse(rawData({ orders: 200, customers: 4 }), async driver => {
      const session = sessionOn(driver, shop, { now })
      await applied(session)
      const empty = await tablesOf(driver)
      const first = await estimate(session, whole)
      expect(await tablesOf(driver)).toEqual(empty)
      const of = (address: string): (typeof first.expected)[number] | undefined => first.expected.find(e => e.address === address)
      expect(of('view.customer_orders')).toMatchObject({ steps: 1, points: 24, rows: 96, seconds: null })
      expect(of('view.region_weather')).toMatchObject({ points: 24, rows: 72, values: 72 })
      expect(of('tiles.raw.orders/customer_id/1dx1d')).toMatchObject({ points: null, rows: 200 })
      let prepared: Prepared | null = null
      expect(
        await materialized(session, {
          onPrepared: p => {
            prepared = p
          },
        }),
      ).toBe(first.steps)
      expect(prepared!.work.map(w => w.address)).toEqual(prepared!.steps.filter(s => s.phase === 'fill').map(s => s.cause))
      const second = await estimate(sessionOn(driver, engine.duckdb ? session.compiled : shop, { now: later }), whole)
      const orders = second.expected.find(e => e.address === 'view.customer_orders')
      expect(orders).toMatchObject({ points: 2, rows: 8 })
      expect(orders!.seconds).toBeGreaterThan(0)
      expect(await estimate(session, whole)).toEqual({ steps: 0, expected: [], restated: [] })
    })
  })
})
