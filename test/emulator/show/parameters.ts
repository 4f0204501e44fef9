import type { Answer } from '../results.ts'
import { listAnswer } from '../results.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Context } from '../statements/context.ts'

/** Defaults of a new account. */
const defaults: Readonly<Record<string, string>> = {
  AUTOCOMMIT: 'true',
  QUOTED_IDENTIFIERS_IGNORE_CASE: 'false',
  TIMESTAMP_TYPE_MAPPING: 'TIMESTAMP_NTZ',
  TIMEZONE: 'America/Los_Angeles',
  WEEK_OF_YEAR_POLICY: '0',
  WEEK_START: '0',
  QUERY_TAG: '',
  LOCK_TIMEOUT: '43200',
  STATEMENT_TIMEOUT_IN_SECONDS: '172800',
  TRANSACTION_ABORT_ON_ERROR: 'false',
  DATA_RETENTION_TIME_IN_DAYS: '1',
}

/** SHOW PARAMETERS [LIKE '..'] [IN SESSION | ACCOUNT] */
export function showParameters({ session }: Context, c: Cursor): Answer {
  const like = c.accept('LIKE') ? c.text().toUpperCase() : null
  if (c.accept('IN') || c.accept('FOR')) c.oneOf('SESSION', 'ACCOUNT')
  c.end()
  const pattern = like === null ? null : new RegExp(`^${like.replaceAll('%', '.*')}$`)
  const rows = Object.entries({ ...defaults, ...session.parameters })
    .filter(([key]) => pattern?.test(key) ?? true)
    .map(([key, value]) => [key, value, defaults[key] ?? '', session.parameters[key] === undefined ? '' : 'SESSION', '', 'STRING'])
  return listAnswer(['key', 'value', 'default', 'level', 'description', 'type'], rows)
}
