import type { Catalog, CatalogObject } from '../catalog.ts'
import { kinds } from '../catalog.ts'
import type { FullName } from '../names.ts'
import { fullName, keyOf, schemaName, spelled } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { missing } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Context } from './context.ts'
import { signatureName } from './signature.ts'

/** Those of an object that is no more. */
export function dropGrants(catalog: Catalog, name: FullName): void {
  const key = keyOf(name)
  catalog.grants = catalog.grants.filter(g => g.future || g.name !== key)
}

/** Grants on future objects of the kind in its schema or database take effect when one comes. */
export function futureGrants(catalog: Catalog, o: CatalogObject): void {
  const scopes = [`${spelled(o.name.database)}.${spelled(o.name.schema)}`, spelled(o.name.database)].map(s => `${s}.<${o.kind}>`)
  const due = catalog.grants.filter(g => g.future && scopes.includes(g.name))
  for (const g of due) catalog.grants = [...catalog.grants, { ...g, future: false, on: o.kind, name: keyOf(o.name) }]
}

interface Target {
  readonly on: string
  readonly name: string
}

const account = ['DATABASE', 'WAREHOUSE', 'INTEGRATION', 'ROLE', 'USER'] as const

/** `TABLE a.b.c`, `SCHEMA a.b`, `WAREHOUSE x`, `ACCOUNT` */
export function grantTargetAt(ctx: Context, c: Cursor): Target {
  const { session } = ctx
  const { catalog } = session.world
  if (c.accept('ACCOUNT')) return { on: 'ACCOUNT', name: 'ACCOUNT' }
  if (c.accept('SCHEMA')) {
    const { database, name } = schemaName(c.name(), session)
    catalog.requireSchema({ database, schema: name })
    return { on: 'SCHEMA', name: `${spelled(database)}.${spelled(name)}` }
  }
  const on = c.oneOf(...account, ...kinds)
  const kind = account.find(a => a === on)
  if (kind !== undefined) {
    const name = c.identifier()
    if (catalog.findAccount(kind, name) === null) throw missing('Object', name)
    return { on, name: spelled(name) }
  }
  const written = fullName(c.name(), session)
  const name = c.sees('(') ? { ...written, name: signatureName(c, written.name) } : written
  ctx.guard(keyOf(name))
  const found = catalog.find(on as CatalogObject['kind'], name)
  if (found === null) throw missing('Object', keyOf(name))
  return { on: found.kind, name: keyOf(name) }
}

const plurals: Readonly<Record<string, string>> = {
  ...Object.fromEntries(kinds.map(k => [k.endsWith('Y') ? `${k.slice(0, -1)}IES` : `${k}S`, k])),
  SCHEMAS: 'SCHEMA',
}

/** GRANT privileges ON target TO ROLE name [WITH GRANT OPTION], GRANT ROLE a TO ROLE b; and REVOKE. */
export function grant(ctx: Context, c: Cursor, give: boolean): Answer {
  const { catalog } = ctx.session.world
  if (!give) c.accept('GRANT', 'OPTION', 'FOR')
  if (c.accept('ROLE')) {
    const role = requireRole(ctx, c.identifier())
    put(ctx, give, [{ on: 'ROLE', name: role }], ['USAGE'], toWhom(ctx, c, give), false)
    return done(c)
  }
  const privileges = [privilegeAt(c)]
  while (c.accept(',')) privileges.push(privilegeAt(c))
  c.expect('ON')
  const future = c.accept('FUTURE')
  const targets = future || c.accept('ALL') ? manyAt(ctx, c, future) : [grantTargetAt(ctx, c)]
  const to = toWhom(ctx, c, give)
  const option = c.accept('WITH', 'GRANT', 'OPTION')
  if (c.accept('COPY', 'CURRENT', 'GRANTS') || c.accept('REVOKE', 'CURRENT', 'GRANTS')) catalog.version++
  put(ctx, give, targets, privileges, to, option, future)
  return done(c)
}

function done(c: Cursor): Answer {
  c.accept('CASCADE')
  c.accept('RESTRICT')
  c.end()
  return statusAnswer('Statement executed successfully.')
}

function privilegeAt(c: Cursor): string {
  const words = [c.identifier()]
  while (!c.sees('ON') && !c.sees(',')) words.push(c.identifier())
  return words.join(' ')
}

function manyAt(ctx: Context, c: Cursor, future: boolean): readonly Target[] {
  const { catalog } = ctx.session.world
  const kind = plurals[c.oneOf(...Object.keys(plurals).toSorted((a, b) => b.length - a.length))]!
  c.expect('IN')
  const inDatabase = c.oneOf('DATABASE', 'SCHEMA') === 'DATABASE'
  const scope = inDatabase ? { database: c.identifier(), name: null } : schemaName(c.name(), ctx.session)
  if (scope.name !== null) catalog.requireSchema({ database: scope.database, schema: scope.name })
  const place = scope.name === null ? spelled(scope.database) : `${spelled(scope.database)}.${spelled(scope.name)}`
  if (future) return [{ on: kind, name: `${place}.<${kind}>` }]
  const within = scope.name === null ? { database: scope.database } : { database: scope.database, schema: scope.name }
  return catalog.list(kind as CatalogObject['kind'], within).map(o => ({ on: o.kind, name: keyOf(o.name) }))
}

function toWhom(ctx: Context, c: Cursor, give: boolean): string {
  c.expect(give ? 'TO' : 'FROM')
  if (c.accept('USER')) return c.identifier()
  if (c.accept('DATABASE', 'ROLE')) return c.name().join('.')
  c.accept('ROLE')
  return requireRole(ctx, c.identifier())
}

function requireRole({ session }: Context, name: string): string {
  if (session.world.catalog.findAccount('ROLE', name) === null) throw missing('Role', name)
  return name
}

function put(
  { session }: Context,
  give: boolean,
  targets: readonly Target[],
  privileges: readonly string[],
  to: string,
  option: boolean,
  future = false,
): void {
  const { catalog } = session.world
  for (const { on, name } of targets) {
    for (const privilege of privileges) {
      catalog.grants = catalog.grants.filter(
        g => !(g.name === name && g.on === on && g.to === to && g.future === future && (g.privilege === privilege || privilege.startsWith('ALL'))),
      )
      if (give) catalog.grants = [...catalog.grants, { privilege, on, name, to, future, option, createdOn: Date.now() }]
    }
  }
  catalog.version++
}
