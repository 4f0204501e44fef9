import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { count, featureView } from '../../../compiler/dsl/index.ts'
import { applyPlan, makePlan, materialize } from '../../../registry/index.ts'
import type { Session } from '../../../registry/index.ts'
import type { Emulated } from '../../support/emulated.ts'
import { dumpAccount } from '../../support/dump-account.ts'
import { dyingDriver, Killed } from '../../support/dying-driver.ts'
import { gate } from '../../support/gate.ts'
import { deploy, first, sessionIn, shopAccount } from '../../support/snowflake-deploy.ts'
import { accountConfig } from '../../support/snowflake-shop.ts'
import { compiledOf } from '../../support/warehouse.ts'
import { customer, customers, orders } from '../shop.ts'

let account: Emulated
beforeEach(async () => {
  account = await shopAccount()
}, 60_000)
afterEach(() => account.close())

/** So many views over one source. */
function views(n: number): Session {
  const made = Array.from({ length: n }, (_, i) => featureView(`view_${i}`, { entity: customer }, { [`orders_${i}`]: count(orders).over('7d') }))
  return sessionIn(account.driver, compiledOf([customer, orders, customers, ...made], { config: accountConfig }))
}

/** Without what prepares a session. */
const sent = (): readonly string[] => account.emulator.requests.statements.map(s => s.sql).filter(sql => !sql.startsWith('ALTER SESSION'))

/** Lets none of the first objects be made before so many are asked for at once: they never are where steps wait for each other. */
function holdUntil(together: number): void {
  const all = gate()
  let held = 0
  const hold = (): Promise<void> => {
    if (++held === together) all.open()
    return all.passed
  }
  account.emulator.faults.add({ match: /^CREATE/, times: together, fault: { kind: 'call', when: 'before', run: hold } })
}

describe('on an account', () => {
  it('steps run at once, state follows in batches, and planning asks as little of many objects as of few', async () => {
    const few = views(2)
    await applyPlan(few, await makePlan(few, { allowDestroy: false }))
    account.emulator.requests.reset()
    await makePlan(few, { allowDestroy: false })
    const asked = sent().length

    const many = views(50)
    const plan = await makePlan(many, { allowDestroy: false })
    account.emulator.requests.reset()
    holdUntil(8)
    await applyPlan(many, plan)
    const objects = sent().filter(sql => sql.startsWith('CREATE')).length
    expect(objects).toBe(48 * 3)
    // Eight steps, and state beside them.
    expect(account.emulator.requests.mostAtOnce).toBeGreaterThanOrEqual(8)
    expect(account.emulator.requests.mostAtOnce).toBeLessThan(10)
    expect(sent().length - objects).toBeLessThan(30)
    expect(sent().filter(sql => /^INSERT INTO .*"JOURNAL"/.test(sql)).length).toBe(2)

    account.emulator.requests.reset()
    expect((await makePlan(many, { allowDestroy: false })).changes).toEqual([])
    expect([sent().length, asked]).toEqual([13, 13])
  }, 60_000)

  it('every statement of a step carries the project, the plan and the step in its tag', async () => {
    const session = sessionIn(account.driver, first)
    const plan = await makePlan(session, { allowDestroy: false })
    account.emulator.requests.reset()
    await applyPlan(session, plan)
    const tagged = account.emulator.requests.statements.filter(s => s.tag.includes('"step"'))
    const ids = new Map(plan.steps.flatMap(s => [...s.sql, ...(s.probe === null ? [] : [s.probe])].map(sql => [sql, s.id] as const)))
    expect(new Set(tagged.map(s => s.sql))).toEqual(new Set(ids.keys()))
    for (const s of tagged) expect(JSON.parse(s.tag)).toMatchObject({ feat: 'logistics', plan: plan.id, step: ids.get(s.sql) })
  }, 60_000)
})

describe('a saved plan that was cut off', () => {
  it.each([22, 30, 37, 43])(
    'before call %i is continued by applying it again',
    async at => {
      const expected = await deployedElsewhere()
      const plan = await makePlan(sessionIn(account.driver, first), { allowDestroy: true })
      const dying = dyingDriver(account.driver, at)
      await expect(applyPlan(sessionIn(dying.driver, first), plan)).rejects.toThrow(Killed)
      await dying.settled()
      const again = sessionIn(account.driver, first, 1)
      await applyPlan(again, plan)
      await materialize(again, { from: null, to: null, only: [] })
      expect(await dumpAccount(account)).toEqual(expected)
    },
    60_000,
  )
})

describe('a fill whose interval another run has claimed', () => {
  it('waits for it, looks what it covered, and fills what is still missing', async () => {
    const expected = await deployedElsewhere()
    const session = sessionIn(account.driver, first)
    await applyPlan(session, await makePlan(session, { allowDestroy: false }))
    const [storage] = await account.driver.query("SELECT generation FROM EMULATED.FEAT.STORAGES WHERE generation LIKE '%region_weather__g%'")
    const generation = String(storage!['generation'])
    await account.driver.execute(
      `INSERT INTO EMULATED.FEAT.CLAIMS (storage, covers_from, covers_to, claim, holder, lease_until) SELECT '${generation}', '2000-01-01T00:00:00.000000Z', '2030-01-01T00:00:00.000000Z', 'x', 'task', '2099-01-01T00:00:00.000000Z'`,
    )
    account.emulator.requests.reset()
    const called = (): boolean => sent().some(sql => sql.startsWith('CALL') && sql.includes('REGION_WEATHER'))
    const other = setInterval(() => {
      if (!called()) return
      clearInterval(other)
      setTimeout(() => void account.driver.execute("DELETE FROM EMULATED.FEAT.CLAIMS WHERE claim = 'x'"), 500)
    }, 50)
    await materialize(session, { from: null, to: null, only: [] })
    clearInterval(other)
    expect(sent().filter(sql => sql.startsWith('CALL') && sql.includes('REGION_WEATHER')).length).toBe(2)
    expect(await dumpAccount(account)).toEqual(expected)
  }, 60_000)
})

async function deployedElsewhere(): Promise<unknown> {
  const other = await shopAccount()
  await deploy(sessionIn(other.driver, first))
  const dump = await dumpAccount(other)
  await other.close()
  return dump
}
