import { featureView, count, max, sum } from '../../compiler/dsl/index.ts'
import { applyPlan, compactPlan } from '../../registry/index.ts'
import type { Scenario } from '../support/kill.ts'
import { applied, compiledOf, materialized, planned, sessionFor } from '../support/warehouse.ts'
import { prepare } from './kill-shop.ts'
import { customer, customers, orders } from './shop.ts'

const now = '2026-01-12T06:00:00Z'
const one = { orders_7d: count(orders).over('7d') }
const two = { ...one, amount_7d: sum(orders.c.amount).over('7d'), largest_7d: max(orders.c.amount).over('7d') }
const [before, after] = [one, two].map(features =>
  compiledOf([customer, orders, customers, featureView('customer_orders', { entity: customer }, features as typeof two)]),
)

/** Two column groups become one. */
export const scenario: Scenario = {
  prepare: async driver => {
    await prepare(driver)
    for (const what of [before!, after!]) {
      await applied(sessionFor(driver, what, { now }))
      await materialized(sessionFor(driver, what, { now }))
    }
  },
  run: async driver => {
    const session = sessionFor(driver, after!, { now })
    const plan = await compactPlan(session, null)
    if (plan.steps.length > 0) await applyPlan(session, plan)
    if ((await planned(session)).steps.length > 0) await applied(session)
  },
}
