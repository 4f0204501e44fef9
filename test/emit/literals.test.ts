import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { literal, printQuery, qualified, quote, typeSql } from '../../compiler/emit/index.ts'
import type { LiteralValue } from '../../compiler/ir/scalar.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, json, text, time } from '../../compiler/ir/type.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { checkSnowflake } from '../support/grammar.ts'

let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

/** To the byte: what each engine gets for a value. */
const bytes: readonly (readonly [value: LiteralValue, type: Type, duckdb: string, snowflake: string])[] = [
  ['plain', text, "'plain'", "'plain'"],
  ["it's", text, "'it''s'", "'it''s'"],
  ['a\\b', text, "'a\\b'", "'a\\\\b'"],
  ["\\'", text, "'\\'''", "'\\\\'''"],
  ['a\nb', text, "'a\nb'", "'a\nb'"],
  ['$$ -- /* ; " ${x}', text, "'$$ -- /* ; \" ${x}'", "'$$ -- /* ; \" ${x}'"],
  ['é🦆', text, "'é🦆'", "'é🦆'"],
  ['', text, "''", "''"],
  [null, text, 'CAST(NULL AS VARCHAR)', 'CAST(NULL AS VARCHAR)'],
  [true, flag, 'TRUE', 'TRUE'],
  [false, flag, 'FALSE', 'FALSE'],
  [5, int, '5', '5'],
  [-5, int, '-5', '-5'],
  ['12345678901234567890', int, '12345678901234567890', '12345678901234567890'],
  [1e21, int, '1000000000000000000000', '1000000000000000000000'],
  ['-1.50', decimal(12, 2), '-1.50', '-1.50'],
  [1.5, float, '1.5e0', 'CAST(1.5 AS FLOAT)'],
  [-0, float, '0e0', 'CAST(0 AS FLOAT)'],
  [1e300, float, '1e+300', "CAST('1e+300' AS FLOAT)"],
  [0.1 + 0.2, float, '0.30000000000000004e0', "CAST('0.30000000000000004' AS FLOAT)"],
  ['2024-02-29', date, "DATE '2024-02-29'", "DATE '2024-02-29'"],
  ['2024-02-29T10:00:00.000001Z', time, "TIMESTAMP '2024-02-29 10:00:00.000001'", "CAST('2024-02-29 10:00:00.000001' AS TIMESTAMP_NTZ(6))"],
  ['{"a":"\\n"}', json, 'CAST(\'{"a":"\\n"}\' AS JSON)', 'PARSE_JSON(\'{"a":"\\\\n"}\')'],
]

describe('literals', () => {
  it.each(bytes)('%j as %j', (value, type, duckdb, snowflake) => {
    expect(literal(value, type, 'duckdb')).toBe(duckdb)
    expect(literal(value, type, 'snowflake')).toBe(snowflake)
  })

  it('are Snowflake SQL that others can read', () => {
    checkSnowflake(bytes.map(([value, type]) => `SELECT ${literal(value, type, 'snowflake')} AS "X"`))
  })

  it.each([
    ['1 OR 1=1', int],
    ['1e5', int],
    ['', decimal(12, 2)],
    [true, int],
    ['x', float],
    [Number.NaN, float],
    [Number.POSITIVE_INFINITY, float],
    ['2024-02-30', date],
    ["2024-01-01'", date],
    ['yesterday', time],
    ['2024-01-01T25:00:00Z', time],
    ['2024-01-01T00:00:00+02:00', time],
    ['a\0b', text],
    ['\ud800', text],
  ] as const)('%j as %j is refused', (value, type) => {
    for (const dialect of ['duckdb', 'snowflake'] as const) expect(() => literal(value, type, dialect)).toThrow()
  })
})

/** Quotes, backslashes, comments, ends of statements and line breaks far more often than chance would have them. */
const nasty = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom("'", '"', '\\', '\n', '\r', '--', '/*', ';', '$$', '$1', '%', '\u2028', "\\'", "''"),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  .filter(s => !s.includes('\0') && !/\p{Surrogate}/u.test(s))

describe('on DuckDB', () => {
  it('every text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async value => {
        const [row] = await driver.query(`SELECT ${literal(value, text, 'duckdb')} AS "v"`)
        expect(row).toEqual({ v: value })
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  it('every text comes back from within a nested query, whatever its indentation', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async value => {
        const rows = { kind: 'values', columns: [{ name: 'v', type: text }], rows: [[{ kind: 'literal', value, type: text }]] } as const
        const [row] = await driver.query(printQuery({ kind: 'with', parts: [{ name: 'p', of: rows }], body: { kind: 'table', name: 'p' } }, 'duckdb', null))
        expect(row).toEqual({ v: value })
      }),
      { numRuns: 100, seed: 2 },
    )
  })

  it('every name is one name', async () => {
    await fc.assert(
      fc.asyncProperty(
        nasty.map(s => s.toLowerCase()).filter(s => s !== ''),
        async name => {
          const [row] = await driver.query(`SELECT 1 AS ${quote(name, 'duckdb')}`)
          expect(Object.keys(row!)).toEqual([name])
        },
      ),
      { numRuns: 200, seed: 3 },
    )
  })

  it('every float comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async value => {
        const [row] = await driver.query(`SELECT ${literal(value, float, 'duckdb')} AS "v"`)
        expect(row).toEqual({ v: value === 0 ? 0 : value })
      }),
      { numRuns: 300, seed: 4 },
    )
  })
})

/** The end of a Snowflake literal as its manual has it: a backslash takes the next character along, a doubled quote is one. */
function readSnowflake(sql: string): string {
  let value = ''
  for (let i = 1; i < sql.length - 1; i++) {
    if (sql[i] === '\\' || sql[i] === "'") i++
    if (i === sql.length - 1) throw new Error(`${sql} ends early`)
    value += sql[i]
  }
  return value
}

it('every text reads back from its Snowflake literal', () => {
  fc.assert(
    fc.property(nasty, value => {
      expect(readSnowflake(literal(value, text, 'snowflake'))).toBe(value)
    }),
    { numRuns: 1000, seed: 5 },
  )
})

it('nasty Snowflake literals are read by others as one literal', () => {
  const values = fc.sample(nasty, { numRuns: 60, seed: 6 })
  checkSnowflake(values.map(value => `SELECT ${literal(value, text, 'snowflake')} AS ${quote('x"y', 'snowflake')}`))
})

describe('names', () => {
  it('are upper case on Snowflake and lower case on DuckDB, always quoted', () => {
    expect([quote('order_id', 'snowflake'), quote('order_id', 'duckdb')]).toEqual(['"ORDER_ID"', '"order_id"'])
    expect([quote('a"b', 'snowflake'), quote('a"b', 'duckdb')]).toEqual(['"A""B"', '"a""b"'])
  })

  it('have a catalog only where there is one', () => {
    expect(qualified({ catalog: 'db', schema: 's', name: 't' }, 'snowflake')).toBe('"DB"."S"."T"')
    expect(qualified({ catalog: null, schema: 's', name: 't' }, 'duckdb')).toBe('"s"."t"')
  })
})

it('types', () => {
  const all = [text, flag, int, float, date, time, json, decimal(12, 2)]
  expect(all.map(t => [typeSql(t, 'duckdb'), typeSql(t, 'snowflake')])).toEqual([
    ['VARCHAR', 'VARCHAR'],
    ['BOOLEAN', 'BOOLEAN'],
    ['BIGINT', 'NUMBER(38, 0)'],
    ['DOUBLE', 'FLOAT'],
    ['DATE', 'DATE'],
    ['TIMESTAMP', 'TIMESTAMP_NTZ(6)'],
    ['JSON', 'VARIANT'],
    ['DECIMAL(12, 2)', 'NUMBER(12, 2)'],
  ])
})
