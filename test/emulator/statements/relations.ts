import type { CatalogObject } from '../catalog.ts'
import type { Below } from '../engine.ts'
import { informationSchema } from '../information-schema.ts'
import type { FullName, Where } from '../names.ts'
import { fullName, keyOf, mangled, quoteBelow, spelled } from '../names.ts'
import { Rewriter } from '../rewrite/rewriter.ts'
import { requireQuery } from '../rewrite/groups.ts'
import type { Scope } from '../rewrite/scope.ts'
import { textBelow } from '../rewrite/text.ts'
import type { Answer } from '../results.ts'
import { SqlError, invalid, missing } from '../sql-error.ts'
import type { Token } from '../sql/tokens.ts'
import { tokensOf } from '../sql/tokens.ts'
import { runAlone } from '../transaction.ts'
import type { ColumnType } from '../types.ts'
import type { Context } from './context.ts'

/** A query as the engine below runs it, and the tables that it reads. */
export interface Rewritten {
  readonly sql: string
  readonly reads: ReadonlySet<string>
}

/** Rewrites a query or what follows the head of a DML statement. */
export function rewritten(ctx: Context, sql: string, tokens: readonly Token[], options: { readonly query: boolean; readonly where?: Where }): Rewritten {
  if (options.query) requireQuery(tokens)
  const reads = new Set<string>()
  const text = new Rewriter(sql, tokens, scopeOf(ctx, reads, options.where ?? ctx.session)).all()
  return { sql: text, reads }
}

export function scopeOf(ctx: Context, reads: Set<string>, where: Where): Scope {
  const { session } = ctx
  return {
    relation: parts => relation(ctx, parts, where, reads),
    bind: name => ctx.bound.get(name) ?? ctx.variables?.get(name) ?? unbound(name),
    variable: name => (ctx.expression ? (ctx.variables?.get(name) ?? null) : null),
    tableFunction: (parts, args) => tableFunction(ctx, parts, args, { reads, where }),
    context: name => contextFunction(ctx, name),
    resultOf: id => {
      const answer = id?.startsWith('$') === true ? ctx.chain.at(-Number(id.slice(1))) : session.answers.get(id ?? session.lastQueryId ?? '')
      if (answer === undefined) throw missing('Statement', id ?? 'LAST_QUERY_ID')
      return rowsBelow(answer)
    },
  }
}

function unbound(name: string): never {
  throw invalid(`Bind variable ${/^\d+$/.test(name) ? '?' : `:${name}`} not set.`)
}

/** A table by its own name below; a view as its query, in which names mean what they meant when it was made. */
function relation(ctx: Context, parts: readonly string[], where: Where, reads: Set<string>): ReturnType<Scope['relation']> {
  const name = fullName(parts, where)
  if (name.schema === 'INFORMATION_SCHEMA') return informationSchema(ctx, name)
  const found = findRelation(ctx, name)
  if (found.physical !== null) {
    reads.add(found.physical)
    return { sql: quoteBelow(found.physical), columns: null }
  }
  const body = found.body ?? ''
  const inner = new Rewriter(
    body,
    tokensOf(body),
    scopeOf({ ...ctx, bound: new Map(), variables: null, expression: false, chain: [] }, reads, found.name),
  ).all()
  return { sql: `(${inner})`, columns: found.columns.map(c => c.name) }
}

interface Around {
  readonly reads: Set<string>
  readonly where: Where
}

/** The query of a function with its arguments in their places. */
function tableFunction(ctx: Context, parts: readonly string[], args: () => readonly string[], { reads, where }: Around): ReturnType<Scope['tableFunction']> {
  if (where.database === null || (parts.length === 1 && where.schema === null)) return null
  const name = fullName(parts, where)
  const { catalog } = ctx.session.world
  const named = catalog.list('FUNCTION', name).filter(o => o.name.name.startsWith(`${name.name}(`))
  if (named.length === 0) return null
  const given = args()
  const found = named.find(o => parametersOf(o).length === given.length)
  if (found === undefined) return null
  ctx.guard(keyOf(found.name))
  const variables = new Map(parametersOf(found).map(([parameter, type], i) => [parameter, `CAST(${given[i]!} AS ${type})`]))
  const inner = { ...ctx, bound: new Map(), variables, expression: true, chain: [] }
  const body = found.body ?? ''
  return { sql: `(${new Rewriter(body, tokensOf(body), scopeOf(inner, reads, found.name)).all()})`, columns: found.columns.map(c => c.name) }
}

/** Names and types below of what a procedure or function is called with. */
export function parametersOf(o: CatalogObject): readonly (readonly [string, string])[] {
  return JSON.parse(o.properties['PARAMETERS'] ?? '[]') as readonly (readonly [string, string])[]
}

/** A table, view or the like that is there. */
export function findRelation({ session, guard }: Context, name: FullName): CatalogObject {
  const { catalog } = session.world
  guard(`${spelled(name.database)}.${spelled(name.schema)}`)
  catalog.requireSchema(name)
  const found = catalog.find('TABLE', name)
  if (found === null) throw missing('Object', keyOf(name))
  guard(keyOf(name))
  return found
}

function contextFunction({ session }: Context, name: string): string | null {
  const moment = session.world.clock().toISOString().slice(0, -1)
  const text = (value: string | null): string => (value === null ? 'CAST(NULL AS VARCHAR)' : textBelow(value))
  switch (name) {
    case 'CURRENT_TIMESTAMP':
    case 'LOCALTIMESTAMP':
    case 'GETDATE':
      return `CAST('${moment}+00' AS TIMESTAMPTZ)`
    case 'SYSDATE':
      return `CAST('${moment}' AS TIMESTAMP)`
    case 'CURRENT_DATE':
      return `CAST('${moment.slice(0, 10)}' AS DATE)`
    case 'CURRENT_ROLE':
      return text(session.role)
    case 'CURRENT_USER':
      return text(session.user)
    case 'CURRENT_WAREHOUSE':
      return text(session.warehouse)
    case 'CURRENT_DATABASE':
      return text(session.database)
    case 'CURRENT_SCHEMA':
      return text(session.schema)
    case 'CURRENT_SESSION':
      return text(String(session.id))
    case 'CURRENT_ACCOUNT':
    case 'CURRENT_ACCOUNT_NAME':
      return text('EMULATED')
    case 'CURRENT_ORGANIZATION_NAME':
      return text('TESTS')
    case 'CURRENT_REGION':
      return text('AWS_EU_CENTRAL_1')
    case 'CURRENT_VERSION':
      return text('9.99.0')
    case 'CURRENT_TRANSACTION':
      return session.transaction === null ? text(null) : text(String(session.transaction.startedAt))
    case 'LAST_QUERY_ID':
      return text(session.lastQueryId)
    default:
      return null
  }
}

/** An answer that was given, as a relation. */
function rowsBelow({ columns, rows }: Answer): string {
  const keys = columns.map((_, i) => `c${i}`)
  const json = JSON.stringify(rows.map(row => Object.fromEntries(row.map((value, i) => [keys[i]!, value]))))
  const shape = `[{${keys.map(k => `"${k}":"VARCHAR"`).join(',')}}]`
  const names = columns.map((c, i) => `${cellBelow(`_r.${keys[i]!}`, c.type)} AS ${quoteBelow(c.name)}`).join(', ')
  return `(SELECT ${names} FROM (SELECT unnest(from_json(${textBelow(json)}, '${shape}')) AS _r))`
}

function cellBelow(cell: string, type: ColumnType): string {
  switch (type.wire) {
    case 'boolean':
      return `(${cell} = '1')`
    case 'date':
      return `(DATE '1970-01-01' + CAST(${cell} AS INTEGER))`
    case 'timestamp_ltz':
      return `to_timestamp(CAST(${cell} AS DOUBLE))`
    case 'timestamp_ntz':
      return `make_timestamp(CAST(CAST(${cell} AS DECIMAL(38, 6)) * 1000000 AS BIGINT))`
    default:
      return `CAST(${cell} AS ${type.below})`
  }
}

/** How many rows tables have, and what is computed when it is read. */
export async function rowCounts(ctx: Context, objects: readonly CatalogObject[]): Promise<ReadonlyMap<CatalogObject, number>> {
  const tables = new Map(objects.flatMap(o => (o.physical === null ? [] : [[mangled(o.physical), o]])))
  const { rows } = await runWork(ctx, { sql: 'SELECT table_name, estimated_size FROM duckdb_tables()', reads: new Set() })
  const counted = new Map<CatalogObject, number>()
  for (const [name, size] of rows) {
    const found = tables.get(String(name))
    if (found !== undefined) counted.set(found, Number(size))
  }
  for (const o of objects) {
    if (o.physical === null && o.body !== null)
      await countComputed(ctx, o, o.body).then(
        n => counted.set(o, n),
        () => null,
      ) // what it reads may be gone
  }
  return counted
}

async function countComputed(ctx: Context, o: CatalogObject, body: string): Promise<number> {
  const { sql, reads } = rewritten({ ...ctx, bound: new Map(), variables: null }, body, tokensOf(body), { query: true, where: o.name })
  return Number((await runWork(ctx, { sql: `SELECT count(*) FROM (${sql})`, reads })).rows[0]![0])
}

/** Runs something below in the transaction of the session, or by itself. */
export async function runWork(ctx: Context, work: Rewritten & { readonly writes?: string; readonly locks?: boolean }): Promise<Below> {
  if (work.reads.size > 0 && ctx.session.warehouse === null)
    throw new SqlError('000606', '57P03', "No active warehouse selected in the current session. Select an active warehouse with the 'use warehouse' command.")
  const whole = { sql: work.sql, reads: work.reads, writes: work.writes ?? null, locks: work.locks ?? false }
  const { transaction, world } = ctx.session
  return transaction === null ? runAlone(world, whole, ctx.running) : transaction.run(whole, ctx.running)
}
