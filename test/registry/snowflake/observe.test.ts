import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LiveObject } from '../../../compiler/ir/state.ts'
import { observe } from '../../../registry/observe/observe.ts'
import { columnsIn } from '../../../registry/observe/snowflake/columns.ts'
import { lagSeconds } from '../../../registry/observe/snowflake/lag.ts'
import { showAll } from '../../../registry/observe/snowflake/show.ts'
import { typeOfSnowflake } from '../../../registry/observe/snowflake/types.ts'
import { checkSources } from '../../../registry/observe/sources.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'
import { localPlacement } from '../../support/placement.ts'
import { customer, orders } from '../../e2e/shop.ts'
import { compiledOf } from '../../support/warehouse.ts'
import { accountConfig } from '../../support/snowflake-shop.ts'
import { sessionIn } from '../../support/snowflake-deploy.ts'

const of = { catalog: 'emulated', schema: 'ml' }
const placement = localPlacement({ dialect: 'snowflake', catalog: 'emulated', target: 'account' })

let account: Emulated
let objects: readonly LiveObject[]
beforeAll(async () => {
  account = await openEmulated()
  for (const sql of [
    'CREATE SCHEMA EMULATED.ML',
    "CREATE TABLE EMULATED.ML.T (A INT, B STRING, C DECIMAL(10, 2) NOT NULL, D TIMESTAMP, E FLOAT, F BOOLEAN, G VARIANT, H DATE, I VARCHAR(20), J TIMESTAMP_NTZ(6)) COMMENT = 'ours'",
    'CREATE TABLE EMULATED.ML."mixed Case" ("a b" INT)',
    'CREATE VIEW EMULATED.ML.V AS SELECT A, C FROM EMULATED.ML.T',
    "CREATE DYNAMIC TABLE EMULATED.ML.D TARGET_LAG = '90 seconds' WAREHOUSE = COMPUTE_WH REFRESH_MODE = FULL AS SELECT A FROM EMULATED.ML.T",
  ])
    await account.driver.execute(sql)
  objects = (await observe(account.driver, placement)).objects
}, 60_000)
afterAll(() => account.close())

const called = (name: string): LiveObject => objects.find(o => o.name.name === name)!

describe('what is in an account', () => {
  it('is tables and views by our names, with their comments', () => {
    expect(called('t')).toMatchObject({ name: { ...of, name: 't' }, kind: 'table', comment: 'ours' })
    expect(called('v')).toMatchObject({ kind: 'view', comment: null })
  })

  it('is never taken for ours where a name has to be quoted', () => {
    expect(called('mixed Case').columns.map(c => c.name)).toEqual(['a b'])
  })

  it('has types in full, whichever synonym made them', () => {
    expect(called('t').columns.map(c => `${c.name} ${c.type}${c.nullable ? '' : ' NOT NULL'}`)).toEqual([
      'a NUMBER(38,0)',
      'b VARCHAR(16777216)',
      'c NUMBER(10,2) NOT NULL',
      'd TIMESTAMP_NTZ(9)',
      'e FLOAT',
      'f BOOLEAN',
      'g VARIANT',
      'h DATE',
      'i VARCHAR(20)',
      'j TIMESTAMP_NTZ(6)',
    ])
  })

  it('is of kinds beyond tables and views, with what the engine says of them', () => {
    expect(called('d')).toMatchObject({ kind: 'other', what: 'dynamic table', details: { targetLag: 90, refreshMode: 'FULL', warehouse: 'COMPUTE_WH' } })
  })

  it('is read in as many requests for many objects as for few', async () => {
    account.emulator.requests.reset()
    await observe(account.driver, placement)
    expect(account.emulator.requests.statements.filter(s => !s.sql.startsWith('ALTER SESSION')).length).toBe(11)
  })

  it('comes page by page', async () => {
    account.emulator.requests.reset()
    expect((await showAll(account.driver, 'TABLES', of, 2))!.map(r => r['name'])).toEqual(['D', 'T', 'mixed Case'])
    expect(account.emulator.requests.statements.map(s => s.sql)).toEqual([
      'SHOW TABLES IN SCHEMA "EMULATED"."ML" LIMIT 2',
      `SHOW TABLES IN SCHEMA "EMULATED"."ML" LIMIT 2 FROM 'T'`,
    ])
  })

  it('is nothing, and no error, where there is no schema', async () => {
    expect(await observe(account.driver, { ...placement, publicSchema: 'nowhere', storageSchema: 'nowhere' })).toEqual({ schemas: [], objects: [] })
  })

  it('may be asked for by table', async () => {
    expect([...(await columnsIn(account.driver, of, ['v'])).keys()]).toEqual(['V'])
  })
})

describe('kinds and columns that are not known', () => {
  it('are passed over', async () => {
    const odd = {
      ...account.driver,
      query: async (sql: string, title?: string) => {
        const rows = await account.driver.query(sql, title)
        return sql.startsWith('SHOW TABLES')
          ? rows.map(({ rows: _gone, ...r }) => ({ a_new_column: 'x', ...r, is_iceberg: r['name'] === 'T' ? 'Y' : 'N' }))
          : rows
      },
    }
    const found = (await observe(odd, placement)).objects
    expect(found.find(o => o.name.name === 't')).toMatchObject({ kind: 'other', what: 'Iceberg table' })
  })

  it('are none of the account where it refuses their name', async () => {
    account.emulator.faults.add({
      match: /ONLINE FEATURE/,
      times: 2,
      fault: { kind: 'error', code: '001003', sqlState: '42000', message: "syntax error line 1 unexpected 'ONLINE'." },
    })
    expect((await observe(account.driver, placement)).objects.length).toBe(objects.length)
  })
})

describe('sources', () => {
  it('F677 a table that may not be read is told apart from one that is not there', async () => {
    const compiled = compiledOf([customer, orders], { config: accountConfig })
    account.emulator.faults.add({ match: /^DESCRIBE TABLE/, fault: { kind: 'error', code: '003001', sqlState: '42501', message: 'Insufficient privileges' } })
    const found = await checkSources(account.driver, compiled.catalog, sessionIn(account.driver, compiled).placed.placement)
    expect(found.map(d => `${d.code} ${d.hint}`)).toEqual(['F677 GRANT SELECT ON TABLE "EMULATED"."RAW"."ORDERS" TO ROLE <role of the connection>'])
  })

  it('F640 F642 F643 are compared with what is there', async () => {
    const compiled = compiledOf([customer, orders], { config: accountConfig })
    const session = sessionIn(account.driver, compiled)
    const check = async (): Promise<readonly string[]> =>
      (await checkSources(account.driver, compiled.catalog, session.placed.placement)).map(d => `${d.code} ${d.message}`)
    await account.driver.execute('CREATE SCHEMA EMULATED.RAW')
    await account.driver.execute('CREATE TABLE EMULATED.RAW.ORDER_ITEMS (A INT)')
    expect(await check()).toEqual([expect.stringContaining('F640')])
    await account.driver.execute(
      'CREATE TABLE EMULATED.RAW.ORDERS (ORDER_ID STRING, CUSTOMER_ID STRING, ORDERED_AT TIMESTAMP_TZ, LOADED_AT TIMESTAMP_LTZ, AMOUNT NUMBER(12, 3), WEIGHT NUMBER(5, 1), PAID BOOLEAN)',
    )
    expect(await check()).toEqual([
      expect.stringMatching(/^F643 .*'ordered_at' as timestamp, but in raw\.orders it is TIMESTAMP_TZ\(9\)/),
      expect.stringMatching(/^F643 .*'amount' as number\(12,2\), but in raw\.orders it is NUMBER\(12,3\)/),
      expect.stringMatching(/^F642 .*'channel'/),
    ])
  })
})

describe('types', () => {
  it.each([
    ['NUMBER(12,2)', { kind: 'decimal', precision: 12, scale: 2 }],
    ['NUMBER', { kind: 'decimal', precision: 38, scale: 0 }],
    ['INT', { kind: 'decimal', precision: 38, scale: 0 }],
    ['VARCHAR(16777216)', { kind: 'text' }],
    ['TIMESTAMP_NTZ(9)', { kind: 'time' }],
    ['DOUBLE PRECISION', { kind: 'float' }],
    ['TIMESTAMP_TZ(9)', null],
    ['VECTOR(FLOAT, 3)', null],
    ['BINARY(8388608)', null],
  ])('%s', (spelled, type) => {
    expect(typeOfSnowflake(spelled)).toEqual(type)
  })
})

describe('target lags', () => {
  it.each([
    ['1 minute', 60],
    ['90 seconds', 90],
    ['1 hour 30 minutes', 5400],
    ['2 days', 172_800],
    ['5m', 300],
    ['DOWNSTREAM', null],
    ['', null],
    [null, null],
  ])('%s', (spelled, seconds) => {
    expect(lagSeconds(spelled)).toBe(seconds)
  })
})
