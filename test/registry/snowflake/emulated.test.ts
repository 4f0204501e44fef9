import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Driver } from '../../../registry/driver/driver.ts'
import { connectionFacts } from '../../../registry/driver/snowflake/facts.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'
import { codesOf } from '../../support/errors.ts'

const state: { open: Emulated | null } = { open: null }
const driver = (): Driver => state.open!.driver

beforeAll(async () => {
  state.open = await openEmulated({ emulator: { rowsPerChunk: 100 } })
})

afterAll(() => state.open?.close())

describe('the driver on the emulator', () => {
  it('knows who it is', async () => {
    expect(await connectionFacts(driver())).toMatchObject({ user: 'FEAT', warehouse: 'COMPUTE_WH', database: 'EMULATED' })
  })

  it('keeps values exact, whatever their type', async () => {
    const query = `SELECT CAST('12345678901234567890' AS NUMBER(38, 0)) AS "A", CAST('1.50' AS NUMBER(10, 2)) AS "B", CAST(0.1 AS FLOAT) AS "C", TRUE AS "D",
      CAST('2020-02-02 12:13:14.5' AS TIMESTAMP_NTZ) AS "E", CAST('2020-02-02' AS DATE) AS "F", 'NULL' AS "G", CAST(NULL AS VARCHAR) AS "H"`
    expect(await driver().query(query)).toEqual([
      { a: '12345678901234567890', b: '1.50', c: 0.1, d: true, e: '2020-02-02T12:13:14.500000Z', f: '2020-02-02', g: 'NULL', h: null },
    ])
  })

  it('creates, fills, reads in chunks, describes and removes a table', async () => {
    expect(await driver().execute('CREATE TABLE "EMULATED"."PUBLIC"."T" ("N" NUMBER(38, 0) NOT NULL, "S" VARCHAR)')).toBe(0)
    const values = Array.from({ length: 250 }, (_, i) => `(${i}, 's${i}')`).join(', ')
    expect(await driver().execute(`INSERT INTO "EMULATED"."PUBLIC"."T" ("N", "S") VALUES ${values}`)).toBe(250)
    const rows = await driver().query('SELECT "N", "S" FROM "EMULATED"."PUBLIC"."T" ORDER BY "N" NULLS FIRST')
    expect(rows).toHaveLength(250)
    expect(rows.at(-1)).toEqual({ n: 249, s: 's249' })
    expect((await driver().describe('SELECT * FROM "EMULATED"."PUBLIC"."T"')).map(c => [c.name, c.type])).toEqual([
      ['n', 'NUMBER(38,0)'],
      ['s', 'VARCHAR'],
    ])
    expect(await driver().execute('DROP TABLE "EMULATED"."PUBLIC"."T"')).toBe(0)
    expect(await codesOf(() => driver().query('SELECT "N" FROM "EMULATED"."PUBLIC"."T"'))).toEqual(['F656'])
  })

  it('takes a transaction back as a whole', async () => {
    await driver().execute('CREATE TABLE "EMULATED"."PUBLIC"."U" ("N" NUMBER(38, 0))')
    const insert = 'INSERT INTO "EMULATED"."PUBLIC"."U" ("N") VALUES (1)'
    expect(await codesOf(() => driver().transaction([insert, 'SELECT "NOPE" FROM "EMULATED"."PUBLIC"."U"']))).toHaveLength(1)
    expect(await driver().query('SELECT COUNT(*) AS "N" FROM "EMULATED"."PUBLIC"."U"')).toEqual([{ n: 0 }])
    expect(await driver().transaction([insert, insert])).toEqual([1, 1])
    expect(await driver().query('SELECT COUNT(*) AS "N" FROM "EMULATED"."PUBLIC"."U"')).toEqual([{ n: 2 }])
  })
})
