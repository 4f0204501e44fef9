import type { Column } from '../catalog.ts'
import { fullName, quoteBelow, spelled } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer, typeIds } from '../results.ts'
import { invalid, missing, SqlError } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Clauses } from './clauses.ts'
import { clausesAt, sourceOf } from './clauses.ts'
import { tableBody } from './columns.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'
import { alreadyThere, columnsBelow, newName, put, restOf } from './create-relation.ts'
import { findRelation, rewritten } from './relations.ts'

const dynamic =
  'TARGET_LAG|WAREHOUSE|REFRESH_MODE|INITIALIZE|INITIALIZATION_WAREHOUSE|SCHEDULER|CLUSTER BY|DATA_RETENTION_TIME_IN_DAYS|MAX_DATA_EXTENSION_TIME_IN_DAYS|TAG|COPY GRANTS|ROW ACCESS POLICY'.split(
    '|',
  )
const online = 'TARGET_LAG|WAREHOUSE|REFRESH_MODE|TIMESTAMP_COLUMN|TAG|ROW ACCESS POLICY'.split('|')

/**
 * Dynamic, interactive and online feature tables. The emulator refreshes them whenever they are read: what they show is what their
 * query gives at that moment.
 */
export async function createServed(ctx: Context, c: Cursor, head: Head, kind: 'DYNAMIC TABLE' | 'ONLINE FEATURE TABLE' | 'TABLE'): Promise<Answer> {
  const { name, stays } = newName(ctx, c, head, kind)
  const { columns, body, clauses, keys } = await (kind === 'ONLINE FEATURE TABLE' ? onlineFeatureTable(ctx, c) : dynamicTable(ctx, c))
  c.end()
  if (stays) return alreadyThere(name)
  requireUpkeep(ctx, clauses)
  if (kind === 'TABLE' && clauses.clusterBy === '') throw invalid('An interactive table needs CLUSTER BY.')
  const flags = Object.fromEntries(head.words.map(w => [w, 'TRUE']))
  put(ctx, { name, kind, columns, physical: null, body, clauses, properties: { TEXT: c.sql, ...flags, ...keys } })
  const title = kind === 'TABLE' ? 'Table' : kind === 'DYNAMIC TABLE' ? 'Dynamic table' : 'Online feature table'
  return statusAnswer(`${title} ${name.name} successfully created.`, typeIds.createTable)
}

interface Served {
  readonly columns: readonly Column[]
  readonly body: string
  readonly clauses: Clauses
  readonly keys: Readonly<Record<string, string>>
}

async function dynamicTable(ctx: Context, c: Cursor): Promise<Served> {
  const listed = c.sees('(') ? tableBody(c).columns : null
  const clauses = clausesAt(c, dynamic)
  c.expect('AS')
  const tokens = restOf(c)
  const found = await columnsBelow(ctx, rewritten(ctx, c.sql, tokens, { query: true }).sql)
  if (listed !== null && listed.length !== found.length) throw invalid('Invalid column definition list')
  if (!['AUTO', 'FULL', 'INCREMENTAL', 'ADAPTIVE', undefined].includes(clauses.properties['REFRESH_MODE'])) throw invalid(`invalid value for REFRESH_MODE`)
  return { columns: listed ?? found, body: sourceOf(c, tokens), clauses, keys: {} }
}

/** The newest row of each key, by the column of its time. */
async function onlineFeatureTable(ctx: Context, c: Cursor): Promise<Served> {
  c.expect('PRIMARY', 'KEY')
  const keys = c.list(() => c.identifier())
  const clauses = clausesAt(c, online)
  c.expect('FROM')
  const from = c.at
  const source = findRelation(ctx, fullName(c.name(), ctx.session))
  const written = sourceOf(c, c.tokens.slice(from, c.at))
  if (!['VIEW', 'DYNAMIC TABLE', 'TABLE'].includes(source.kind)) throw invalid(`${source.kind} cannot be the source of an online feature table`)
  const time = clauses.properties['TIMESTAMP_COLUMN']
  const unknown = [...keys, ...(time === undefined ? [] : [time])].find(k => !source.columns.some(x => x.name === k))
  if (unknown !== undefined) throw new SqlError('000904', '42000', `SQL compilation error: invalid identifier '${spelled(unknown)}'`)
  const order = time === undefined ? '1' : `${quoted(time)} DESC NULLS LAST`
  const body = `SELECT * FROM ${written} QUALIFY ROW_NUMBER() OVER (PARTITION BY ${keys.map(quoted).join(', ')} ORDER BY ${order}) = 1`
  return { columns: source.columns, body, clauses, keys: { 'PRIMARY KEY': keys.join(',') } }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Both need a lag and a warehouse that is there. */
export function requireUpkeep({ session }: Context, { properties }: Clauses): void {
  if (properties['TARGET_LAG'] === undefined) throw invalid('TARGET_LAG must be specified.')
  if (!/^(DOWNSTREAM|\d+ (second|minute|hour|day)s?)$/i.test(properties['TARGET_LAG']))
    throw invalid(`Invalid value ['${properties['TARGET_LAG']}'] for parameter 'TARGET_LAG'`)
  const warehouse = properties['WAREHOUSE']
  if (warehouse === undefined) throw invalid('WAREHOUSE must be specified.')
  if (session.world.catalog.findAccount('WAREHOUSE', warehouse) === null) throw missing('Warehouse', quoteBelow(warehouse))
}
