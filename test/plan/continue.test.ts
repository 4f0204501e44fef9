import { expect, it } from 'vitest'
import { between, entity, events, featureView, number, sum, timestamp, varchar } from '../../compiler/dsl/index.ts'
import type { Plan } from '../../compiler/ir/plan.ts'
import { applyPlan } from '../../registry/index.ts'
import { onEachEngine, sessionOn } from '../support/engines.ts'
import { applied, materialized, planned } from '../support/warehouse.ts'

const customer = entity('customer', { keys: { customer_id: varchar() } })
const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), at: timestamp() },
  eventTime: 'at',
  defines: [customer],
})
const project = (least: number): readonly unknown[] => {
  const total = sum(orders.c.amount).where(orders.c.amount.gt(least)).over('7d')
  return [customer, orders, featureView('shop', { entity: customer }, { total: total.with({ checks: [between(0, 1_000_000)] }) })]
}
const raw = [
  'CREATE SCHEMA raw',
  "CREATE TABLE raw.orders AS SELECT 'c' || (i % 3) AS customer_id, (10 * i)::DECIMAL(12, 2) AS amount, TIMESTAMP '2026-01-01' + to_hours(7 * i::INT) AS at FROM range(40) AS t(i)",
]
const audits = (plan: Plan): readonly string[] => plan.steps.filter(s => s.phase === 'audit').map(s => s.title)

onEachEngine('an apply that was cut off', engine => {
  it('looks at what an apply has filled that was cut off before it looked', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = (least: number): ReturnType<typeof sessionOn> => sessionOn(driver, project(least), { now: '2026-01-20T06:00:00Z' })
      await applied(session(0))
      await materialized(session(0))
      const plan = await planned(session(50))
      // the rows are those that were looked at when they came
      expect(audits(plan)).toEqual(['audit total lies between 0 and 1000000'])

      const interrupt = new AbortController()
      const lastFill = plan.steps.findLast(s => s.phase === 'fill')!
      const cutOff = applyPlan(session(50), plan, {
        signal: interrupt.signal,
        onProgress: event => {
          if (event.state === 'done' && event.step.id === lastFill.id) interrupt.abort()
        },
      })
      await expect(cutOff).rejects.toThrow()

      const rest = await planned(session(50))
      expect(rest.steps.filter(s => s.phase === 'fill')).toEqual([])
      expect(audits(rest)).toEqual(audits(plan))
      await applied(session(50))
      expect(audits(await planned(session(50)))).toEqual([])
    })
  })
})
