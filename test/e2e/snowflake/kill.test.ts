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

type Dump = Readonly<Record<string, unknown>>

/** The objects in which two accounts differ. */
function differences(found: Dump, expected: Dump): readonly string[] {
  return [...new Set([...Object.keys(found), ...Object.keys(expected)])].filter(name => JSON.stringify(found[name]) !== JSON.stringify(expected[name]))
}

describe.each(scenarios)('$name on Snowflake', scenario => {
  let expected: Dump
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
    const wrong: unknown[] = []
    for (const at of points) {
      const account = await prepared(scenario)
      const dying = await killedAt(account.driver, scenario.run, at)
      await deploy(sessionIn(account.driver, scenario.run, 1))
      const [left] = await account.driver.query("SELECT COUNT(*) AS n FROM EMULATED.FEAT.JOURNAL WHERE outcome = 'intent'")
      const differing = differences(await dumpAccount(account), expected)
      if (differing.length > 0 || left!['n'] !== 0) wrong.push({ at, sql: dying.calls().at(-1)!.slice(0, 120), intents: left!['n'], differing })
      await account.close()
    }
    expect(wrong).toEqual([])
  }, 1_200_000)
})
