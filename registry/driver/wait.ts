import { setTimeout as sleep } from 'node:timers/promises'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { FeatError } from '../../compiler/base/diagnostic.ts'

/** How long to wait for what another command holds, and whom to tell that we wait. */
export interface Wait {
  readonly seconds: number
  /** Called once, when waiting begins, with what would be the error. */
  readonly onWait?: (held: Diagnostic) => void
}

/** An attempt that met another holder: what to say of it after so many seconds. */
export interface Busy {
  readonly busy: (waited: number) => Diagnostic
  readonly cause?: unknown
}

const pauseMs = 100

/** Repeats `attempt` while another one holds what it needs, at most as long as `wait` says. */
export async function waitWhileBusy<T>(attempt: () => Promise<{ readonly got: T } | Busy>, wait: Wait | undefined): Promise<T> {
  const started = performance.now()
  for (let told = false; ;) {
    const result = await attempt()
    if ('got' in result) return result.got
    const waited = (performance.now() - started) / 1000
    if (waited >= (wait?.seconds ?? 0)) throw new FeatError([result.busy(Math.round(waited))], { cause: result.cause })
    if (!told) wait?.onWait?.(result.busy(0))
    told = true
    await sleep(pauseMs)
  }
}
