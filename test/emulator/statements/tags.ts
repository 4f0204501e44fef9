import type { CatalogObject } from '../catalog.ts'
import { fullName, keyOf } from '../names.ts'
import { invalid, missing } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Context } from './context.ts'

/** The full name of a policy or tag that comes next, which must be there. */
export function requireObject(ctx: Context, c: Cursor, kind: CatalogObject['kind']): string {
  const name = fullName(c.name(), ctx.session)
  if (ctx.session.world.catalog.find(kind, name) === null) throw missing(kind === 'TAG' ? 'Tag' : 'Object', keyOf(name))
  return keyOf(name)
}

/** `name = 'value'` of a tag that is there and allows the value. */
export function tagAt(ctx: Context, c: Cursor): readonly [string, string] {
  const name = fullName(c.name(), ctx.session)
  c.expect('=')
  return allowed(ctx, name, c.text())
}

function allowed({ session }: Context, name: Parameters<typeof keyOf>[0], value: string): readonly [string, string] {
  const tag = session.world.catalog.find('TAG', name)
  if (tag === null) throw missing('Tag', keyOf(name))
  const values = tag.properties['ALLOWED_VALUES']
  if (values !== undefined && !(JSON.parse(values) as readonly string[]).includes(value))
    throw invalid(`Tag value '${value}' is not an allowed value for tag ${keyOf(name)}.`)
  return [keyOf(name), value]
}

/** The tags of a definition, by their full names. */
export function knownTags(ctx: Context, tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).map(([written, value]) => allowed(ctx, fullName(written.split('.'), ctx.session), value)))
}

/** SET TAG and UNSET TAG of a column: properties of its table. */
export function columnTags(ctx: Context, c: Cursor, o: CatalogObject, column: string): Readonly<Record<string, string>> {
  const properties = { ...o.properties }
  const set = c.next().value === 'SET'
  c.expect('TAG')
  do {
    const [name, value] = set ? tagAt(ctx, c) : [requireObject(ctx, c, 'TAG'), null]
    if (value === null) delete properties[`TAG ${column} ${name}`]
    else properties[`TAG ${column} ${name}`] = value
  } while (c.accept(','))
  return properties
}
