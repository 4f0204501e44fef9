/**
 * What each session is set to, so that a statement means the same whatever the account, user or warehouse has as
 * defaults: times are UTC without zone, weeks begin on Monday, quoted names keep their case, JSON is strict and in one
 * line, and one request is one statement that commits by itself.
 */
function pins(statementSeconds: number): Readonly<Record<string, string | number | boolean>> {
  return {
    TIMEZONE: 'UTC',
    WEEK_START: 1,
    WEEK_OF_YEAR_POLICY: 0,
    TIMESTAMP_TYPE_MAPPING: 'TIMESTAMP_NTZ',
    QUOTED_IDENTIFIERS_IGNORE_CASE: false,
    DATE_OUTPUT_FORMAT: 'YYYY-MM-DD',
    TIME_OUTPUT_FORMAT: 'HH24:MI:SS.FF6',
    TIMESTAMP_OUTPUT_FORMAT: 'YYYY-MM-DD"T"HH24:MI:SS.FF6TZH:TZM',
    TIMESTAMP_NTZ_OUTPUT_FORMAT: 'YYYY-MM-DD"T"HH24:MI:SS.FF6',
    DATE_INPUT_FORMAT: 'AUTO',
    TIMESTAMP_INPUT_FORMAT: 'AUTO',
    BINARY_OUTPUT_FORMAT: 'HEX',
    BINARY_INPUT_FORMAT: 'HEX',
    JSON_INDENT: 0,
    STRICT_JSON_OUTPUT: true,
    AUTOCOMMIT: true,
    // Nobody waits any more for what a lost client has started.
    ABORT_DETACHED_QUERY: true,
    ERROR_ON_NONDETERMINISTIC_MERGE: true,
    ERROR_ON_NONDETERMINISTIC_UPDATE: true,
    ROWS_PER_RESULTSET: 0,
    LOCK_TIMEOUT: 600,
    STATEMENT_TIMEOUT_IN_SECONDS: statementSeconds,
  }
}

/** The one statement that sets them. */
export function pinStatement(statementMs: number): string {
  const set = Object.entries(pins(Math.max(1, Math.ceil(statementMs / 1000)))).map(
    ([name, value]) => `${name} = ${typeof value === 'string' ? `'${value}'` : String(value).toUpperCase()}`,
  )
  return `ALTER SESSION SET ${set.join(' ')}`
}
