import { expect, it } from 'vitest'
import { preflight } from '../../registry/observe/snowflake/preflight.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { deploy, first, second, sessionIn, shopAccount } from '../support/snowflake-deploy.ts'
import { planned } from '../support/warehouse.ts'
import { beginningsOf } from './beginnings.ts'
import { checkStrictly } from './gate.ts'
import { preflightKinds, sentKinds } from './sent-kinds.ts'
import { writtenStatements } from './statements-under-test.ts'

/** Texts that are other ones in each run, and long ones, say nothing about grammar: what was asked once need not be asked again. */
function withoutLongTexts(sql: string): string {
  return sql.replaceAll(/'(?:[^'\\]|''|\\[^])*'/g, text => (text.length > 30 ? "'...'" : text))
}

it('sends an account nothing but Snowflake SQL: state, lock, journal, inspection, changes and fills', async () => {
  const account = await shopAccount()
  try {
    account.emulator.requests.reset()
    await deploy(sessionIn(account.driver, first))
    await deploy(sessionIn(account.driver, second, 1))
    const session = sessionIn(account.driver, second, 2)
    await preflight(account.driver, session.placed.placement, (await planned(session, true)).steps)
    const sent = [...new Set(account.emulator.requests.statements.map(s => s.sql))]
    const looked = [...sentKinds, ...preflightKinds]
    const elsewhere = new Set([...looked, ...beginningsOf(writtenStatements().map(w => w.sql))])
    expect(beginningsOf(sent).filter(kind => !elsewhere.has(kind))).toEqual([])
    expect(looked.filter(kind => !beginningsOf(sent).includes(kind))).toEqual([])
    checkStrictly(sent)
    // Long ones are fills and procedures, which the golden cases hold.
    checkSnowflake([...new Set(sent.map(withoutLongTexts))].filter(sql => sql.length < 2500))
  } finally {
    await account.close()
  }
})
