import type { Lock } from '../../compiler/ir/state.ts'
import type { StateAccess } from '../state/access.ts'
import { runInOrder } from './in-order.ts'
import type { Head } from './journal.ts'
import { beginRun, readHead } from './journal.ts'
import type { ApplyResult } from './options.ts'
import type { Steps } from './step.ts'
import { runInWaves } from './waves.ts'

/**
 * Runs steps under a lock that is held: one after the other where the warehouse takes one call at a time, otherwise as
 * many at once as it takes and their order allows. `head`: what was read of the last run under this lock.
 */
export async function runSteps(access: StateAccess, lock: Lock, options: Steps & { readonly head?: Head }): Promise<ApplyResult> {
  const { signal } = options
  const { run, writes } = await beginRun(access, lock, options.run.plan, options.head ?? (await readHead(access)))
  const cancel = (): void => access.driver.cancel()
  signal?.addEventListener('abort', cancel)
  try {
    const tally = await (access.driver.parallelism === 1 ? runInOrder : runInWaves)(access, run, writes, options)
    return { run: run.number, ...tally }
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}
