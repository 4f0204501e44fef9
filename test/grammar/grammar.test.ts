import { describe, expect, it } from 'vitest'
import { checkSnowflake, hasGrammar, objections } from '../support/grammar.ts'

const accepted = [
  'SELECT\n  "T"."A" AS "A"\nFROM "S"."T" AS "T"\nQUALIFY ROW_NUMBER() OVER (PARTITION BY "T"."A" ORDER BY "T"."B" DESC NULLS LAST) = 1',
  'CREATE TABLE "S"."T" (\n  "A" NUMBER(38, 0) NOT NULL COMMENT \'it\'\'s\'\n)\nCLUSTER BY ("A")\nCOMMENT = \'x\'',
  'CREATE OR REPLACE VIEW "S"."V" (\n  "A"\n)\nCOPY GRANTS\nAS\nSELECT\n  "T"."A" AS "A"\nFROM "S"."T" AS "T"',
]

/** One mistake each, of the kinds that a printer could make. */
const mutated: readonly (readonly [from: string, to: string])[] = [
  ['SELECT', 'SELEC'],
  ['"A" AS', '"A" AS AS'],
  ['FROM', 'FORM'],
  ['QUALIFY', 'QUALIFY QUALIFY'],
  ['NULLS LAST', 'NULLS'],
  ['ROW_NUMBER', 'ROW_NUMBR'],
  ['PARTITION BY', 'PARTITION'],
  [') = 1', ' = 1'],
  ['NOT NULL', 'NOT NUL'],
  ["''s'", "'s'"],
  ['CLUSTER BY', 'CLUSTER'],
  ['COMMENT =', 'COMENT ='],
  ['COPY GRANTS', 'COPY GRANT'],
  ['CREATE OR', 'CREATE'],
  ['\nAS\n', '\n'],
]

describe.skipIf(!hasGrammar())('the grammar gate', () => {
  it('accepts what is Snowflake SQL', () => {
    expect(() => checkSnowflake(accepted)).not.toThrow()
  })

  it('refuses two statements in one, and none', () => {
    expect(objections(['SELECT 1; SELECT 2', '']).every(o => o !== null)).toBe(true)
  })

  it('refuses each mutated statement', () => {
    const broken = mutated.flatMap(([from, to]) => accepted.filter(sql => sql.includes(from)).map(sql => sql.replace(from, to)))
    expect(broken.length).toBeGreaterThan(mutated.length)
    const found = objections(broken)
    expect(broken.filter((_, i) => found[i] === null)).toEqual([])
  })

  it('names what it objects to', () => {
    expect(() => checkSnowflake([...accepted, 'SELECT 1 AS'])).toThrow(/1 of 4 statements[^]*SELECT 1 AS/)
  })
})
