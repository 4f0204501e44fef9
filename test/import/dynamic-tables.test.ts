import { describe, expect, it } from 'vitest'
import type { LiveTable } from '../../compiler/import/index.ts'
import { importTables, typescriptOf } from '../../compiler/import/index.ts'
import { tableText } from '../../compiler/import/table-text.ts'
import { dynamicTables } from '../../registry/observe/snowflake/dynamic-tables.ts'
import type { Driver, Row } from '../../registry/driver/driver.ts'
import { checkStrictly } from '../grammar/gate.ts'
import { openEmulated } from '../support/emulated.ts'
import { liveTables } from './live-tables.ts'

const [tagged, plain] = liveTables as readonly [LiveTable, LiveTable]

function told(tables: readonly LiveTable[]): readonly string[] {
  return importTables(tables, null).diagnostics.map(d => `${d.code} ${d.message}`)
}

describe('live dynamic tables', () => {
  it('become sources with their queries, and views of their columns', async () => {
    const { value } = importTables(liveTables, { entity: 'store', keys: ['STORE_ID'], time: null })
    await expect(
      typescriptOf(value!)
        .map(f => `// ${f.path}\n${f.text}`)
        .join('\n'),
    ).toMatchFileSnapshot('fixtures/dynamic-tables.ts.txt')
  })

  it('F740, F736 and F733 name what is not carried over', () => {
    expect(told(liveTables)).toEqual([
      "F736 the column 'drawn_at' of the dynamic table CUSTOMER_SPEND$V1 is left out: the language has no type like TIMESTAMP_TZ(9)",
      'F740 the dynamic table STORE_SIZES is not imported: nothing says which of its columns are keys',
    ])
    expect(importTables([plain], { entity: 'store', keys: ['STORE_ID'], time: null }).diagnostics.map(d => d.message)).toEqual([
      "'TARGET_LAG = DOWNSTREAM' of the dynamic table STORE_SIZES is not carried over: a view has a cadence (every)",
    ])
  })

  it('F732 leaves out tables of tiles, without text, and without the columns that count', () => {
    expect(told([{ ...tagged, text: tagged.text!.replace('"is_tiled": false', '"is_tiled": true') }]).at(-1)).toContain('partial aggregates')
    expect(told([{ ...tagged, text: null }])).toEqual([expect.stringContaining('F732')])
    expect(told([{ ...tagged, text: tagged.text!.replace('"TS"', '"WHEN_IT_WAS"') }]).at(-1)).toContain("no column 'WHEN_IT_WAS'")
  })

  it('finds the query behind AS, whatever stands before it', () => {
    expect(tableText(tagged.text!)!.query).toBe('SELECT CUSTOMER_ID, TS, SUM(AMOUNT) AS SPEND, ANY_VALUE(AS_GUEST) AS GUEST FROM SHOP.RAW.ORDERS GROUP BY 1, 2')
    expect(tableText("create dynamic table x /* as */ comment = 'as' -- as\n as\nwith a as (select 1) select * from a")!.query).toBe(
      'with a as (select 1) select * from a',
    )
    expect(tableText('CREATE DYNAMIC TABLE x')).toBeNull()
  })

  it('are asked for by GET_DDL where SHOW does not give their text', async () => {
    const asked: string[] = []
    const answers: Readonly<Record<string, readonly Row[]>> = {
      SHOW: [{ name: 'A', text: '', target_lag: '1 day', comment: '' }],
      'SELECT TABLE_NAME': [],
      'SELECT GET_DDL': [{ ddl: "create or replace dynamic table A(K) target_lag = '1 day' as SELECT 1 AS K" }],
    }
    const query = (sql: string): Promise<readonly Row[]> => {
      asked.push(sql)
      return Promise.resolve(Object.entries(answers).find(([start]) => sql.startsWith(start))![1])
    }
    const [table] = (await dynamicTables({ query } as Driver, { catalog: 'db', schema: 's' }, null))!
    expect(tableText(table!.text!)!.query).toBe('SELECT 1 AS K')
    expect(asked.at(-1)).toBe(`SELECT GET_DDL('DYNAMIC_TABLE', '"DB"."S"."A"', TRUE) AS "DDL"`)
    checkStrictly(asked)
  })

  it('are read from an account, with their columns and the statements that made them', async () => {
    const { driver, close } = await openEmulated()
    try {
      for (const sql of [
        'CREATE SCHEMA EMULATED.S',
        'CREATE TABLE EMULATED.S.STORES (STORE_ID VARCHAR, SIZE NUMBER(5,1))',
        "CREATE DYNAMIC TABLE EMULATED.S.STORE_SIZES TARGET_LAG = '1 hour' WAREHOUSE = COMPUTE_WH AS SELECT STORE_ID, SIZE FROM EMULATED.S.STORES",
        "CREATE DYNAMIC TABLE EMULATED.S.OTHERS TARGET_LAG = '1 hour' WAREHOUSE = COMPUTE_WH AS SELECT STORE_ID FROM EMULATED.S.STORES",
      ])
        await driver.execute(sql)
      const of = { catalog: 'emulated', schema: 's' }
      const found = (await dynamicTables(driver, of, 'store%'))!
      expect(found.map(t => [t.name, t.targetLag, t.columns.map(c => [c.name, c.spelled])])).toEqual([
        [
          'STORE_SIZES',
          '1 hour',
          [
            ['store_id', 'VARCHAR(16777216)'],
            ['size', 'NUMBER(5,1)'],
          ],
        ],
      ])
      expect(tableText(found[0]!.text!)!.query).toBe('SELECT STORE_ID, SIZE FROM EMULATED.S.STORES')
      expect((await dynamicTables(driver, of, null))!.map(t => t.name).toSorted()).toEqual(['OTHERS', 'STORE_SIZES'])
      expect(await dynamicTables(driver, { catalog: 'emulated', schema: 'nowhere' }, null)).toBeNull()
    } finally {
      await close()
    }
  })
})
