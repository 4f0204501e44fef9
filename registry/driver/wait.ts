import { setTimeout as sleep } from 'node:timers/promises'
import type { Code } from '../../compiler/base/codes.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { FeatError } from '../../compiler/base/diagnostic.ts'

/** How long to wait for what another command holds, and whom to tell that we wait. */
export interface Wait {
  readonly seconds: number
  /** Called once, when waiting begins, with what would be the error. */
  readonly onWait?: (held: Diagnostic) => void
}

const pauseMs = 100

/** Repeats `attempt` while it fails with `code`, at most as long as `wait` says; `giveUp` makes the error of a wait in vain. */
export async function waitWhile<T>(
  code: Code, attempt: () => Promise<T>, wait: Wait | undefined, giveUp: (error: FeatError, waited: number) => FeatError,
): Promise<T> {
  const started = performance.now()
  for (let told = false; ;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof FeatError) || error.diagnostics[0]?.code !== code) throw error
      const waited = (performance.now() - started) / 1000
      if (waited >= (wait?.seconds ?? 0)) throw giveUp(error, Math.round(waited))
      if (!told) wait?.onWait?.(error.diagnostics[0])
      told = true
      await sleep(pauseMs)
    }
  }
}
