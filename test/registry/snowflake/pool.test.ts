import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Pool } from '../../../registry/driver/snowflake/pool.ts'
import { poolOf } from '../../../registry/driver/snowflake/pool.ts'
import type { Session } from '../../../registry/driver/snowflake/session.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const loginMs = 100

/** A pool whose sessions take a while to open, and how many there are. */
function pool(): { readonly pool: Pool; readonly opened: () => number } {
  let opened = 0
  const open = async (): Promise<Session> => {
    opened++
    await later(loginMs)
    return { run: () => Promise.reject(new Error('not used')), isBroken: () => false, isAlive: () => Promise.resolve(true), close: () => {} }
  }
  const cancelled = (): FeatError => new FeatError([diagnostic('F606', { detail: 'cancelled', during: null })])
  return { pool: poolOf({ size: 8, open, isFinal: () => false, cancelled, idleMs: 60_000 }), opened: () => opened }
}

const later = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** So many calls at once, each of which takes so long; the time until all are done. */
async function calls(on: Pool, count: number, ms: number): Promise<number> {
  const started = performance.now()
  let left = count
  for (let i = 0; i < count; i++) {
    void on.take(new AbortController().signal).then(async session => {
      await later(ms)
      on.give(session)
      left--
    })
  }
  while (left > 0) await vi.advanceTimersByTimeAsync(1)
  return performance.now() - started
}

it('answers a few short questions on one session', async () => {
  const { pool: on, opened } = pool()
  await calls(on, 1, 10)
  expect(await calls(on, 5, 10)).toBeLessThan(60)
  expect(opened()).toBe(1)
})

it('opens some sessions for more questions than one can answer while another opens', async () => {
  const { pool: on, opened } = pool()
  await calls(on, 1, 50)
  const ms = await calls(on, 13, 50)
  expect(ms).toBeLessThan(0.6 * 13 * 50)
  expect(opened()).toBeGreaterThan(2)
  expect(opened()).toBeLessThan(6)
})

it('opens all of them for long work, twice as many at a time', async () => {
  const { pool: on, opened } = pool()
  const ms = await calls(on, 8, 10_000)
  expect(opened()).toBe(8)
  expect(ms).toBeLessThan(10_000 + 10 * loginMs)
})

it('never opens more than it may', async () => {
  const { pool: on, opened } = pool()
  await calls(on, 100, 1000)
  expect(opened()).toBe(8)
})
