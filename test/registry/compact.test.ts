import { expect, it, vi } from 'vitest'
import { avg, count, featureView, max, sum } from '../../compiler/dsl/index.ts'
import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { applyPlan, compactPlan, recordedState } from '../../registry/index.ts'
import { customer, customers, orders, rawData } from '../e2e/shop.ts'
import { onEachEngine, rowsIn, sessionOn } from '../support/engines.ts'
import { applied, materialized, planned } from '../support/warehouse.ts'

vi.setConfig({ testTimeout: 120_000 })

const raw = rawData({ orders: 150, customers: 3 })
const now = '2026-01-24T06:00:00Z'
const later = '2026-01-26T06:00:00Z'

const one = { orders_7d: count(orders).over('7d') }
const two = { ...one, amount_7d: sum(orders.c.amount).over('7d') }
const three = { ...two, largest_14d: max(orders.c.amount).over('14d') }
const project = (features: Record<string, unknown>): readonly unknown[] => {
  const view = featureView('customer_orders', { entity: customer }, features as typeof three)
  return [
    customer,
    orders,
    customers,
    view,
    featureView('customer_twice', { entity: customer }, { n: avg(orders.c.amount).over('3d') }).derive(() => ({ twice: view.f.orders_7d.times(2) })),
  ]
}

/** A view whose columns came one by one, and lie in as many tables. */
async function grown(driver: Driver): Promise<void> {
  for (const features of [one, two, three]) {
    await applied(sessionOn(driver, project(features), { now }))
    await materialized(sessionOn(driver, project(features), { now }))
  }
}

async function groupsOf(driver: Driver): Promise<number> {
  const state = await recordedState(sessionOn(driver, project(three), { now }))
  return state!.records.find(r => r.address === 'view.customer_orders')!.storages.length
}

onEachEngine('compact', engine => {
  it('makes one table of the column groups of a view; its values and all that reads it stay, and it is filled from then on', async () => {
    await engine.inWarehouse(raw, async driver => {
      await grown(driver)
      expect(await groupsOf(driver)).toBe(3)
      const shown = async (): Promise<unknown> => [
        await rowsIn(driver, 'main.customer_orders'),
        await rowsIn(driver, 'main.customer_twice'),
        (await driver.query('SELECT DISTINCT computed_at FROM main.customer_orders')).map(r => String(r['computed_at'])),
      ]
      const before = await shown()
      const session = sessionOn(driver, project(three), { now: later })
      const plan = await compactPlan(session, 'customer_orders')
      expect(plan.changes.map(c => [c.address, c.action, c.class]).filter(c => String(c[0]).startsWith('view.'))).toEqual([
        ['view.customer_orders', 'alter', 'metadata'],
      ])
      expect(plan.steps.filter(s => s.phase === 'fill').map(s => s.title)).toEqual(['copy view.customer_orders 2026-01-01..2026-01-24'])
      expect(
        plan.steps
          .filter(s => s.phase === 'fill')
          .flatMap(s => s.sql)
          .join('\n'),
      ).not.toMatch(/raw|tiles/i)
      await applyPlan(session, plan)
      expect(await groupsOf(driver)).toBe(1)
      expect(await shown()).toEqual(before)
      expect((await planned(session)).steps).toEqual([])
      expect((await compactPlan(session, null)).steps).toEqual([])
      expect(await materialized(sessionOn(driver, project(three), { now }))).toBe(0)
      await materialized(session)
      const rows = await rowsIn(driver, 'main.customer_orders')
      await engine.inWarehouse(raw, async other => {
        await applied(sessionOn(other, project(three), { now: later }))
        await materialized(sessionOn(other, project(three), { now: later }))
        expect(rows).toEqual(await rowsIn(other, 'main.customer_orders'))
      })
    })
  })

  it('F519 F520 F521 is refused for what is no view, not applied, or shared with another environment', async () => {
    await engine.inWarehouse(raw, async driver => {
      await grown(driver)
      const code = (features: Record<string, unknown>, view: string | null, environment?: string): Promise<unknown> =>
        compactPlan(sessionOn(driver, project(features), { now, ...(environment === undefined ? {} : { environment }) }), view).then(
          p => p.steps.length,
          (e: unknown) => (e instanceof FeatError ? e.diagnostics.map(d => d.code) : e),
        )
      expect(await code(three, 'customer_order')).toEqual(['F519'])
      expect(await code({ ...three, orders_2d: count(orders).over('2d') }, null)).toEqual(['F520'])
      await applied(sessionOn(driver, project(three), { now, environment: 'pr-1' }))
      expect(await code(three, 'customer_orders')).toEqual(['F521'])
      expect(await code(three, 'customer_orders', 'pr-1')).toEqual(['F521'])
      expect(await code(three, null)).toBe(0)
    })
  })
})
