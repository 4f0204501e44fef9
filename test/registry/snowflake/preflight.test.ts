import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { preflight } from '../../../registry/index.ts'
import type { Finding } from '../../../registry/observe/reader.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'
import { deploy, first, plain, sessionIn, shopAccount } from '../../support/snowflake-deploy.ts'

let account: Emulated
beforeEach(async () => {
  account = await openEmulated({ emulator: { roles: ['BUILDER', 'MAKERS'] } })
})
afterEach(() => account.close())

async function looked(options: { readonly serving?: boolean } = {}): Promise<readonly Finding[]> {
  return preflight(sessionIn(account.driver, options.serving === true ? first : plain))
}

const problemsOf = (findings: readonly Finding[], name: string): readonly string[] =>
  findings.find(f => f.name === name)!.problems.map(p => `${p.code} ${p.hint}`)

describe('what doctor says of an account', () => {
  it('F676 each privilege that the statements of the project take and the role lacks, with its grant', async () => {
    expect(problemsOf(await looked(), 'privileges')).toEqual([
      'F676 GRANT USAGE ON DATABASE EMULATED TO ROLE ACCOUNTADMIN',
      'F676 GRANT CREATE SCHEMA ON DATABASE EMULATED TO ROLE ACCOUNTADMIN',
      'F676 GRANT USAGE ON WAREHOUSE COMPUTE_WH TO ROLE ACCOUNTADMIN',
    ])
  })

  it('nothing is wrong once it is granted, also by way of another role', async () => {
    for (const sql of [
      'GRANT ROLE BUILDER TO ROLE ACCOUNTADMIN',
      'GRANT USAGE ON DATABASE EMULATED TO ROLE BUILDER',
      'GRANT CREATE SCHEMA ON DATABASE EMULATED TO ROLE ACCOUNTADMIN',
      'GRANT USAGE ON WAREHOUSE COMPUTE_WH TO ROLE PUBLIC',
    ])
      await account.driver.execute(sql)
    expect(problemsOf(await looked(), 'privileges')).toEqual([])
  })

  it('in schemas that are there, what is to be made in them', async () => {
    await account.driver.execute('GRANT OWNERSHIP ON DATABASE EMULATED TO ROLE ACCOUNTADMIN')
    await account.driver.execute('CREATE SCHEMA EMULATED.MAIN')
    await account.driver.execute('GRANT USAGE, CREATE TABLE ON SCHEMA EMULATED.MAIN TO ROLE ACCOUNTADMIN')
    await account.driver.execute('GRANT USAGE ON WAREHOUSE COMPUTE_WH TO ROLE ACCOUNTADMIN')
    expect(problemsOf(await looked({ serving: true }), 'privileges')).toEqual([
      'F676 GRANT CREATE VIEW ON SCHEMA EMULATED.MAIN TO ROLE ACCOUNTADMIN',
      'F676 GRANT CREATE DYNAMIC TABLE ON SCHEMA EMULATED.MAIN TO ROLE ACCOUNTADMIN',
    ])
  })

  it('F674 a warehouse that is not there', async () => {
    await account.driver.execute('DROP WAREHOUSE COMPUTE_WH')
    expect(problemsOf(await looked(), 'compute')).toEqual([expect.stringContaining('F674 GRANT USAGE ON WAREHOUSE')])
  })

  it('F675 a parameter that the session was kept from setting', async () => {
    const driver = { ...account.driver }
    const stubborn: typeof driver = {
      ...driver,
      query: async (sql, title) => {
        const rows = await driver.query(sql, title)
        return sql.startsWith('SHOW PARAMETERS') ? rows.map(r => (r['key'] === 'TIMEZONE' ? { ...r, value: 'Europe/Berlin' } : r)) : rows
      },
    }
    expect(problemsOf(await preflight(sessionIn(stubborn, plain)), 'parameters')).toEqual([
      "F675 let sessions of this user set it: ALTER USER <user> SET TIMEZONE = 'UTC'",
    ])
  })

  it('the edition as unknown, where the role is not told', async () => {
    expect((await looked()).find(f => f.name === 'edition')).toMatchObject({ detail: expect.stringContaining('not told') as string, problems: [] })
  })
})

it('of an embedded warehouse there is nothing to say', async () => {
  const deployed = await shopAccount()
  await deploy(sessionIn(deployed.driver, plain))
  expect(await preflight({ ...sessionIn({ ...deployed.driver, dialect: 'duckdb' }, plain) })).toEqual([])
  await deployed.close()
})
