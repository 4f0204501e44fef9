import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printQuery } from '../../compiler/emit/index.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { Value } from '../../registry/driver/driver.ts'
import { functionCases, onColumns } from '../emit/function-cases.ts'
import { semantics } from '../semantics/index.ts'
import { like } from '../semantics/like.ts'
import { hasFakesnow, startFakesnow } from '../support/fakesnow.ts'
import type { SecondEngine } from '../support/fakesnow.ts'
import { asTaken, exceptions } from './exceptions.ts'

const dates = 'a span added to a date, and the start of its month, quarter or year'
const halves = 'a float made an integer'
/** Cases that the engine gets wrong, and the exception that says why. */
const wrong: readonly (readonly [cases: RegExp, exception: string])[] = [
  [/^function datePlus: /, dates],
  [/^function datePlus of "[-0-9]+", -?\d+ /, dates],
  [/^function truncate: (a date stays|weeks begin)/, dates],
  [/^function truncate of "[-0-9]+", /, dates],
  [/^aggregate argMax: a NULL in the row/, 'MAX_BY and MIN_BY of a NULL'],
  [/^rounding cast to int: (halves go|also below)/, halves],
]

const now = '2026-02-10T06:00:00Z'

interface Case {
  readonly title: string
  readonly relation: Relation
  readonly expected: Value
}
const cases: readonly Case[] = [
  ...semantics.map(s => ({ title: `${s.of}: ${s.says}`, relation: s.relation, expected: s.expected })),
  ...functionCases.map(c => ({ title: `function ${c.fn} ${c.title}`, relation: onColumns(c.fn, c.args), expected: c.expected })),
]

describe.skipIf(!hasFakesnow())('the Snowflake text on a second engine', () => {
  let engine: SecondEngine
  beforeAll(async () => {
    engine = await startFakesnow('SHOP')
    await engine.driver.execute('CREATE SCHEMA "SHOP"."RAW"')
    await engine.driver.execute('CREATE TABLE "SHOP"."RAW"."SHOWN" AS SELECT PARSE_JSON(\'{"a": "x"}\') AS "V"')
  })
  afterAll(() => engine.close())

  it.each(cases)('means what the table says, $title', async ({ title, relation, expected }) => {
    const { text } = asTaken(printQuery(relation, 'snowflake', null), now)
    const found = (await engine.driver.query(text!)).map(r => r['v'])
    if (wrong.some(([these]) => these.test(title))) expect(found).not.toEqual([like(expected)])
    else expect(found).toEqual([like(expected)])
  })

  it('has an exception for every case that comes out wrong', () => {
    const titles = new Set(exceptions.map(e => e.title))
    expect(wrong.filter(([these, exception]) => !titles.has(exception) || !cases.some(c => these.test(c.title)))).toEqual([])
  })

  it.each(exceptions)('needs the exception: $title', async ({ kind, instead, shown }) => {
    const { driver } = engine
    if (kind === 'refused') {
      await expect(driver.execute(shown.sql)).rejects.toThrow()
      if (instead !== null) await driver.execute(instead(shown.sql, now))
    } else {
      expect(Object.values((await driver.query(shown.sql))[0]!)).toEqual([shown.gives])
      expect(shown.gives).not.toEqual(shown.due)
      if (instead !== null) expect(Object.values((await driver.query(instead(shown.sql, now)))[0]!)).toEqual([shown.due])
    }
  })
})
