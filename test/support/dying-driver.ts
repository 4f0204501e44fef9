import type { Driver } from '../../registry/driver/driver.ts'

/** What a process that was killed would have seen next. */
export class Killed extends Error {}

/** A driver whose process is killed before its `at`th call that writes: nothing more is sent, and no answer comes any more. */
export interface Dying {
  readonly driver: Driver
  /** Calls that write, so far. */
  readonly calls: () => readonly string[]
  /** When what was under way has ended in the account, which knows nothing of the death. */
  readonly settled: () => Promise<void>
}

export function dyingDriver(alive: Driver, at: number): Dying {
  const calls: string[] = []
  const under = new Set<Promise<unknown>>()
  let dead = false
  const writing = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    if (!dead) calls.push(what)
    if (calls.length >= at) dead = true
    return asking(work)
  }
  const asking = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed('killed')
    const working = work()
    const ended = working.catch(() => null).finally(() => under.delete(ended))
    under.add(ended)
    const answer = await working
    if (dead) throw new Killed('killed')
    return answer
  }
  const wrap = (driver: Driver): Driver => ({
    ...driver,
    execute: (sql, title) => writing(sql, () => driver.execute(sql, title)),
    query: (sql, title) => asking(() => driver.query(sql, title)),
    transaction: (statements, title) => writing(`BEGIN; ${title ?? ''}; COMMIT`, () => driver.transaction(statements, title)),
    atOnce: (transactions, title) => writing(`AT ONCE; ${title ?? ''}`, () => driver.atOnce(transactions, title)),
    tagged: tag => wrap(driver.tagged(tag)),
  })
  return { driver: wrap(alive), calls: () => calls, settled: async () => void (await Promise.all(under)) }
}
