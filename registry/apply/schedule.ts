import type { Hash } from '../../compiler/base/hash.ts'
import type { Step } from '../../compiler/ir/plan.ts'

export interface Failed<T> {
  readonly item: T
  readonly error: unknown
}

export interface Schedule<T> {
  readonly stepOf: (item: T) => Step
  /** How many at once. */
  readonly width: number
  /** Nothing more is begun. */
  readonly stopped: () => boolean
}

/**
 * Does work on each item as soon as those that it waits for are done, in the order given where there is a choice. After a
 * failure nothing more begins; what was under way ends, and all failures are returned.
 */
export async function schedule<T>(
  items: readonly T[],
  { stepOf, width, stopped }: Schedule<T>,
  work: (item: T) => Promise<void>,
): Promise<readonly Failed<T>[]> {
  const among = new Set(items.map(i => stepOf(i).id))
  const waiting = new Map(items.map(i => [i, new Set(stepOf(i).after.filter(id => among.has(id) && id !== stepOf(i).id))] as const))
  const waiters = new Map<Hash, T[]>()
  for (const [item, ids] of waiting) for (const id of ids) waiters.set(id, [...(waiters.get(id) ?? []), item])
  const ready = items.filter(i => waiting.get(i)!.size === 0)
  const failures: Failed<T>[] = []
  const release = (item: T): void => {
    const { id } = stepOf(item)
    for (const waiter of waiters.get(id) ?? []) {
      const left = waiting.get(waiter)!
      left.delete(id)
      if (left.size === 0) ready.push(waiter)
    }
  }
  const doOne = async (item: T): Promise<void> => {
    try {
      await work(item)
      release(item)
    } catch (error) {
      failures.push({ item, error })
    }
  }
  const under = new Set<Promise<void>>()
  for (;;) {
    while (ready.length > 0 && under.size < width && failures.length === 0 && !stopped()) {
      const one: Promise<void> = doOne(ready.shift()!).finally(() => under.delete(one))
      under.add(one)
    }
    if (under.size === 0) return failures
    await Promise.race(under)
  }
}
