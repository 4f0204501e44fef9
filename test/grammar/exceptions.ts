export const parsers = ['sqlglot', 'sqlfluff'] as const
/** The two parsers that know nothing of our grammar. */
export type Parser = (typeof parsers)[number]

/** Statements that a parser does not read, though they are Snowflake SQL: why, and what proves them instead. */
export interface Exception {
  readonly parser: Parser
  readonly of: RegExp
  readonly why: string
  readonly proof: string
}

const kept = 'keeps it as a command without reading it'
const sqlfluff = 'our grammar and sqlfluff'
const sqlglot = 'our grammar and sqlglot'
const ours = 'our grammar alone, from the documented synopsis'

export const exceptions: readonly Exception[] = [
  { parser: 'sqlglot', of: /^(ALTER|DROP|SHOW) DYNAMIC TABLES?\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^(CREATE|CREATE OR REPLACE|ALTER|DROP|SHOW) ONLINE FEATURE TABLES?\b/, why: kept, proof: ours },
  { parser: 'sqlglot', of: /^ALTER INTERACTIVE TABLE\b/, why: kept, proof: ours },
  { parser: 'sqlglot', of: /^CREATE (OR REPLACE )?HYBRID TABLE\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^(ALTER|SHOW) MATERIALIZED VIEWS?\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^(CREATE|CREATE OR REPLACE|ALTER|DROP|EXECUTE|SHOW) (TASK|ALERT)S?\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^ALTER (SCHEMA|PROCEDURE|TAG|WAREHOUSE|SESSION)\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^ALTER (TABLE|VIEW) .*\b(RECLUSTER|SEARCH OPTIMIZATION|DATA METRIC FUNCTION)\b/s, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^ALTER (TABLE|VIEW) .*\b(UNSET TAG|MODIFY COLUMN|ADD ROW ACCESS POLICY)\b/s, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^CREATE (OR REPLACE )?(TRANSIENT )?(SCHEMA|TABLE) \S+ CLONE\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^(CREATE (OR REPLACE )?|ALTER |DROP )(MASKING POLICY|ROW ACCESS POLICY|DATA METRIC FUNCTION)\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^DROP FUNCTION .*\(TABLE\b/, why: 'knows no functions of tables', proof: sqlfluff },
  { parser: 'sqlglot', of: /^(CREATE (DATABASE )?ROLE|GRANT|REVOKE)\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^SHOW (PARAMETERS|GRANTS|FUTURE GRANTS)\b/, why: kept, proof: sqlfluff },
  { parser: 'sqlglot', of: /^(CALL|EXPLAIN)\b/, why: kept, proof: sqlfluff },

  { parser: 'sqlfluff', of: /^(CREATE|CREATE OR REPLACE|ALTER|DROP|SHOW) ONLINE FEATURE TABLES?\b/, why: 'is older than this kind of table', proof: ours },
  { parser: 'sqlfluff', of: /^CREATE OR REPLACE INTERACTIVE TABLE\b/, why: 'is older than this kind of table', proof: sqlglot },
  { parser: 'sqlfluff', of: /^ALTER INTERACTIVE TABLE\b/, why: 'is older than this kind of table', proof: ours },
  { parser: 'sqlfluff', of: /^CREATE INDEX\b/, why: 'does not know it', proof: sqlglot },
  { parser: 'sqlfluff', of: /^SHOW DYNAMIC TABLES\b/, why: 'does not know it', proof: ours },
  { parser: 'sqlfluff', of: /^CREATE TRANSIENT SCHEMA \S+ CLONE\b/, why: 'knows no properties after CLONE', proof: ours },
  { parser: 'sqlfluff', of: /^CREATE .*\bTABLE\b.*\bWITH ROW ACCESS POLICY\b/s, why: 'knows the policy only before the comment', proof: sqlglot },
  { parser: 'sqlfluff', of: /^ALTER TABLE \S+ SET \w+ = \d+ \w/, why: 'knows one setting at a time', proof: sqlglot },
  { parser: 'sqlfluff', of: /^ALTER DYNAMIC TABLE \S+ SET TARGET_LAG = \S+ \S+ WAREHOUSE\b/, why: 'knows one setting at a time', proof: ours },
  { parser: 'sqlfluff', of: /^ALTER SESSION SET \w+ = \S+ \w/, why: 'knows one setting at a time', proof: ours },
  { parser: 'sqlfluff', of: /^ALTER TAG \S+ SET MASKING POLICY\b/, why: 'knows no policy of another schema', proof: ours },
  { parser: 'sqlfluff', of: /^DROP MASKING POLICY IF EXISTS\b/, why: 'does not know IF EXISTS', proof: ours },
]

/** Why a parser need not accept a statement; undefined where it has to. */
export function exceptionFor(parser: Parser, sql: string): Exception | undefined {
  const text = sql.replace(/^(\s*--[^\n]*\n)+/, '')
  return exceptions.find(e => e.parser === parser && e.of.test(text))
}
