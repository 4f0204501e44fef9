import type { Hash } from '../../compiler/base/hash.ts'
import type { Placement } from '../../compiler/ir/placed.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { Driver } from '../driver/driver.ts'
import type { Wait } from '../driver/wait.ts'
import type { Clock } from '../state/access.ts'
import type { Holder } from '../state/lock.ts'
import type { StepEvent } from './progress.ts'

/** On whose behalf steps run. */
export interface RunOptions extends Holder {
  readonly project: string
  /** What the steps belong to: a run of the same plan that was cut off is continued. */
  readonly plan: Hash
  /** What is known: the `now` of the command, an ISO instant; recorded with coverage. */
  readonly now: string
  /** Days that a replaced storage is kept; 7 unless given. */
  readonly keepDays?: number
}

export interface ApplyOptions {
  readonly driver: Driver
  readonly placement: Placement
  readonly steps: readonly Step[]
  readonly run: RunOptions
  readonly clock: Clock
  readonly onProgress?: (event: StepEvent) => void
  /** Ctrl-C: cancels the running statement, records that, and gives the lock back. */
  readonly signal?: AbortSignal
  readonly wait?: Wait
}

export interface ApplyResult {
  readonly run: number
  readonly done: number
  /** Done before: by an earlier attempt of this run, or as their probe says. */
  readonly skipped: number
}
