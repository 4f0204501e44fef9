import type { AccountObject } from '../catalog.ts'
import { schemaName } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { exists, invalid, missing, unsupported } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import { clausesAt, valueAt } from './clauses.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'

const allowed: Readonly<Record<AccountObject['kind'], readonly string[]>> = {
  DATABASE: ['TAG', 'DATA_RETENTION_TIME_IN_DAYS', 'MAX_DATA_EXTENSION_TIME_IN_DAYS', 'DEFAULT_DDL_COLLATION'],
  WAREHOUSE:
    'TAG|WAREHOUSE_TYPE|WAREHOUSE_SIZE|MAX_CLUSTER_COUNT|MIN_CLUSTER_COUNT|SCALING_POLICY|AUTO_SUSPEND|AUTO_RESUME|INITIALLY_SUSPENDED|RESOURCE_MONITOR|ENABLE_QUERY_ACCELERATION|QUERY_ACCELERATION_MAX_SCALE_FACTOR|MAX_CONCURRENCY_LEVEL|STATEMENT_QUEUED_TIMEOUT_IN_SECONDS|STATEMENT_TIMEOUT_IN_SECONDS|FALLBACK_WAREHOUSE|GENERATION'.split(
      '|',
    ),
  ROLE: ['TAG'],
  INTEGRATION: ['TYPE', 'ENABLED', 'ALLOWED_RECIPIENTS', 'WEBHOOK_URL', 'WEBHOOK_BODY_TEMPLATE', 'WEBHOOK_HEADERS', 'DIRECTION'],
  USER: ['PASSWORD', 'DEFAULT_ROLE', 'DEFAULT_WAREHOUSE'],
}

/** CREATE DATABASE, WAREHOUSE, ROLE ... */
export function createAccount(ctx: Context, c: Cursor, kind: AccountObject['kind'], head: Head): Answer {
  const { catalog } = ctx.session.world
  const ifNotExists = c.accept('IF', 'NOT', 'EXISTS')
  const name = c.identifier()
  ctx.guard(name)
  if (kind === 'WAREHOUSE') c.accept('WITH')
  const { properties, comment, tags } = clausesAt(c, allowed[kind])
  c.end()
  const found = catalog.findAccount(kind, name)
  const title = `${kind[0]}${kind.slice(1).toLowerCase()}`
  if (found !== null && ifNotExists) return statusAnswer(`${name} already exists, statement succeeded.`)
  if (found !== null && !head.orReplace && !head.orAlter) throw exists(name)
  if (found !== null && kind === 'DATABASE') catalog.dropAccount(kind, name)
  catalog.putAccount({ kind, name, comment, properties, tags, createdOn: Date.now() })
  if (kind === 'DATABASE') {
    putSchema(ctx, name, 'PUBLIC')
    ctx.session.database = name
    ctx.session.schema = 'PUBLIC'
  }
  if (kind === 'WAREHOUSE') ctx.session.warehouse = name
  return statusAnswer(`${title} ${name} successfully created.`)
}

function putSchema(ctx: Context, database: string, name: string): void {
  ctx.session.world.catalog.putSchema({ database, name, comment: null, createdOn: Date.now(), properties: {}, tags: {} })
}

export function createSchema(ctx: Context, c: Cursor, head: Head): Answer {
  const { session } = ctx
  const { catalog } = session.world
  const ifNotExists = c.accept('IF', 'NOT', 'EXISTS')
  const { database, name } = schemaName(c.name(), session)
  ctx.guard(`${database}.${name}`)
  const managed = c.accept('WITH', 'MANAGED', 'ACCESS')
  const { properties, comment, tags } = clausesAt(c, ['TAG', 'DATA_RETENTION_TIME_IN_DAYS', 'MAX_DATA_EXTENSION_TIME_IN_DAYS', 'DEFAULT_DDL_COLLATION'])
  c.end()
  if (catalog.findAccount('DATABASE', database) === null) throw missing('Database', database)
  const found = catalog.findSchema(database, name)
  if (found !== null && ifNotExists) return statusAnswer(`${name} already exists, statement succeeded.`)
  if (found !== null && !head.orReplace) throw exists(name)
  if (found !== null) catalog.dropSchema(found)
  const flags = { ...(managed ? { 'MANAGED ACCESS': 'TRUE' } : {}), ...(head.words.includes('TRANSIENT') ? { TRANSIENT: 'TRUE' } : {}) }
  catalog.putSchema({ database, name, comment, createdOn: Date.now(), properties: { ...properties, ...flags }, tags })
  session.database = database
  session.schema = name
  return statusAnswer(`Schema ${name} successfully created.`)
}

/** USE sets what names without a database or schema mean. */
export function use(ctx: Context, c: Cursor): Answer {
  const { session } = ctx
  const { catalog } = session.world
  if (c.accept('WAREHOUSE') || c.accept('ROLE')) {
    const kind = c.peek(-1)!.value as 'WAREHOUSE' | 'ROLE'
    const name = c.identifier()
    if (catalog.findAccount(kind, name) === null) throw missing('Object', name)
    if (kind === 'ROLE') session.role = name
    else session.warehouse = name
  } else if (c.accept('SECONDARY', 'ROLES')) c.oneOf('ALL', 'NONE')
  else if (c.accept('SCHEMA')) {
    const { database, name } = schemaName(c.name(), session)
    catalog.requireSchema({ database, schema: name })
    Object.assign(session, { database, schema: name })
  } else {
    c.accept('DATABASE')
    const [name, schema] = c.name()
    if (catalog.findAccount('DATABASE', name!) === null) throw missing('Database', name!)
    Object.assign(session, { database: name, schema: schema ?? 'PUBLIC' })
  }
  c.end()
  return statusAnswer('Statement executed successfully.')
}

const sessionParameters: ReadonlySet<string> = new Set(
  (
    'TIMEZONE WEEK_START WEEK_OF_YEAR_POLICY QUOTED_IDENTIFIERS_IGNORE_CASE QUERY_TAG STATEMENT_TIMEOUT_IN_SECONDS STATEMENT_QUEUED_TIMEOUT_IN_SECONDS LOCK_TIMEOUT ' +
    'AUTOCOMMIT TIMESTAMP_TYPE_MAPPING TIMESTAMP_OUTPUT_FORMAT TIMESTAMP_NTZ_OUTPUT_FORMAT DATE_OUTPUT_FORMAT BINARY_OUTPUT_FORMAT MULTI_STATEMENT_COUNT USE_CACHED_RESULT ' +
    'TRANSACTION_ABORT_ON_ERROR ERROR_ON_NONDETERMINISTIC_MERGE ERROR_ON_NONDETERMINISTIC_UPDATE JSON_INDENT TWO_DIGIT_CENTURY_START TIMESTAMP_INPUT_FORMAT DATE_INPUT_FORMAT ' +
    'JS_TREAT_INTEGER_AS_BIGINT CLIENT_SESSION_KEEP_ALIVE ROWS_PER_RESULTSET TIME_OUTPUT_FORMAT BINARY_INPUT_FORMAT STRICT_JSON_OUTPUT ABORT_DETACHED_QUERY'
  ).split(' '),
)

/** Values of parameters that the emulator acts on; others would change what statements mean. */
const imitated: Readonly<Record<string, readonly string[]>> = {
  TIMEZONE: ['UTC', 'AMERICA/LOS_ANGELES'],
  WEEK_START: ['0', '1'],
  AUTOCOMMIT: ['TRUE'],
  QUOTED_IDENTIFIERS_IGNORE_CASE: ['FALSE'],
  TIMESTAMP_TYPE_MAPPING: ['TIMESTAMP_NTZ'],
  JSON_INDENT: ['0', '2'],
}

/** Sets a parameter that is known by name. */
export function setParameter(session: Context['session'], name: string, value: string): void {
  if (!sessionParameters.has(name)) throw missing('Session parameter', name)
  const only = imitated[name]
  if (only !== undefined && !only.includes(value.toUpperCase())) throw unsupported(`${name} = ${value} in the emulator`)
  if (name === 'QUERY_TAG' && value.length > 2000) throw invalid(`invalid value for parameter 'QUERY_TAG'`)
  session.parameters[name] = value
}

export function alterSession(ctx: Context, c: Cursor): Answer {
  const set = c.oneOf('SET', 'UNSET') === 'SET'
  do {
    const name = c.identifier()
    if (set) {
      c.expect('=')
      setParameter(ctx.session, name, valueAt(c))
    } else delete ctx.session.parameters[name]
    c.accept(',')
  } while (!c.done && !c.sees(';'))
  c.end()
  return statusAnswer('Statement executed successfully.')
}
