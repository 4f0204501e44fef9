import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Compiled } from '../../../compiler/index.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import { dumpAccount } from '../../support/dump-account.ts'
import type { Dying } from '../../support/dying-driver.ts'
import { dyingDriver, Killed } from '../../support/dying-driver.ts'
import type { Emulated } from '../../support/emulated.ts'
import { deploy, first, second, sessionIn, shopAccount } from '../../support/snowflake-deploy.ts'

/** FEAT_KILL_ALL: every statement, which takes minutes. */
const share = process.env['FEAT_KILL_ALL'] === undefined ? 13 : 1

/** What is deployed before, and what the run that is killed deploys. */
const scenarios: readonly { readonly name: string; readonly before: Compiled | null; readonly run: Compiled }[] = [
  { name: 'the first deployment', before: null, run: first },
  { name: 'a deployment that rebuilds', before: first, run: second },
]

async function prepared({ before }: { readonly before: Compiled | null }): Promise<Emulated> {
  const account = await shopAccount()
  if (before !== null) await deploy(sessionIn(account.driver, before))
  return account
}

async function killedAt(driver: Driver, run: Compiled, at: number): Promise<Dying> {
  const dying = dyingDriver(driver, at)
  const ended: unknown = await deploy(sessionIn(dying.driver, run)).catch((error: unknown) => error)
  // Whether the lock could be given back at the very end is not waited for.
  expect(ended === undefined || ended instanceof Killed).toBe(true)
  await dying.settled()
  return dying
}

describe.each(scenarios)('$name on Snowflake', scenario => {
  let expected: unknown
  let calls: readonly string[]
  beforeAll(async () => {
    const account = await prepared(scenario)
    const whole = dyingDriver(account.driver, Infinity)
    await deploy(sessionIn(whole.driver, scenario.run))
    calls = whole.calls()
    expected = await dumpAccount(account)
    await account.close()
  }, 120_000)
  afterAll(() => {
    expect(calls.length).toBeGreaterThan(30)
  })

  it('killed before any statement is completed by the next run', async () => {
    const points = Array.from({ length: calls.length }, (_, i) => i + 1).filter(n => n % share === 0 || n === calls.length)
    for (const at of points) {
      const account = await prepared(scenario)
      const dying = await killedAt(account.driver, scenario.run, at)
      await deploy(sessionIn(account.driver, scenario.run, 1))
      const [left] = await account.driver.query("SELECT COUNT(*) AS n FROM EMULATED.FEAT.JOURNAL WHERE outcome = 'intent'")
      const point = { at, sql: dying.calls().at(-1) }
      expect({ ...point, left: left!['n'], dump: await dumpAccount(account) }).toEqual({ ...point, left: 0, dump: expected })
      await account.close()
    }
  }, 1_200_000)
})
