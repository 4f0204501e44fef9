import type { AccountObject, CatalogObject } from '../catalog.ts'
import { isRelation } from '../catalog.ts'
import { fullName, keyOf, schemaName } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer, typeIds } from '../results.ts'
import { exists, invalid, missing } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Context } from './context.ts'
import { dropGrants } from './grants.ts'
import { signatureName } from './signature.ts'

function dropped(name: string, there: boolean): Answer {
  return statusAnswer(there ? `${name} successfully dropped.` : `Drop statement executed successfully (${name} already dropped).`, typeIds.drop)
}

/** DROP of an object of a schema. */
export function dropObject(ctx: Context, c: Cursor, kind: CatalogObject['kind']): Answer {
  const { catalog } = ctx.session.world
  const ifExists = c.accept('IF', 'EXISTS')
  const written = fullName(c.name(), ctx.session)
  const name = kind === 'PROCEDURE' || kind === 'FUNCTION' || kind === 'DATA METRIC FUNCTION' ? { ...written, name: signatureName(c, written.name) } : written
  c.accept('CASCADE')
  c.accept('RESTRICT')
  c.end()
  ctx.guard(keyOf(name))
  const found = catalog.find(kind, name)
  if (found === null) {
    if (!ifExists) throw missing(isRelation(kind) ? 'Table' : title(kind), keyOf(name))
    return dropped(name.name, false)
  }
  if (found.kind !== kind) throw invalid(`Object found is of type '${found.kind}', not specified type '${kind}'.`)
  catalog.drop(found)
  dropGrants(catalog, name)
  return dropped(name.name, true)
}

export function dropSchema(ctx: Context, c: Cursor): Answer {
  const { catalog } = ctx.session.world
  const ifExists = c.accept('IF', 'EXISTS')
  const name = schemaName(c.name(), ctx.session)
  c.accept('CASCADE')
  c.accept('RESTRICT')
  c.end()
  ctx.guard(`${name.database}.${name.name}`)
  const found = catalog.findSchema(name.database, name.name)
  if (found === null && !ifExists) throw missing('Schema', `${name.database}.${name.name}`)
  if (found !== null) catalog.dropSchema(found)
  return dropped(name.name, found !== null)
}

export function dropAccount(ctx: Context, c: Cursor, kind: AccountObject['kind']): Answer {
  const { catalog } = ctx.session.world
  const ifExists = c.accept('IF', 'EXISTS')
  const name = c.identifier()
  c.accept('CASCADE')
  c.end()
  ctx.guard(name)
  const found = catalog.findAccount(kind, name)
  if (found === null && !ifExists) throw missing(title(kind), name)
  if (found !== null) catalog.dropAccount(kind, name)
  return dropped(name, found !== null)
}

/** The newest dropped object of the name comes back. */
export function undrop(ctx: Context, c: Cursor, kind: CatalogObject['kind']): Answer {
  const { catalog } = ctx.session.world
  const name = fullName(c.name(), ctx.session)
  c.end()
  const found = catalog.dropped.findLast(o => o.kind === kind && keyOf(o.name) === keyOf(name))
  if (found === undefined) throw missing(title(kind), keyOf(name))
  if (catalog.find(kind, name) !== null) throw exists(keyOf(name))
  catalog.put(found)
  return statusAnswer(`${title(kind)} ${name.name} successfully restored.`)
}

function title(kind: string): string {
  return `${kind[0]}${kind.slice(1).toLowerCase()}`
}
