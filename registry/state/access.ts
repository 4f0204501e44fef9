import type { Placement } from '../../compiler/ir/placed.ts'
import type { Driver } from '../driver/driver.ts'
import type { StateSql } from './tables.ts'
import { stateSql } from './tables.ts'

/** The moment, from the outside: tests set it. */
export type Clock = () => Date

/** What is needed to read and write the state of one target. */
export interface StateAccess {
  readonly driver: Driver
  readonly placement: Placement
  readonly sql: StateSql
  readonly clock: Clock
}

export function accessState(driver: Driver, placement: Placement, clock: Clock): StateAccess {
  return { driver, placement, clock, sql: stateSql(placement) }
}
