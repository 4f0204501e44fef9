import type { Scenario } from '../support/kill.ts'
import { before, deploy, prepare } from './kill-shop.ts'

/** The first apply and materialize. */
export const scenario: Scenario = { prepare, run: driver => deploy(driver, before) }
