import type { Placement } from '../../compiler/ir/placed.ts'
import type { Lock } from '../../compiler/ir/state.ts'
import type { Driver } from '../driver/driver.ts'
import type { Wait } from '../driver/wait.ts'
import type { Clock, StateAccess } from '../state/access.ts'
import { accessState } from '../state/access.ts'
import { ensureState } from '../state/ensure.ts'
import type { Holder } from '../state/lock.ts'
import { keepAlive, readLock, releaseLock, takeLock } from '../state/lock.ts'
import type { ApplyOptions, ApplyResult } from './options.ts'
import { runSteps } from './run.ts'

/** Runs steps under the lock of the state, which is created where there is none. What is done stays done whatever happens. */
export async function applySteps(options: ApplyOptions): Promise<ApplyResult> {
  const { driver, placement, run, clock, wait } = options
  return withLock({ driver, placement, clock, project: run.project, holder: run, ...(wait === undefined ? {} : { wait }) }, (access, lock) =>
    runSteps(access, lock, options),
  )
}

export interface LockOptions {
  readonly driver: Driver
  readonly placement: Placement
  readonly clock: Clock
  readonly project: string
  readonly holder: Holder
  readonly wait?: Wait
}

/** Does work that is planned and run under one lock: `runSteps` any number of times. */
export async function withLock<T>(options: LockOptions, work: (access: StateAccess, lock: Lock) => Promise<T>): Promise<T> {
  const access = accessState(options.driver, options.placement, options.clock)
  // Where there is no state yet, there is no lock to be read.
  const [, seen] = await Promise.all([ensureState(access, options.project), readLock(access).catch(() => null)])
  const lock = await takeLock(access, options.holder, options.wait, seen)
  const stop = keepAlive(access, lock)
  try {
    return await work(access, lock)
  } finally {
    stop()
    await releaseLock(access, lock).catch(() => null) // it lapses by itself, and what failed before matters more
  }
}
