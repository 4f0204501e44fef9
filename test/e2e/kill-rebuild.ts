import type { Scenario } from '../support/kill.ts'
import { after, before, deploy, prepare } from './kill-shop.ts'

/** Apply over what is there: a changed feature, new ones, one fewer, and with them store and serving. */
export const scenario: Scenario = {
  prepare: async driver => {
    await prepare(driver)
    await deploy(driver, before)
  },
  run: driver => deploy(driver, after),
}
