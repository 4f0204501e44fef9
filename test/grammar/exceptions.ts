export const parsers = ['sqlglot', 'sqlfluff'] as const
/** The two parsers that know nothing of our grammar. */
export type Parser = (typeof parsers)[number]

/** Statements that a parser does not read, though they are Snowflake SQL: why, and what proves them instead. */
export interface Exception {
  readonly parser: Parser
  /** How such a statement begins. */
  readonly of: RegExp
  /** One that our own grammar accepts and the parser does not. */
  readonly example: string
  readonly why: string
  readonly proof: string
}

const unread = 'keeps it as a command without reading it'
const others = 'our grammar and sqlfluff'
const ours = 'our grammar alone'

export const exceptions: readonly Exception[] = [
  { parser: 'sqlglot', of: /^CALL /, example: 'CALL "D"."S"."P"(1)', why: unread, proof: others },
  {
    parser: 'sqlglot',
    of: /^CREATE OR REPLACE TABLE \S+ CLONE \S+ COPY GRANTS$/,
    example: 'CREATE OR REPLACE TABLE "S"."T" CLONE "S"."U" COPY GRANTS',
    why: unread,
    proof: others,
  },
  {
    parser: 'sqlglot',
    of: /^(ALTER|DROP) DYNAMIC TABLE /,
    example: 'ALTER DYNAMIC TABLE "S"."T" SET WAREHOUSE = "W"',
    why: unread,
    proof: others,
  },
  {
    parser: 'sqlglot',
    of: /^ALTER MATERIALIZED VIEW /,
    example: 'ALTER MATERIALIZED VIEW "S"."T" DROP CLUSTERING KEY',
    why: unread,
    proof: others,
  },
  {
    parser: 'sqlglot',
    of: /^CREATE HYBRID TABLE /,
    example: 'CREATE HYBRID TABLE "S"."T" ("A" VARCHAR NOT NULL, PRIMARY KEY ("A"))',
    why: unread,
    proof: others,
  },
  {
    parser: 'sqlglot',
    of: /^ALTER INTERACTIVE TABLE /,
    example: `ALTER INTERACTIVE TABLE "S"."T" SET TARGET_LAG = '5 minutes'`,
    why: unread,
    proof: ours,
  },
  {
    parser: 'sqlfluff',
    of: /^(CREATE OR REPLACE|ALTER) INTERACTIVE TABLE /,
    example: `ALTER INTERACTIVE TABLE "S"."T" SET TARGET_LAG = '5 minutes'`,
    why: 'knows no interactive tables',
    proof: ours,
  },
  {
    parser: 'sqlglot',
    of: /^(CREATE OR REPLACE|ALTER|DROP) ONLINE FEATURE TABLE /,
    example: 'DROP ONLINE FEATURE TABLE IF EXISTS "S"."T"',
    why: unread,
    proof: ours,
  },
  {
    parser: 'sqlfluff',
    of: /^(CREATE OR REPLACE|ALTER|DROP) ONLINE FEATURE TABLE /,
    example: 'DROP ONLINE FEATURE TABLE IF EXISTS "S"."T"',
    why: 'knows no online feature tables',
    proof: ours,
  },
  {
    parser: 'sqlglot',
    of: /^SHOW ONLINE FEATURE TABLES .* ->> /,
    example: `SHOW ONLINE FEATURE TABLES LIKE 'T' IN SCHEMA "D"."S" ->> SELECT 1 AS "A" FROM $1`,
    why: unread,
    proof: ours,
  },
  {
    parser: 'sqlfluff',
    of: /^SHOW ONLINE FEATURE TABLES .* ->> /,
    example: `SHOW ONLINE FEATURE TABLES LIKE 'T' IN SCHEMA "D"."S" ->> SELECT 1 AS "A" FROM $1`,
    why: 'knows no online feature tables, and no chain of statements',
    proof: ours,
  },
]

/** Why a parser need not accept a statement; undefined where it has to. */
export function exceptionFor(parser: Parser, sql: string): Exception | undefined {
  const text = sql.replace(/^(\s*--[^\n]*\n)+/, '')
  return exceptions.find(e => e.parser === parser && e.of.test(text))
}
