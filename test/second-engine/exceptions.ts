import type { Value } from '../../registry/driver/driver.ts'

/** Text for Snowflake that the second engine refuses or takes for something else. Whatever is not listed here runs as it stands. */
export interface Exception {
  readonly title: string
  readonly kind: 'refused' | 'misread'
  readonly reason: string
  /** What vouches for the text in its place. */
  readonly otherProof: string
  /** No golden case has it, only the example platform. */
  readonly onlyPlatform?: true
  readonly applies: (sql: string) => boolean
  /** The nearest text that the engine takes as it is meant; null: nothing runs in its place. */
  readonly instead: ((sql: string, now: string) => string) | null
  /** A statement that shows it: what the engine makes of it (an error where that is null), and what is due. An entry whose statement comes out right has to go. */
  readonly shown: { readonly sql: string; readonly gives: Value; readonly due: Value }
}

/** The moment of a query, as our text has it. */
const moment = "CAST(CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP()) AS TIMESTAMP_NTZ(6))"

/** A step into a VARIANT: of a column, or of what was stepped into before. */
const step = /GET\(("[^()]*?), ('(?:[^']|'')*'|\d+)\)/

function bracketed(sql: string): string {
  return step.test(sql) ? bracketed(sql.replace(step, '$1[$2]')) : sql
}

export const exceptions: readonly Exception[] = [
  {
    title: 'a procedure',
    kind: 'refused',
    reason: 'it knows no Snowflake Scripting; the statements of the body are run one by one for each interval',
    otherProof: 'the wrapper was never run: the grammar gate reads it, and the emulator takes it apart',
    applies: sql => /^(CREATE OR REPLACE|DROP) PROCEDURE /.test(sql),
    instead: null,
    shown: {
      sql: 'CREATE OR REPLACE PROCEDURE "SHOP"."RAW"."P" ()\nRETURNS VARCHAR\nLANGUAGE SQL\nAS\n$$\nBEGIN\n  RETURN \'x\';\nEND\n$$',
      gives: null,
      due: null,
    },
  },
  {
    title: 'a clone in the place of a table',
    kind: 'refused',
    reason: 'its parser knows no COPY GRANTS behind the table that is cloned, and without it forgets OR REPLACE',
    otherProof: 'the grammar gate; the emulator carries the statement out',
    applies: sql => /^CREATE OR REPLACE TABLE \S+ CLONE \S+ COPY GRANTS$/.test(sql),
    instead: sql => sql.replace(/ CLONE (\S+) COPY GRANTS$/, ' AS SELECT * FROM $1'),
    shown: { sql: 'CREATE OR REPLACE TABLE "SHOP"."RAW"."COPY" CLONE "SHOP"."RAW"."SHOWN" COPY GRANTS', gives: null, due: null },
  },
  {
    title: 'an apostrophe in the comment of a table or view',
    kind: 'refused',
    reason: 'it writes the comment into a statement of its own without doubling the apostrophe',
    otherProof: 'the escaping table of test/emit/literals.test.ts; the emulator reads the comment back',
    applies: sql => /^CREATE [^]*\nCOMMENT = '[^]*?''[^]*?'(\nAS\n|$)/.test(sql),
    instead: sql => sql.replace(/\nCOMMENT = '(?:[^']|'')*'/, ''),
    shown: { sql: 'CREATE OR REPLACE VIEW "SHOP"."RAW"."SEEN" (\n  "N"\n)\nCOMMENT = \'it\'\'s\'\nAS\nSELECT 1 AS "N"', gives: null, due: null },
  },
  {
    title: 'text out of a VARIANT',
    kind: 'misread',
    reason: 'the cast of what GET gives keeps the quotes of JSON; it knows the cast only of paths in brackets',
    otherProof: 'the semantics table: casting a VARIANT that holds a text gives the text',
    applies: sql => step.test(sql),
    instead: bracketed,
    shown: { sql: 'SELECT CAST(GET("S"."V", \'a\') AS VARCHAR) AS "V" FROM "SHOP"."RAW"."SHOWN" AS "S"', gives: '"x"', due: 'x' },
  },
  {
    title: 'the upper half of an MD5',
    kind: 'refused',
    reason: 'it writes the name of the function apart',
    otherProof: 'the example in the documentation of MD5_NUMBER_UPPER64, which Node gives too',
    applies: sql => sql.includes('MD5_NUMBER_UPPER64('),
    instead: sql => sql.replaceAll(/BITSHIFTRIGHT\(MD5_NUMBER_UPPER64\(((?:[^()]|\([^()]*\))*)\), 12\)/g, "CAST('0x' || SUBSTR(MD5($1), 1, 13) AS BIGINT)"),
    shown: { sql: "SELECT BITSHIFTRIGHT(MD5_NUMBER_UPPER64('Snowflake'), 12) AS V", gives: null, due: null },
  },
  {
    title: 'the moment of a query',
    kind: 'misread',
    reason: 'its clock is that of the machine, and the rows of the tests are of another time',
    otherProof: 'the emulator, whose clock can be set',
    applies: sql => sql.includes(moment),
    instead: (sql, now) => sql.replaceAll(moment, `CAST('${now.slice(0, 19).replace('T', ' ')}' AS TIMESTAMP_NTZ(6))`),
    shown: { sql: `SELECT ${moment} < CAST('2026-02-10 06:00:01' AS TIMESTAMP_NTZ(6)) AS "V"`, gives: false, due: true },
  },
  {
    title: 'a warehouse, grant, task, alert or data metric',
    kind: 'refused',
    reason: 'it knows none, for they hold no rows',
    otherProof: 'the grammar gate; the emulator keeps them and runs tasks and alerts',
    applies: sql =>
      /^((CREATE|CREATE OR REPLACE|ALTER|DROP) (WAREHOUSE|TASK|ALERT)|GRANT|REVOKE|ALTER TABLE \S+ (SET DATA_METRIC_SCHEDULE|(ADD|MODIFY|DROP) DATA METRIC FUNCTION)) /.test(
        sql,
      ),
    instead: null,
    shown: { sql: 'ALTER TASK IF EXISTS "SHOP"."RAW"."T" SUSPEND', gives: null, due: null },
  },
  {
    title: 'a query that is explained',
    kind: 'refused',
    reason: 'it knows no form of a plan; the query itself is run',
    otherProof: 'the grammar gate; the emulator explains it',
    onlyPlatform: true,
    applies: sql => sql.startsWith('EXPLAIN USING TEXT'),
    instead: sql => sql.replace(/^EXPLAIN USING TEXT\s+/, ''),
    shown: { sql: 'EXPLAIN USING TEXT SELECT 1 AS "N"', gives: null, due: null },
  },
  {
    title: 'a change of a dynamic table',
    kind: 'refused',
    reason: 'a dynamic table is a plain table there',
    otherProof: 'the grammar gate; the emulator carries it out',
    applies: sql => sql.startsWith('ALTER DYNAMIC TABLE '),
    instead: null,
    shown: { sql: 'ALTER DYNAMIC TABLE "SHOP"."RAW"."SHOWN" SET TARGET_LAG = \'1 hour\'', gives: null, due: null },
  },
  {
    title: 'the end of a dynamic table',
    kind: 'refused',
    reason: 'a dynamic table is a plain table there',
    otherProof: 'the grammar gate; the emulator carries it out',
    applies: sql => sql.startsWith('DROP DYNAMIC TABLE '),
    instead: sql => sql.replace(' DYNAMIC', ''),
    shown: { sql: 'DROP DYNAMIC TABLE IF EXISTS "SHOP"."RAW"."ENDED"', gives: null, due: null },
  },
  {
    title: 'a hybrid table',
    kind: 'refused',
    reason: 'it knows no such tables',
    otherProof: 'the grammar gate; the emulator keeps one',
    applies: sql => sql.startsWith('CREATE HYBRID TABLE '),
    instead: sql => sql.replace(' HYBRID', '').replace(/,\n  PRIMARY KEY \([^)]*\)/, ''),
    shown: { sql: 'CREATE HYBRID TABLE IF NOT EXISTS "SHOP"."RAW"."H" (\n  "A" VARCHAR NOT NULL,\n  PRIMARY KEY ("A")\n)', gives: null, due: null },
  },
  {
    title: 'an interactive table',
    kind: 'refused',
    reason: 'it knows no such tables; its query is run again after the fills, as a refresh would',
    otherProof: 'the grammar gate; the emulator keeps one',
    applies: sql => sql.startsWith('CREATE OR REPLACE INTERACTIVE TABLE '),
    instead: sql => sql.replace(/ INTERACTIVE TABLE (\S+)\n[^]*?\nAS\n/, ' TABLE $1 AS\n'),
    shown: { sql: 'CREATE OR REPLACE INTERACTIVE TABLE "SHOP"."RAW"."I"\nCLUSTER BY ("A")\nAS\nSELECT 1 AS "A"', gives: null, due: null },
  },
  {
    title: 'an online feature table',
    kind: 'refused',
    reason: 'it knows no such tables; a view over the rows that it is made from stands in',
    otherProof: 'the grammar gate; the emulator keeps one',
    applies: sql => sql.startsWith('CREATE OR REPLACE ONLINE FEATURE TABLE '),
    instead: sql => sql.replace(/^CREATE OR REPLACE ONLINE FEATURE TABLE (\S+)\n[^]*\nFROM (\S+)$/, 'CREATE OR REPLACE VIEW $1 AS SELECT * FROM $2'),
    shown: {
      sql: 'CREATE OR REPLACE ONLINE FEATURE TABLE "SHOP"."RAW"."O"\nPRIMARY KEY ("V")\nTARGET_LAG = \'30 seconds\'\nFROM "SHOP"."RAW"."SHOWN"',
      gives: null,
      due: null,
    },
  },
  {
    title: 'a function that gives a table',
    kind: 'refused',
    reason: 'it knows none',
    otherProof: 'the grammar gate; the emulator calls it',
    applies: sql => sql.startsWith('CREATE OR REPLACE FUNCTION '),
    instead: null,
    shown: {
      sql: 'CREATE OR REPLACE FUNCTION "SHOP"."RAW"."F" ("X" NUMBER(38, 0))\nRETURNS TABLE ("A" NUMBER(38, 0))\nAS\n$$\nSELECT "X" AS "A"\n$$',
      gives: null,
      due: null,
    },
  },
  {
    title: 'a span added to a date, and the start of its month, quarter or year',
    kind: 'misread',
    reason: 'it gives a timestamp, midnight of the date, unless the date is in a column of a table that it knows',
    otherProof: 'the semantics table, and the documentation of DATEADD and DATE_TRUNC, by which a date stays a date',
    applies: () => false,
    instead: null,
    shown: {
      sql: 'SELECT DATE_TRUNC(\'month\', "S"."D") AS "V" FROM (SELECT DATE \'2024-05-17\' AS "D") AS "S"',
      gives: '2024-05-01T00:00:00Z',
      due: '2024-05-01',
    },
  },
  {
    title: 'NULLs in ARRAY_AGG with an order',
    kind: 'misread',
    reason: 'it keeps them, where it leaves them out without an order',
    otherProof: 'the semantics table: the documentation of ARRAY_AGG leaves NULLs out',
    applies: () => false,
    instead: null,
    shown: {
      sql: 'SELECT ARRAY_SIZE(ARRAY_AGG("S"."V") WITHIN GROUP (ORDER BY "S"."O" DESC NULLS LAST)) AS "V" FROM (SELECT 3 AS "V", 1 AS "O" UNION ALL SELECT NULL, 2) AS "S"',
      gives: 2,
      due: 1,
    },
  },
  {
    title: 'a time that no day has, where NULL is asked for',
    kind: 'refused',
    reason: 'TRY_CAST of such a text is an error there',
    otherProof: 'the documentation of TRY_CAST gives NULL for what cannot be cast',
    applies: () => false,
    instead: null,
    shown: { sql: 'SELECT TRY_CAST(\'2024-01-01T25:00:00\' AS TIMESTAMP_NTZ(6)) AS "V"', gives: null, due: null },
  },
  {
    title: 'MAX_BY and MIN_BY of a NULL',
    kind: 'misread',
    reason: 'it leaves out rows without a value',
    otherProof: 'none: that a NULL is given is assumed (docs/semantics.md), and looked at by the live suite',
    applies: () => false,
    instead: null,
    shown: { sql: 'SELECT MAX_BY("S"."V", "S"."O") AS "V" FROM (SELECT 3 AS "V", 1 AS "O" UNION ALL SELECT NULL, 2) AS "S"', gives: 3, due: null },
  },
  {
    title: 'a float made an integer',
    kind: 'misread',
    reason: 'halves go to the even neighbour, as on the engine below it',
    otherProof: 'the semantics table: the documentation of conversions rounds halves away from zero',
    applies: () => false,
    instead: null,
    shown: { sql: 'SELECT CAST(CAST(2.5 AS FLOAT) AS NUMBER(38, 0)) AS "V"', gives: 2, due: 3 },
  },
]

/** The text that the engine takes as ours is meant. */
export function asTaken(sql: string, now: string): { readonly met: readonly Exception[]; readonly text: string | null } {
  const met = exceptions.filter(e => e.applies(sql))
  return { met, text: met.reduce<string | null>((text, e) => (text === null || e.instead === null ? null : e.instead(text, now)), sql) }
}
