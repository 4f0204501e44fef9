import { describe, expect, it } from 'vitest'
import type { ServedChange, ServedSpec } from '../../compiler/emit/index.ts'
import { createFunction, dropFunction, servedStatements } from '../../compiler/emit/index.ts'
import type { Served, ServingKind } from '../../compiler/ir/serving-kind.ts'
import { servingKinds } from '../../compiler/ir/serving-kind.ts'
import { decimal, int, text, time } from '../../compiler/ir/type.ts'
import { checkSnowflake } from '../support/grammar.ts'

const name = { catalog: 'dw', schema: 'ml', name: 'vw_x' }
const statements = servedStatements('snowflake')

function spec(kind: ServingKind, rest: Partial<Served> = {}): ServedSpec {
  return {
    name,
    served: { kind, lag: 300, refresh: 'incremental', initialize: 'on create', clusterBy: [], warehouse: 'wh', why: '', reads: [], ...rest },
    columns: [
      { name: 'id', type: text, comment: "the customer's" },
      { name: 'n', type: int, comment: null },
    ],
    keys: ['id'],
    query: 'SELECT 1',
    rows: kind === 'materialized view' ? { columns: ['id', 'n'], query: 'SELECT 2' } : null,
    comment: 'what [mark]',
  }
}

const nothing: ServedChange = { lag: false, warehouse: false, clusterBy: false, resume: false, columns: [] }
const all: ServedChange = {
  lag: true,
  warehouse: true,
  clusterBy: true,
  resume: true,
  columns: [
    { name: 'n', comment: 'count' },
    { name: 'id', comment: null },
  ],
}

describe('objects that Snowflake keeps current', () => {
  it('dynamic table', () => {
    expect(statements.create(spec('dynamic table', { clusterBy: ['id'], lag: 86_400 }))).toEqual([
      `CREATE OR REPLACE DYNAMIC TABLE "DW"."ML"."VW_X" (
  "ID" VARCHAR COMMENT 'the customer''s',
  "N" NUMBER(38, 0)
)
TARGET_LAG = '1 day'
WAREHOUSE = "WH"
REFRESH_MODE = INCREMENTAL
INITIALIZE = ON_CREATE
CLUSTER BY ("ID")
COMMENT = 'what [mark]'
COPY GRANTS
AS
SELECT 1`,
    ])
    expect(statements.create(spec('dynamic table', { lag: 'downstream', refresh: 'full', initialize: 'on schedule' }))[0]).toContain(
      'TARGET_LAG = DOWNSTREAM\nWAREHOUSE = "WH"\nREFRESH_MODE = FULL\nINITIALIZE = ON_SCHEDULE',
    )
  })

  it.each([
    [90, "'90 seconds'"],
    [60, "'1 minute'"],
    [7200, "'2 hours'"],
    [172_800, "'2 days'"],
  ])('a lag of %i seconds', (lag, shown) => {
    expect(statements.create(spec('dynamic table', { lag }))[0]).toContain(`TARGET_LAG = ${shown}`)
  })

  it('a warehouse with a name that needs quotes keeps its case', () => {
    expect(statements.create(spec('dynamic table', { warehouse: 'my "wh"' }))[0]).toContain('WAREHOUSE = "my ""wh"""')
  })

  it('interactive table', () => {
    expect(statements.create(spec('interactive table', { clusterBy: ['id'] }))).toEqual([
      `CREATE OR REPLACE INTERACTIVE TABLE "DW"."ML"."VW_X"\nCLUSTER BY ("ID")\nTARGET_LAG = '5 minutes'\nWAREHOUSE = "WH"\nCOPY GRANTS\nCOMMENT = 'what [mark]'\nAS\nSELECT 1`,
    ])
  })

  it('online feature table, with the view that it selects from', () => {
    expect(statements.create(spec('online feature table', { lag: 30, refresh: 'full' }))).toEqual([
      `CREATE OR REPLACE VIEW "DW"."ML"."VW_X__ROWS" (\n  "ID" COMMENT 'the customer''s',\n  "N"\n)\nCOPY GRANTS\nCOMMENT = 'what [mark]'\nAS\nSELECT 1`,
      `CREATE OR REPLACE ONLINE FEATURE TABLE "DW"."ML"."VW_X"\nPRIMARY KEY ("ID")\nTARGET_LAG = '30 seconds'\nWAREHOUSE = "WH"\nREFRESH_MODE = FULL\nTIMESTAMP_COLUMN = "FEATURE_TIME"\nCOMMENT = 'what [mark]'\nFROM "DW"."ML"."VW_X__ROWS"`,
    ])
  })

  it('materialized view, with the view that takes the newest of its rows', () => {
    expect(statements.create(spec('materialized view', { clusterBy: ['n'] }))).toEqual([
      `CREATE OR REPLACE MATERIALIZED VIEW "DW"."ML"."VW_X__ROWS"\nCOPY GRANTS\n("ID", "N")\nCOMMENT = 'what [mark]'\nCLUSTER BY ("N")\nAS\nSELECT 2`,
      `CREATE OR REPLACE VIEW "DW"."ML"."VW_X" (\n  "ID" COMMENT 'the customer''s',\n  "N"\n)\nCOPY GRANTS\nCOMMENT = 'what [mark]'\nAS\nSELECT 1`,
    ])
  })

  it('hybrid table: its key is enforced', () => {
    const columns = [
      { name: 'id', type: text, nullable: true, comment: null },
      { name: 'at', type: time, nullable: true, comment: 'when' },
    ]
    expect(statements.createKeyed({ name, columns, comment: 'mark', clusterBy: [], ifNotExists: true }, ['id'])).toEqual([
      `CREATE HYBRID TABLE IF NOT EXISTS "DW"."ML"."VW_X" (\n  "ID" VARCHAR NOT NULL,\n  "AT" TIMESTAMP_NTZ(6) COMMENT 'when',\n  PRIMARY KEY ("ID")\n)\nCOMMENT = 'mark'`,
    ])
  })

  it('are altered in place where that is possible, the mark last', () => {
    expect(statements.alter(spec('dynamic table', { clusterBy: ['n'] }), all)).toEqual([
      `ALTER DYNAMIC TABLE "DW"."ML"."VW_X" SET TARGET_LAG = '5 minutes'`,
      `ALTER DYNAMIC TABLE "DW"."ML"."VW_X" SET WAREHOUSE = "WH"`,
      `ALTER DYNAMIC TABLE "DW"."ML"."VW_X" CLUSTER BY ("N")`,
      `ALTER DYNAMIC TABLE "DW"."ML"."VW_X" ALTER COLUMN "N" COMMENT 'count'`,
      `ALTER DYNAMIC TABLE "DW"."ML"."VW_X" ALTER COLUMN "ID" UNSET COMMENT`,
      `ALTER DYNAMIC TABLE "DW"."ML"."VW_X" RESUME`,
      `ALTER DYNAMIC TABLE "DW"."ML"."VW_X" SET COMMENT = 'what [mark]'`,
    ])
    expect(statements.alter(spec('dynamic table'), { ...nothing, clusterBy: true })).toContain(`ALTER DYNAMIC TABLE "DW"."ML"."VW_X" DROP CLUSTERING KEY`)
    expect(statements.alter(spec('interactive table', { clusterBy: ['n'] }), all)).toEqual([
      `ALTER INTERACTIVE TABLE "DW"."ML"."VW_X" SET TARGET_LAG = '5 minutes'`,
      `ALTER INTERACTIVE TABLE "DW"."ML"."VW_X" SET WAREHOUSE = "WH"`,
      `ALTER TABLE "DW"."ML"."VW_X" CLUSTER BY ("N")`,
      `ALTER INTERACTIVE TABLE "DW"."ML"."VW_X" RESUME`,
      `COMMENT ON TABLE "DW"."ML"."VW_X" IS 'what [mark]'`,
    ])
    expect(statements.alter(spec('online feature table'), { ...nothing, warehouse: true })).toEqual([
      `ALTER ONLINE FEATURE TABLE "DW"."ML"."VW_X" SET WAREHOUSE = "WH"`,
      `ALTER ONLINE FEATURE TABLE "DW"."ML"."VW_X" SET COMMENT = 'what [mark]'`,
    ])
    expect(statements.alter(spec('materialized view'), { ...nothing, clusterBy: true })[0]).toBe(
      `ALTER MATERIALIZED VIEW "DW"."ML"."VW_X__ROWS" DROP CLUSTERING KEY`,
    )
    expect(statements.alter(spec('view'), nothing)[0]).toMatch(/^CREATE OR REPLACE VIEW/)
  })

  it('are dropped with what stands beside them', () => {
    const dropped = (kind: ServingKind): readonly string[] => statements.drop(kind, name)
    expect(dropped('dynamic table')).toEqual(['DROP DYNAMIC TABLE IF EXISTS "DW"."ML"."VW_X"'])
    expect(dropped('interactive table')).toEqual(['DROP TABLE IF EXISTS "DW"."ML"."VW_X"'])
    expect(dropped('online feature table')).toEqual(['DROP ONLINE FEATURE TABLE IF EXISTS "DW"."ML"."VW_X"', 'DROP VIEW IF EXISTS "DW"."ML"."VW_X__ROWS"'])
    expect(dropped('materialized view')).toEqual(['DROP VIEW IF EXISTS "DW"."ML"."VW_X"', 'DROP MATERIALIZED VIEW IF EXISTS "DW"."ML"."VW_X__ROWS"'])
    expect(dropped('view')).toEqual(['DROP VIEW IF EXISTS "DW"."ML"."VW_X"'])
  })

  it('are known by their mark', () => {
    expect(statements.probe('dynamic table', name, "it's")).toBe(
      `SELECT COUNT(*) > 0 AS "DONE" FROM "DW"."INFORMATION_SCHEMA"."TABLES" WHERE "TABLE_SCHEMA" = 'ML' AND "TABLE_NAME" = 'VW_X' AND "COMMENT" = 'it''s'`,
    )
    expect(statements.probe('online feature table', name, 'm')).toBe(
      `SHOW ONLINE FEATURE TABLES LIKE 'VW_X' IN SCHEMA "DW"."ML" ->> SELECT COUNT(*) > 0 AS "DONE" FROM $1 WHERE "name" = 'VW_X' AND "comment" = 'm'`,
    )
  })

  it('are none on DuckDB', () => {
    expect(() => servedStatements('duckdb')).toThrow('keeps no object current')
  })
})

describe('the statements of every kind', () => {
  it('are Snowflake SQL', () => {
    const table = { name, columns: [{ name: 'id', type: text, nullable: true, comment: 'key' }], comment: 'mark', clusterBy: [], ifNotExists: true }
    const printed = servingKinds.flatMap(kind => {
      const made = spec(kind, { clusterBy: ['id'] })
      const altered = statements.alter(made, all)
      return [...statements.create(made), ...altered, ...statements.drop(kind, name), statements.probe(kind, name, 'm')!]
    })
    const lags = [
      statements.create(spec('dynamic table', { lag: 'downstream', refresh: 'full', initialize: 'on schedule' })),
      statements.createKeyed(table, ['id']),
    ]
    checkSnowflake([...new Set([...printed, ...lags.flat()])])
  }, 60_000)
})

describe('functions of rows', () => {
  const f = {
    name,
    parameters: [{ name: 'usd', type: decimal(12, 2) }],
    columns: [
      { name: 'id', type: text },
      { name: 'n', type: int },
    ],
    query: 'SELECT 1',
    comment: 'why',
  }

  it('on Snowflake', () => {
    expect(createFunction(f, 'snowflake')).toEqual([
      `CREATE OR REPLACE FUNCTION "DW"."ML"."VW_X"("USD" NUMBER(12, 2))\nCOPY GRANTS\nRETURNS TABLE (\n  "ID" VARCHAR,\n  "N" NUMBER(38, 0)\n)\nCOMMENT = 'why'\nAS $$\nSELECT 1\n$$`,
    ])
    expect(createFunction({ ...f, query: "SELECT '$$'" }, 'snowflake')[0]).toMatch(/AS 'SELECT ''\$\$''.$/)
    expect(dropFunction(name, f.parameters, 'snowflake')).toEqual(['DROP FUNCTION IF EXISTS "DW"."ML"."VW_X"(NUMBER(12, 2))'])
  })

  it('on DuckDB', () => {
    const own = { ...f, name: { ...name, catalog: null } }
    expect(createFunction(own, 'duckdb')).toEqual([`CREATE OR REPLACE MACRO "ml"."vw_x"("usd") AS TABLE\nSELECT 1`])
    expect(dropFunction(own.name, f.parameters, 'duckdb')).toEqual(['DROP MACRO TABLE IF EXISTS "ml"."vw_x"'])
  })
})
