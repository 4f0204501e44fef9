import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applySteps, withLock } from '../../registry/apply/apply.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { StateAccess } from '../../registry/state/access.ts'
import { accessState } from '../../registry/state/access.ts'
import { ensureState } from '../../registry/state/ensure.ts'
import { claim, keepAlive, releaseLock, takeLock } from '../../registry/state/lock.ts'
import { codesOf, failure } from '../support/errors.ts'
import { localPlacement } from '../support/placement.ts'
import { step } from '../support/steps.ts'

const placement = localPlacement()
const ada = { owner: 'ada', host: 'here', command: 'feat apply' }
const bob = { owner: 'bob', host: 'there', command: 'feat materialize' }

let driver: Driver
let now: Date
let access: StateAccess
/** As on an engine where others may be at work: only the row counts. */
beforeEach(async () => {
  driver = { ...(await openDuckdb({ path: ':memory:' })), exclusive: false }
  now = new Date('2026-03-01T00:00:00Z')
  access = accessState(driver, placement, () => now)
  await ensureState(access, 'logistics')
})
afterEach(() => driver.close())
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}

describe('the lock', () => {
  it('is taken with a fence that grows', async () => {
    const first = await takeLock(access, ada)
    expect(first).toMatchObject({ fence: 1, ...ada, until: '2026-03-01T00:02:00Z' })
    await releaseLock(access, first)
    expect(await takeLock(access, bob)).toMatchObject({ fence: 2, owner: 'bob' })
  })

  it('F622 is refused while another one holds it, by name', async () => {
    await takeLock(access, ada)
    later(60)
    const [found] = await failure(takeLock(access, bob))
    expect(found).toMatchObject({ code: 'F622', message: "'feat apply' of ada on here holds the lock of the state until 2026-03-01T00:02:00Z" })
  })

  it('F622 waits as long as it is told, and says so once', async () => {
    await takeLock(access, ada)
    const told: string[] = []
    const found = await failure(takeLock(access, bob, { seconds: 0.25, onWait: d => told.push(d.message) }))
    expect(found[0]!.code).toBe('F622')
    expect(told).toEqual([expect.stringContaining("'feat apply' of ada")])
  })

  it('is got by the one that waits, once it is released', async () => {
    const held = await takeLock(access, ada)
    const waiting = takeLock(access, bob, {
      seconds: 10,
      onWait: () => {
        void releaseLock(access, held)
      },
    })
    expect(await waiting).toMatchObject({ fence: 2, owner: 'bob' })
  })

  it('is taken when it has lapsed', async () => {
    await takeLock(access, ada)
    later(121)
    expect(await takeLock(access, bob)).toMatchObject({ fence: 2, owner: 'bob' })
  })

  it('is taken at once from a holder that was killed, where nobody else can be there', async () => {
    await takeLock(access, ada)
    expect(await takeLock({ ...access, driver: { ...driver, exclusive: true } }, bob)).toMatchObject({ fence: 2 })
  })

  it('is renewed by each claim, and meanwhile by a heartbeat', async () => {
    const held = await takeLock(access, ada)
    later(100)
    await driver.transaction([claim(access, held)])
    later(100)
    expect(await codesOf(takeLock(access, bob))).toEqual(['F622'])
    const stop = keepAlive(access, held, 5)
    await new Promise(resolve => setTimeout(resolve, 60))
    stop()
    later(100)
    expect(await codesOf(takeLock(access, bob))).toEqual(['F622'])
  })
})

describe('a holder whose lock was taken', () => {
  it('F623 cannot write any more', async () => {
    const lost = await takeLock(access, ada)
    later(121)
    await takeLock(access, bob)
    await driver.execute('CREATE TABLE data (a INTEGER)')
    expect(await codesOf(driver.transaction([claim(access, lost), 'INSERT INTO data VALUES (1)']))).toEqual(['F623'])
    expect(await driver.query('SELECT * FROM data')).toEqual([])
  })

  it('does not release the lock of the other', async () => {
    const lost = await takeLock(access, ada)
    later(121)
    await takeLock(access, bob)
    await releaseLock(access, lost)
    expect(await codesOf(takeLock(access, ada))).toEqual(['F622'])
  })

  it('F623 stops in the middle of its steps', async () => {
    await driver.execute('CREATE TABLE data (a INTEGER)')
    const steal = "UPDATE feat.lock SET fence = fence + 1, owner = 'bob'"
    const steps = [step({ title: 'slow', sql: [steal] }), step({ title: 'next', sql: ['INSERT INTO data VALUES (1)'], transaction: true })]
    const run = { ...ada, project: 'logistics', plan: 'p', now: now.toISOString() }
    expect(await codesOf(applySteps({ driver, placement, steps, run, clock: () => now }))).toEqual(['F623', 'F630'])
    expect(await driver.query('SELECT * FROM data')).toEqual([])
  })
})

describe('work under the lock', () => {
  it('gives it back when it fails', async () => {
    const work = withLock({ driver, placement, clock: () => now, project: 'logistics', holder: ada }, () => Promise.reject(new Error('stop')))
    await expect(work).rejects.toThrow('stop')
    expect(await takeLock(access, bob)).toMatchObject({ fence: 2 })
  })
})
