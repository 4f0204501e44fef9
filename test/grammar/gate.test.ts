import { describe, expect, it } from 'vitest'
import { aggregates, filtered, windows } from '../../compiler/emit/snowflake/aggregates.ts'
import { functions } from '../../compiler/emit/snowflake/functions.ts'
import { objectionOf } from './gate.ts'
import { statementsOfKinds } from './kinds.ts'
import { rules } from './snowflake/index.ts'
import { writtenStatements } from './statements-under-test.ts'

describe('our own grammar of Snowflake', () => {
  const written = writtenStatements()

  it('accepts every statement of the golden cases and of the generated files', () => {
    expect(written.length).toBeGreaterThan(300)
    expect(written.flatMap(({ file, sql }) => (objectionOf(sql) === null ? [] : [`${file}: ${objectionOf(sql)}`]))).toEqual([])
  })

  it.each(statementsOfKinds())('accepts a $kind: $sql', ({ sql }) => {
    expect(objectionOf(sql)).toBeNull()
  })

  it('knows every function that our templates call', () => {
    const texts = [functions, aggregates, filtered, windows].flatMap(table => Object.values(table)).filter(t => typeof t === 'string')
    const called = new Set(texts.flatMap(t => [...t.matchAll(/\b([A-Z_][A-Z_0-9]*)\(/g)].map(found => found[1]!)))
    const known = new Set(wordsOf(rules.get('known-call')!.rule).concat(wordsOf(rules.get('known-call-of-parts')!.rule)))
    expect(called.size).toBeGreaterThan(30)
    const types = ['NUMBER', 'TIMESTAMP_NTZ']
    expect([...called].filter(name => !known.has(name) && !types.includes(name))).toEqual([])
  })

  it('refuses what other engines take', () => {
    const foreign = [
      'SELECT "A" FROM "T" FILTER (WHERE TRUE)',
      'SELECT COUNT(*) FILTER (WHERE "A" > 1) FROM "T"',
      'SELECT "A"::HUGEINT FROM "T"',
      'SELECT LIST("A") FROM "T"',
      "SELECT * FROM READ_PARQUET('x')",
      'CREATE TABLE "T" AS SELECT 1 AS "A" WITH NO DATA',
      'CREATE OR REPLACE TABLE IF NOT EXISTS "T" ("A" FLOAT)',
      'INSERT INTO "T" SELECT 1 ON CONFLICT DO NOTHING',
      'SELECT ROW_NUMBER() FROM "T"',
      'SELECT ROW_NUMBER() OVER () FROM "T"',
      'SELECT "A" FROM "T" LIMIT',
      'SELECT 1;',
      '',
    ]
    expect(foreign.filter(sql => objectionOf(sql) === null)).toEqual([])
  })

  it('says the place, what it found and what it expected', () => {
    expect(objectionOf('DELETE\nFORM "T"')).toBe(['line 2, column 1: found FORM, expected FROM', '  FORM "T"', '  ^'].join('\n'))
    expect(objectionOf('SELECT "A"\n  FORM "T"')).toMatch(
      /^line 2, column 3: found FORM, expected '.' or an operator or AND or OR or AS or an alias or ',' or INTO or FROM or/,
    )
    expect(objectionOf('SELECT CAST("A" AS NUMBR) FROM "T"')).toMatch(/^line 1, column 20: found NUMBR, expected a type\n/)
    expect(objectionOf('CREATE DYNAMIC TABLE "T" TARGET_LAG = \'soon\' WAREHOUSE = "W" AS SELECT 1')).toMatch(
      /found 'soon', expected a lag such as '5 minutes' or DOWNSTREAM/,
    )
    expect(objectionOf("SELECT 'a")).toMatch(/that nothing closes/)
    expect(objectionOf('SELECT fance FROM "T"')).toMatch(/listed in test\/grammar\/names.ts/)
  })

  it('tells what is wrong within a block at its place in the whole', () => {
    const sql = 'CREATE PROCEDURE "P" () RETURNS VARCHAR LANGUAGE SQL AS\n$$\nBEGIN\nDELET FROM "T";\nEND;\n$$'
    expect(objectionOf(sql)).toMatch(/^line 4, column 1: found DELET/)
  })
})

function wordsOf(rule: unknown): readonly string[] {
  return [...JSON.stringify(rule).matchAll(/"kind":"word","text":"(\w+)"/g)].map(found => found[1]!)
}
