export const parsers = ['sqlglot', 'sqlfluff'] as const
/** The two parsers that know nothing of our grammar. */
export type Parser = (typeof parsers)[number]

/** Statements that a parser does not read, though they are Snowflake SQL. What proves them is our grammar, and the other parser unless it is listed too. */
export interface Exception {
  readonly parser: Parser
  readonly of: RegExp
  readonly why: string
}

const kept = 'keeps it as a command without reading it'

export const exceptions: readonly Exception[] = [
  { parser: 'sqlglot', of: /^(ALTER|DROP|SHOW) DYNAMIC TABLES?\b/, why: kept },
  { parser: 'sqlglot', of: /^(CREATE|CREATE OR REPLACE|ALTER|DROP|SHOW) ONLINE FEATURE TABLES?\b/, why: kept },
  { parser: 'sqlglot', of: /^ALTER INTERACTIVE TABLE\b/, why: kept },
  { parser: 'sqlglot', of: /^CREATE (OR REPLACE )?HYBRID TABLE\b/, why: kept },
  { parser: 'sqlglot', of: /^(ALTER|SHOW) MATERIALIZED VIEWS?\b/, why: kept },
  { parser: 'sqlglot', of: /^(CREATE|CREATE OR REPLACE|ALTER|DROP|EXECUTE|SHOW) (TASK|ALERT)S?\b/, why: kept },
  { parser: 'sqlglot', of: /^ALTER (SCHEMA|PROCEDURE|TAG|WAREHOUSE|SESSION)\b/, why: kept },
  { parser: 'sqlglot', of: /^ALTER (TABLE|VIEW) .*\b(RECLUSTER|SEARCH OPTIMIZATION|DATA METRIC FUNCTION)\b/s, why: kept },
  { parser: 'sqlglot', of: /^ALTER (TABLE|VIEW) .*\b(UNSET TAG|MODIFY COLUMN|ADD ROW ACCESS POLICY)\b/s, why: kept },
  { parser: 'sqlglot', of: /^CREATE (OR REPLACE )?(TRANSIENT )?(SCHEMA|TABLE) \S+ CLONE\b/, why: kept },
  { parser: 'sqlglot', of: /^(CREATE (OR REPLACE )?|ALTER |DROP )(MASKING POLICY|ROW ACCESS POLICY|DATA METRIC FUNCTION)\b/, why: kept },
  { parser: 'sqlglot', of: /^DROP FUNCTION .*\(TABLE\b/, why: 'knows no functions of tables' },
  { parser: 'sqlglot', of: /^(CREATE (DATABASE )?ROLE|GRANT|REVOKE)\b/, why: kept },
  { parser: 'sqlglot', of: /^SHOW (PARAMETERS|GRANTS|FUTURE GRANTS|ORGANIZATION ACCOUNTS)\b/, why: kept },
  { parser: 'sqlglot', of: /^(CALL|EXPLAIN)\b/, why: kept },
  { parser: 'sqlglot', of: /^SELECT\b.* INTO :\w+, :/s, why: 'knows INTO with one variable only' },

  { parser: 'sqlfluff', of: /^(CREATE|CREATE OR REPLACE|ALTER|DROP|SHOW) ONLINE FEATURE TABLES?\b/, why: 'is older than this kind of table' },
  { parser: 'sqlfluff', of: /^GRANT .*\bON (FUTURE )?ONLINE FEATURE TABLES?\b/, why: 'is older than this kind of table' },
  { parser: 'sqlfluff', of: /^CREATE OR REPLACE INTERACTIVE TABLE\b/, why: 'is older than this kind of table' },
  { parser: 'sqlfluff', of: /^ALTER INTERACTIVE TABLE\b/, why: 'is older than this kind of table' },
  { parser: 'sqlfluff', of: /^CREATE INDEX\b/, why: 'does not know it' },
  { parser: 'sqlfluff', of: /^SHOW (DYNAMIC TABLES|ORGANIZATION ACCOUNTS)\b/, why: 'does not know it' },
  { parser: 'sqlfluff', of: /^CREATE TRANSIENT SCHEMA \S+ CLONE\b/, why: 'knows no properties after CLONE' },
  {
    parser: 'sqlfluff',
    of: /^CREATE .*\bTABLE\b.*(\bWITH ROW ACCESS POLICY|\nCLUSTER BY .*\nWITH TAG)\b/s,
    why: 'knows policies and tags only before the comment',
  },
  { parser: 'sqlfluff', of: /^ALTER TABLE \S+ SET \w+ = \d+ \w/, why: 'knows one setting at a time' },
  { parser: 'sqlfluff', of: /^ALTER DYNAMIC TABLE \S+ SET TARGET_LAG = \S+ \S+ WAREHOUSE\b/, why: 'knows one setting at a time' },
  { parser: 'sqlfluff', of: /^ALTER SESSION SET \w+ = \S+ \w/, why: 'knows one setting at a time' },
  { parser: 'sqlfluff', of: /^ALTER TAG \S+ SET MASKING POLICY\b/, why: 'knows no policy of another schema' },
  { parser: 'sqlfluff', of: /^DROP MASKING POLICY IF EXISTS\b/, why: 'does not know IF EXISTS' },
]

/** Why a parser need not accept a statement; undefined where it has to. */
export function exceptionFor(parser: Parser, sql: string): Exception | undefined {
  const text = sql.replace(/^(\s*--[^\n]*\n)+/, '')
  return exceptions.find(e => e.parser === parser && e.of.test(text))
}
