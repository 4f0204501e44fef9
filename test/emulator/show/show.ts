import type { CatalogObject } from '../catalog.ts'
import { isRelation } from '../catalog.ts'
import { fullName, keyOf, schemaName } from '../names.ts'
import type { Answer } from '../results.ts'
import { listAnswer } from '../results.ts'
import { missing, syntaxError } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Context } from '../statements/context.ts'
import { findRelation, rowCounts } from '../statements/relations.ts'
import { accountShapes, schemaShape } from './account.ts'
import { describeColumns, showColumns } from './columns.ts'
import { showGrants } from './grants.ts'
import type { Cell, Shape } from './objects.ts'
import { objectShapes } from './objects.ts'
import { showParameters } from './parameters.ts'

/** Never more rows than this in one answer, as documented. */
const most = 10_000

interface Filter {
  readonly like: RegExp | null
  readonly startsWith: string | null
  readonly limit: number
  readonly from: string | null
}

/** SHOW [TERSE] kind [LIKE '..'] [IN scope] [STARTS WITH '..'] [LIMIT n [FROM '..']] */
export async function show(ctx: Context, c: Cursor): Promise<Answer> {
  const { session } = ctx
  const { catalog } = session.world
  c.accept('TERSE')
  if (c.accept('GRANTS') || c.sees('FUTURE', 'GRANTS')) return showGrants(ctx, c)
  if (c.accept('PARAMETERS')) return showParameters(ctx, c)
  const kind = kindAt(c)
  const like = c.accept('LIKE') ? likePattern(c.text()) : null
  const scope = c.accept('IN') ? scopeAt(ctx, c, kind) : { database: session.database ?? undefined, schema: session.schema ?? undefined, object: null }
  const filter = filterAt(c, like)
  c.end()
  const seen = (o: CatalogObject): boolean => !ctx.hidden(keyOf(o.name))
  if (kind === 'COLUMNS') return showColumns(scope.object === null ? catalog.list([...relationKinds], defined(scope)).filter(seen) : [scope.object])
  const account = accountShapes[kind]
  if (account !== undefined)
    return listed(
      ctx,
      account.shape,
      [...catalog.account.values()].filter(o => o.kind === account.kind),
      o => o.name,
      filter,
    )
  if (kind === 'SCHEMAS') {
    const schemas = [...catalog.schemas.values()].filter(s => (scope.database ?? s.database) === s.database && !ctx.hidden(`${s.database}.${s.name}`, true))
    return listed(ctx, schemaShape, schemas, s => s.name, filter)
  }
  const { kinds, shape } = objectShapes[kind]!
  const found = catalog.list(kinds, defined(scope)).filter(seen)
  const counted = shape['rows'] === undefined ? new Map<CatalogObject, number>() : await rowCounts(ctx, found)
  return listed(ctx, shape, found, o => o.name.name, { ...filter, counted })
}

const relationKinds: readonly CatalogObject['kind'][] = ['TABLE', 'VIEW', 'MATERIALIZED VIEW', 'DYNAMIC TABLE', 'ONLINE FEATURE TABLE']

function kindAt(c: Cursor): string {
  const known = [...Object.keys(objectShapes), ...Object.keys(accountShapes), 'SCHEMAS', 'COLUMNS'].toSorted((a, b) => b.length - a.length)
  return c.oneOf(...known)
}

interface ScopeOf {
  readonly database: string | undefined
  readonly schema: string | undefined
  readonly object: CatalogObject | null
}

function defined({ database, schema }: ScopeOf): { readonly database?: string; readonly schema?: string } {
  return { ...(database === undefined ? {} : { database }), ...(schema === undefined ? {} : { schema }) }
}

function scopeAt(ctx: Context, c: Cursor, kind: string): ScopeOf {
  const { session } = ctx
  const { catalog } = session.world
  if (c.accept('ACCOUNT')) return { database: undefined, schema: undefined, object: null }
  if (kind === 'COLUMNS' && (c.accept('TABLE') || c.accept('VIEW')))
    return { database: undefined, schema: undefined, object: findRelation(ctx, fullName(c.name(), session)) }
  const database = c.accept('DATABASE')
  if (!database) c.accept('SCHEMA')
  const parts = c.name()
  if (database || (kind === 'SCHEMAS' && parts.length === 1)) {
    const [name] = parts
    ctx.guard(name!)
    if (catalog.findAccount('DATABASE', name!) === null) throw missing('Database', name!)
    return { database: name!, schema: undefined, object: null }
  }
  if (parts.length === 3) return { database: undefined, schema: undefined, object: findRelation(ctx, fullName(parts, session)) }
  const name = schemaName(parts, session)
  ctx.guard(`${name.database}.${name.name}`)
  catalog.requireSchema({ database: name.database, schema: name.name })
  return { database: name.database, schema: name.name, object: null }
}

function filterAt(c: Cursor, like: RegExp | null): Filter {
  const startsWith = c.accept('STARTS', 'WITH') ? c.text() : null
  const limit = c.accept('LIMIT') ? c.number() : most
  if (limit < 1 || limit > most) throw syntaxError(`LIMIT ${limit}`)
  return { like, startsWith, limit, from: c.accept('FROM') ? c.text() : null }
}

function likePattern(pattern: string): RegExp {
  const parts = [...pattern.matchAll(/\\([\s\S])|[\s\S]/g)].map(([all, escaped]) => {
    if (escaped === undefined && all === '%') return '.*'
    return escaped === undefined && all === '_' ? '.' : (escaped ?? all).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  })
  return new RegExp(`^${parts.join('')}$`, 'is')
}

function listed<T>(
  { session }: Context,
  shape: Shape<T>,
  objects: readonly T[],
  nameOf: (o: T) => string,
  filter: Filter & { readonly counted?: ReadonlyMap<T, number> },
): Answer {
  const kept = objects
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .filter(o => filter.like?.test(nameOf(o)) ?? true)
    .filter(o => filter.startsWith === null || nameOf(o).startsWith(filter.startsWith))
    .filter(o => filter.from === null || nameOf(o) > filter.from)
    .slice(0, filter.limit)
  const rows = kept.map((o): readonly Cell[] => Object.values(shape).map(fill => fill(o, session, filter.counted?.get(o) ?? null)))
  return listAnswer(Object.keys(shape), rows)
}

/** DESCRIBE of what has columns. */
export function describe(ctx: Context, c: Cursor): Answer {
  const kind = c.oneOf('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'DYNAMIC TABLE', 'ONLINE FEATURE TABLE')
  const found = findRelation(ctx, fullName(c.name(), ctx.session))
  if (kind === 'TABLE' && c.accept('TYPE', '=')) c.expect('COLUMNS')
  c.end()
  if (!isRelation(found.kind)) throw missing('Object', keyOf(found.name))
  return describeColumns(found)
}
