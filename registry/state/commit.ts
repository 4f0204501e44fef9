import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Lock } from '../../compiler/ir/state.ts'
import { isUnanswered } from '../driver/outcome.ts'
import { inParallel } from '../driver/parallel.ts'
import type { StateAccess } from './access.ts'
import { claim, holding, lost } from './lock.ts'
import type { Writes } from './write.ts'
import { inOrder } from './write.ts'

/** Lost answers that are put up with before a write is given up. */
const attempts = 3

/**
 * The condition of each write where statements commit by themselves: nobody else has taken the lock. None where one call
 * runs at a time: there a transaction claims the lock first.
 */
export function onlyUnder(access: StateAccess, lock: Lock): { readonly onlyIf?: string } {
  return access.driver.parallelism === 1 ? {} : { onlyIf: holding(access, lock) }
}

/**
 * Writes state under the lock: in one transaction where one call runs at a time, or where nothing less is whole; otherwise
 * each statement by itself under its condition, which spares three round trips and keeps no row locked for others.
 */
export async function writeState(access: StateAccess, lock: Lock, writes: Writes, title: string): Promise<void> {
  const { driver } = access
  if (driver.parallelism === 1 || writes.atomic) {
    await again(() => driver.transaction([claim(access, lock), ...inOrder(writes)], title))
    return
  }
  for (const stage of writes.stages) {
    await inParallel(stage, driver.parallelism, async lane => {
      for (const statement of lane) await writeOne(access, lock, statement, title)
    })
  }
}

/** A statement that changed nothing found nothing to change, or the lock gone. */
async function writeOne(access: StateAccess, lock: Lock, statement: string, title: string): Promise<void> {
  const { driver, sql } = access
  if ((await again(() => driver.execute(statement, title))) > 0) return
  const [held] = await driver.query(`SELECT count(*) AS n FROM ${sql.lock} WHERE ${holding(access, lock)}`, title)
  if (held?.['n'] !== 1) throw new FeatError([lost(lock)])
}

/** What was written may be written again, so that a lost answer is no reason to stop. */
async function again<T>(write: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await write()
    } catch (error) {
      if (!isUnanswered(error) || n === attempts) throw error
    }
  }
}
