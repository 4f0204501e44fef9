import { hostname } from 'node:os'
import type { Compiled } from '../compiler/index.ts'
import type { PlacedState } from '../compiler/ir/placed.ts'
import type { Driver } from './driver/driver.ts'
import type { Wait } from './driver/wait.ts'
import type { Clock } from './state/access.ts'
import type { Holder } from './state/lock.ts'

/** A compiled project and an open warehouse: what every piece of work on one target and environment needs. */
export interface Session {
  readonly compiled: Compiled
  readonly placed: PlacedState
  readonly driver: Driver
  /** ISO instant that counts as now. */
  readonly now: string
  readonly clock: Clock
  readonly tool: string
  readonly waiting: { readonly wait?: Wait }
  /** Who holds the lock, for the message that another command shows. */
  readonly holder: (command: string) => Holder
}

export interface SessionOptions {
  readonly compiled: Compiled
  readonly placed: PlacedState
  readonly driver: Driver
  readonly now: string
  readonly tool: string
  readonly clock?: Clock
  readonly wait?: Wait
}

export function sessionOf(options: SessionOptions): Session {
  const { compiled, placed, driver, now, tool, wait } = options
  const owner = `process ${process.pid}`
  return {
    compiled,
    placed,
    driver,
    now,
    tool,
    clock: options.clock ?? ((): Date => new Date()),
    waiting: wait === undefined ? {} : { wait },
    holder: command => ({ owner, host: hostname(), command }),
  }
}
