import type { Scenario } from '../support/kill.ts'
import { applied, materialized, sessionFor } from '../support/warehouse.ts'
import { before, prepare } from './kill-shop.ts'

const now = '2026-01-12T06:00:00Z'

/** A backfill in so small parts, the longer ones in shares of their keys, that most of it is under way whenever it is cut off. */
export const scenario: Scenario = {
  prepare: async driver => {
    await prepare(driver)
    await applied(sessionFor(driver, before, { now }))
  },
  run: async driver => void (await materialized(sessionFor(driver, before, { now }), { cuts: { valuesPerStep: 250, valuesToShare: 20 } })),
}
