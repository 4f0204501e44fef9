import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FeatError } from '../../../compiler/base/diagnostic.ts'
import { openSnowflake } from '../../../registry/driver/snowflake/open.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import { applyPlan } from '../../../registry/index.ts'
import type { FaultRule } from '../../emulator/faults.ts'
import { dumpAccount } from '../../support/dump-account.ts'
import type { Emulated } from '../../support/emulated.ts'
import { emulatedOptions } from '../../support/emulated.ts'
import { failure } from '../../support/errors.ts'
import { gate } from '../../support/gate.ts'
import { deploy, first, plain, sessionIn, shopAccount } from '../../support/snowflake-deploy.ts'
import { applied, materialized, planned } from '../../support/warehouse.ts'

/** Statements of state and of objects. */
const kinds = [
  /^UPDATE .*"LOCK" SET fence/,
  /^INSERT INTO .*"JOURNAL"/,
  /^MERGE INTO .*"STORAGES"/,
  /^CREATE TABLE .*FEAT_STORAGE/,
  /^CREATE OR REPLACE PROCEDURE/,
  /^MERGE INTO .*"RECORDS"/,
  /^CREATE OR REPLACE VIEW/,
  /^CALL/,
]

let expected: unknown
beforeAll(async () => {
  const whole = await shopAccount()
  await deploy(sessionIn(whole.driver, first))
  expected = await dumpAccount(whole)
  await whole.close()
}, 60_000)

let account: Emulated
beforeEach(async () => {
  account = await shopAccount()
}, 60_000)
afterEach(() => account.close())

/** Faults on the way from our driver, which the deployment puts up with by itself: nobody has to run it again. */
describe('a deployment to Snowflake comes to its end by itself where', () => {
  const status = (code: number): FaultRule['fault'] => ({ kind: 'status', status: code })
  const reset = (when: 'before' | 'after'): FaultRule['fault'] => ({ kind: 'reset', when })
  const cases: readonly (readonly [string, readonly FaultRule[]])[] = [
    ['the session expires now and then', [3, 40, 90].map(skip => ({ skip, fault: { kind: 'expire' } }))],
    ['the service is busy (429) now and then', [5, 30, 60].map(skip => ({ skip, fault: status(429) }))],
    ['the service fails (503) now and then', [8, 33, 66].map(skip => ({ skip, fault: status(503) }))],
    ['the connection breaks before statements of each kind', kinds.map(match => ({ match, fault: reset('before') }))],
    ['the connection breaks after statements of each kind took effect', kinds.map(match => ({ match, fault: reset('after') }))],
  ]
  it.each(cases)(
    '%s',
    async (_title, rules) => {
      for (const rule of rules) account.emulator.faults.add(rule)
      await deploy(sessionIn(account.driver, first))
      account.emulator.faults.clear()
      expect(await dumpAccount(account)).toEqual(expected)
    },
    60_000,
  )
})

describe('slow answers', () => {
  it('change nothing but the time', async () => {
    account.emulator.faults.delayMs = 20
    await deploy(sessionIn(account.driver, first))
    account.emulator.faults.clear()
    expect(await dumpAccount(account)).toEqual(expected)
  }, 60_000)

  it('of statements that run for minutes are asked for again and again', async () => {
    const slow = await shopAccount({ answerWithinMs: 100 })
    slow.emulator.faults.add({ match: /^CALL/, times: 3, fault: { kind: 'slow', ms: 400 } })
    slow.emulator.faults.add({ match: /^CREATE OR REPLACE VIEW/, times: 2, fault: { kind: 'slow', ms: 300 } })
    await deploy(sessionIn(slow.driver, first))
    expect(slow.emulator.requests.by.poll + slow.emulator.requests.by.result).toBeGreaterThan(4)
    expect(await dumpAccount(slow)).toEqual(expected)
    await slow.close()
  }, 60_000)

  it('come in parts where there are many rows', async () => {
    const parts = await shopAccount({ rowsPerChunk: 5 })
    await deploy(sessionIn(parts.driver, first))
    expect(parts.emulator.requests.by.chunk).toBeGreaterThan(5)
    expect(await dumpAccount(parts)).toEqual(expected)
    await parts.close()
  }, 60_000)
})

describe('what the account refuses', () => {
  it('F657 stops where a privilege is missing, names the step, and continues once it is granted', async () => {
    account.emulator.faults.forbid(/FEAT_STORAGE\.CUSTOMER_ORDERS/, 'denied')
    const session = sessionIn(account.driver, first)
    const found = await failure(applied(session, true))
    expect(found.map(d => d.code)).toEqual(['F657', 'F630'])
    expect(found[1]!.message).toMatch(/the step 'create feat_storage\.customer_orders\S+' failed/)
    const [lock] = await account.driver.query('SELECT owner FROM EMULATED.FEAT.LOCK')
    expect(lock!['owner']).toBeNull()
    account.emulator.faults.clear()
    await deploy(session)
    expect(await dumpAccount(account)).toEqual(expected)
  }, 60_000)

  it('several steps at once are told each', async () => {
    account.emulator.faults.forbid(/FEAT_STORAGE\.(CUSTOMER_ORDERS|REGION_WEATHER)/, 'denied')
    const found = await failure(applied(sessionIn(account.driver, first), true))
    expect(found.filter(d => d.code === 'F630')).toHaveLength(2)
  }, 60_000)

  const hidden = (name: string): string =>
    [...account.emulator.world.catalog.objects.values()].find(o => o.kind === 'TABLE' && o.name.name.startsWith(`${name}__G`))!.name.name

  it('F672 an object that is only hidden is not made again', async () => {
    await deploy(sessionIn(account.driver, plain))
    account.emulator.faults.forbid(new RegExp(hidden('REGION_WEATHER')), 'missing')
    account.emulator.faults.add({ match: /^DESCRIBE TABLE/, fault: { kind: 'error', code: '003001', sqlState: '42501', message: 'Insufficient privileges' } })
    const found = await failure(planned(sessionIn(account.driver, plain)))
    expect(found).toMatchObject([{ code: 'F672', hint: expect.stringContaining('GRANT OWNERSHIP ON TABLE "EMULATED"."FEAT_STORAGE"') as string }])
  }, 60_000)

  it('what was dropped is made again', async () => {
    await deploy(sessionIn(account.driver, plain))
    await account.driver.execute(`DROP TABLE EMULATED.FEAT_STORAGE."${hidden('REGION_WEATHER')}"`)
    const plan = await planned(sessionIn(account.driver, plain), true)
    expect(plan.changes.map(c => [c.address, c.action])).toEqual([['view.region_weather', 'rebuild']])
  }, 60_000)

  it('F671 a schema that may not be used is told apart from one that is not there', async () => {
    await deploy(sessionIn(account.driver, plain))
    account.emulator.faults.forbid(/^EMULATED\.FEAT_STORAGE/, 'denied')
    const found = await failure(planned(sessionIn(account.driver, plain)))
    expect(found).toMatchObject([{ code: 'F671', hint: expect.stringContaining('GRANT USAGE ON SCHEMA "EMULATED"."FEAT_STORAGE"') as string }])
  }, 60_000)

  it('F673 a schema that is not seen any more is not made again', async () => {
    await deploy(sessionIn(account.driver, plain))
    account.emulator.faults.forbid(/^EMULATED\.FEAT_STORAGE/, 'missing')
    const found = await failure(planned(sessionIn(account.driver, plain)))
    expect(found).toMatchObject([{ code: 'F673', hint: expect.stringContaining('GRANT USAGE ON SCHEMA "EMULATED"."FEAT_STORAGE"') as string }])
  }, 60_000)

  it('F670 a database that is not there is no empty one', async () => {
    account.emulator.faults.forbid(/^EMULATED$/, 'missing')
    expect((await failure(planned(sessionIn(account.driver, plain)))).map(d => d.code)).toEqual(['F670'])
  }, 60_000)
})

describe('several owners', () => {
  /** The first statement of this kind waits until it is let go on. */
  const held = (match: RegExp): { readonly reached: Promise<void>; readonly open: () => void } => {
    const [reached, further] = [gate(), gate()]
    const run = (): Promise<void> => (reached.open(), further.passed)
    account.emulator.faults.add({ match, fault: { kind: 'call', when: 'before', run } })
    return { reached: reached.passed, open: further.open }
  }
  const racer = (): Promise<Driver> => openSnowflake(emulatedOptions(account.emulator))

  it('F622 race for the lock: one gets it, and the others say who', async () => {
    const drivers = await Promise.all(Array.from({ length: 4 }, racer))
    const plans = await Promise.all(drivers.map(d => planned(sessionIn(d, first))))
    const { open } = held(/^CREATE TABLE .*FEAT_STORAGE/)
    const refused: string[] = []
    const race = drivers.map((d, i) =>
      applyPlan(sessionIn(d, first), plans[i]!).catch((error: unknown) => {
        refused.push(...(error as FeatError).diagnostics.map(told => told.code))
        if (refused.length === 3) open()
      }),
    )
    await Promise.all(race)
    expect(refused).toEqual(['F622', 'F622', 'F622'])
    for (const d of drivers) d.close()
    await materialized(sessionIn(account.driver, first))
    expect(await dumpAccount(account)).toEqual(expected)
  }, 60_000)

  it('F623 one whose lock lapsed and was taken writes nothing more', async () => {
    const [slow, fast] = await Promise.all([racer(), racer()])
    const plan = await planned(sessionIn(slow, first))
    const { reached, open } = held(/^CREATE OR REPLACE VIEW/)
    const work = failure(applyPlan(sessionIn(slow, first), plan))
    await reached
    await deploy(sessionIn(fast, first, 1))
    open()
    expect((await work).map(d => d.code)).toContain('F623')
    expect(await dumpAccount(account)).toEqual(expected)
    for (const d of [slow, fast]) d.close()
  }, 60_000)
})

describe('Ctrl-C', () => {
  it('F631 cancels what runs, gives the lock back, and the next run continues', async () => {
    const session = sessionIn(account.driver, first)
    const plan = await planned(session)
    const controller = new AbortController()
    account.emulator.faults.add({ match: /^CREATE OR REPLACE VIEW/, times: 1, fault: { kind: 'slow', ms: 5000 } })
    const work = failure(
      applyPlan(session, plan, {
        signal: controller.signal,
        onProgress: e => {
          if (e.step.phase === 'publish' && e.state === 'start' && e.step.sql.length > 0) setTimeout(() => controller.abort(), 100)
        },
      }),
    )
    expect((await work)[0]!.code).toBe('F631')
    account.emulator.faults.clear()
    const [lock] = await account.driver.query('SELECT owner FROM EMULATED.FEAT.LOCK')
    expect(lock!['owner']).toBeNull()
    await deploy(session)
    expect(await dumpAccount(account)).toEqual(expected)
  }, 60_000)
})
