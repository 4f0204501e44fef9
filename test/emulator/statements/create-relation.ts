import type { CatalogObject, Column } from '../catalog.ts'
import { columnOf } from '../catalog.ts'
import { unmangled, fullName, keyOf, quoteBelow } from '../names.ts'
import type { FullName } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer, typeIds } from '../results.ts'
import { exists, invalid } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import { typeOfBelow } from '../types.ts'
import type { Clauses } from './clauses.ts'
import { clausesAt, sourceOf } from './clauses.ts'
import { columnBelow, tableBody, viewColumns } from './columns.ts'
import type { Context } from './context.ts'
import type { Rewritten } from './relations.ts'
import { findRelation, rewritten, runWork } from './relations.ts'
import { knownTags } from './tags.ts'
import { dropGrants, futureGrants } from './grants.ts'

/** How a CREATE began. */
export interface Head {
  readonly orReplace: boolean
  readonly orAlter: boolean
  readonly words: readonly string[]
}

const tableClauses =
  'TAG|CLUSTER BY|COPY GRANTS|ROW ACCESS POLICY|DATA_RETENTION_TIME_IN_DAYS|MAX_DATA_EXTENSION_TIME_IN_DAYS|CHANGE_TRACKING|ENABLE_SCHEMA_EVOLUTION|DEFAULT_DDL_COLLATION|TARGET_LAG|WAREHOUSE'.split(
    '|',
  )
const viewClauses = 'TAG|CLUSTER BY|COPY GRANTS|ROW ACCESS POLICY|CHANGE_TRACKING'.split('|')

interface Made {
  readonly name: FullName
  readonly kind: CatalogObject['kind']
  readonly columns: readonly Column[]
  readonly physical: string | null
  readonly body: string | null
  readonly clauses: Clauses
  readonly properties: Readonly<Record<string, string>>
}

/** Name after `IF NOT EXISTS`; null where the object is there and may stay. */
export function newName(ctx: Context, c: Cursor, head: Head, kind: CatalogObject['kind']): { readonly name: FullName; readonly stays: boolean } {
  const ifNotExists = c.accept('IF', 'NOT', 'EXISTS')
  const name = fullName(c.name(), ctx.session)
  ctx.guard(keyOf(name))
  const { catalog } = ctx.session.world
  catalog.requireSchema(name)
  const found = catalog.find(kind, name)
  if (found === null || head.orAlter) return { name, stays: false }
  if (ifNotExists && !head.orReplace) return { name, stays: true }
  if (!head.orReplace) throw exists(keyOf(name))
  if (found.kind !== kind) throw invalid(`Object found is of type '${found.kind}', not specified type '${kind}'.`)
  return { name, stays: false }
}

export function alreadyThere(name: FullName): Answer {
  return statusAnswer(`${name.name} already exists, statement succeeded.`, typeIds.createTable)
}

export async function createTable(ctx: Context, c: Cursor, head: Head): Promise<Answer> {
  const { name, stays } = newName(ctx, c, head, 'TABLE')
  const flags = Object.fromEntries(head.words.filter(w => w !== 'TABLE').map(w => [w, 'TRUE']))
  const body = c.sees('(') ? tableBody(c) : null
  const { clone, clauses } = cloneAndClauses(ctx, c)
  const query = c.accept('AS') ? rewritten(ctx, c.sql, restOf(c), { query: true }) : null
  c.end()
  if (stays) return alreadyThere(name)
  const physical = `t${ctx.session.world.catalog.nextId()}`
  const columns = await tableBelow(ctx, physical, { body: body?.columns ?? null, clone, query })
  const keys = body === null || body.primaryKey.length === 0 ? {} : { 'PRIMARY KEY': body.primaryKey.join(',') }
  const inherited = clone === null ? {} : clone.properties
  const comment = clauses.comment ?? clone?.comment ?? null
  const clusterBy = clauses.clusterBy === '' ? (clone?.clusterBy ?? '') : clauses.clusterBy
  put(ctx, { name, kind: 'TABLE', columns, physical, body: null, clauses: { ...clauses, comment, clusterBy }, properties: { ...inherited, ...flags, ...keys } })
  return statusAnswer(`Table ${name.name} successfully created.`, typeIds.createTable)
}

/** `CLONE source` may stand before or after the other clauses. */
function cloneAndClauses(ctx: Context, c: Cursor): { readonly clone: CatalogObject | null; readonly clauses: Clauses } {
  const source = c.accept('CLONE') ? findRelation(ctx, fullName(c.name(), ctx.session)) : null
  if (source !== null && source.physical === null) throw invalid(`Cannot clone ${source.kind} ${keyOf(source.name)}.`)
  return { clone: source, clauses: clausesAt(c, tableClauses) }
}

/** The rest without the semicolon at its end. */
export function restOf(c: Cursor): Cursor['tokens'] {
  const from = c.at
  const tokens = c.rest()
  if (tokens.at(-1)?.value === ';' && tokens.at(-1)!.kind === 'op') c.at = c.tokens.length - 1
  return c.tokens.slice(from, c.at)
}

interface Source {
  readonly body: readonly Column[] | null
  readonly clone: CatalogObject | null
  readonly query: Rewritten | null
}

/** Makes the table below and gives its columns. */
async function tableBelow(ctx: Context, physical: string, { body, clone, query }: Source): Promise<readonly Column[]> {
  const table = quoteBelow(physical)
  if (clone !== null) {
    await define(ctx, physical, `CREATE TABLE ${table} (${clone.columns.map(columnBelow).join(', ')})`)
    await define(ctx, physical, `INSERT INTO ${table} SELECT * FROM ${quoteBelow(clone.physical!)}`)
    return clone.columns
  }
  if (query !== null) {
    await define(ctx, physical, `CREATE TABLE ${table} AS ${query.sql}`)
    const made = await columnsBelow(ctx, `SELECT * FROM ${table}`)
    return body === null ? made : made.map((m, i) => body[i] ?? m)
  }
  if (body === null) throw invalid('CREATE TABLE needs columns, a query or a table to clone')
  await define(ctx, physical, `CREATE TABLE ${table} (${body.map(columnBelow).join(', ')})`)
  return body
}

/** Definitions commit by themselves, below as above. */
export async function define(ctx: Context, physical: string, sql: string): Promise<void> {
  await runWork(ctx, { sql, reads: new Set(), writes: physical, locks: true })
}

/** The columns that a query of the engine below returns. */
export async function columnsBelow(ctx: Context, sql: string): Promise<readonly Column[]> {
  const { names, types } = await runWork(ctx, { sql: `SELECT * FROM (${sql}) AS "_described" LIMIT 0`, reads: new Set() })
  return names.map((n, i) => columnOf(unmangled(n), typeOfBelow(types[i]!)))
}

export async function createView(ctx: Context, c: Cursor, head: Head): Promise<Answer> {
  const kind = head.words.includes('MATERIALIZED') ? 'MATERIALIZED VIEW' : 'VIEW'
  const { name, stays } = newName(ctx, c, head, kind)
  const copied = kind === 'MATERIALIZED VIEW' && c.accept('COPY', 'GRANTS')
  const listed = viewColumns(c)
  const written = clausesAt(c, kind === 'VIEW' ? viewClauses.filter(x => x !== 'CLUSTER BY') : viewClauses)
  const clauses = { ...written, copyGrants: written.copyGrants || copied }
  c.expect('AS')
  const tokens = restOf(c)
  const { sql } = rewritten(ctx, c.sql, tokens, { query: true })
  c.end()
  if (stays) return alreadyThere(name)
  const found = await columnsBelow(ctx, sql)
  if (listed !== null && listed.length !== found.length) throw invalid(`Invalid column definition list`)
  const columns = found.map((column, i) => ({ ...column, ...listed?.[i] }))
  const flags = head.words.includes('SECURE') ? { SECURE: 'TRUE' } : {}
  put(ctx, { name, kind, columns, physical: null, body: sourceOf(c, tokens), clauses, properties: { TEXT: c.sql, ...flags } })
  return statusAnswer(kind === 'VIEW' ? `View ${name.name} successfully created.` : `Materialized view ${name.name} successfully created.`)
}

/** Takes the place of what had the name; its grants stay only where they are copied. */
export function put(ctx: Context, made: Made): void {
  const { session } = ctx
  const { catalog } = session.world
  const { name, kind, columns, physical, body, clauses } = made
  const former = catalog.find(kind, name)
  if (former === null || !clauses.copyGrants) dropGrants(catalog, name)
  if (former !== null) catalog.drop(former)
  const object: CatalogObject = {
    id: catalog.nextId(),
    kind,
    name,
    comment: clauses.comment,
    columns,
    physical,
    body,
    properties: { ...made.properties, ...clauses.properties },
    tags: knownTags(ctx, clauses.tags),
    clusterBy: clauses.clusterBy,
    createdOn: Date.now(),
    owner: session.role,
  }
  catalog.put(object)
  if (former === null || !clauses.copyGrants) futureGrants(catalog, object)
}
