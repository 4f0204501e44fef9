import type { CatalogObject } from '../catalog.ts'
import { fullName, keyOf } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { missing } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import { typeAt } from '../types.ts'
import { clausesAt } from './clauses.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'
import { alreadyThere, newName, put } from './create-relation.ts'
import { bodyAt } from './procedures.ts'
import { settings } from './settings.ts'
import { signatureName } from './signature.ts'

/** CREATE TAG name [ALLOWED_VALUES 'a', ...] [PROPAGATE = word] [COMMENT = 'text'] */
export function createTag(ctx: Context, c: Cursor, head: Head): Answer {
  const { name, stays } = newName(ctx, c, head, 'TAG')
  const clauses = clausesAt(c, ['PROPAGATE', 'ON_CONFLICT'], (at, properties) => {
    if (!at.accept('ALLOWED_VALUES')) return false
    properties['ALLOWED_VALUES'] = JSON.stringify(values(at))
    return true
  })
  c.end()
  if (stays) return alreadyThere(name)
  put(ctx, { name, kind: 'TAG', columns: [], physical: null, body: null, clauses, properties: {} })
  return statusAnswer(`Tag ${name.name} successfully created.`)
}

function values(c: Cursor): readonly string[] {
  const found = [c.text()]
  while (c.accept(',')) found.push(c.text())
  return found
}

/** CREATE MASKING POLICY name AS (a type, ...) RETURNS type -> expression */
export function createPolicy(ctx: Context, c: Cursor, head: Head, kind: 'MASKING POLICY' | 'ROW ACCESS POLICY'): Answer {
  const { name, stays } = newName(ctx, c, head, kind)
  c.expect('AS')
  c.list(() => [c.identifier(), typeAt(c)])
  c.expect('RETURNS')
  typeAt(c)
  c.expect('-', '>')
  const body = bodyAt(c)
  c.end()
  if (stays) return alreadyThere(name)
  const clauses = { properties: {}, comment: null, tags: {}, clusterBy: '', copyGrants: false }
  put(ctx, { name, kind, columns: [], physical: null, body, clauses, properties: {} })
  return statusAnswer(`${kind[0]}${kind.slice(1).toLowerCase()} ${name.name} successfully created.`)
}

/** ALTER of what has a name, a comment and few properties. */
export function alterPlain(ctx: Context, c: Cursor, kind: CatalogObject['kind']): Answer {
  const { catalog } = ctx.session.world
  const ifExists = c.accept('IF', 'EXISTS')
  const written = fullName(c.name(), ctx.session)
  const name = kind === 'PROCEDURE' ? { ...written, name: signatureName(c, written.name) } : written
  const found = catalog.find(kind, name)
  const done = statusAnswer('Statement executed successfully.')
  if (found === null) {
    if (!ifExists) throw missing(kind === 'TAG' ? 'Tag' : 'Object', keyOf(name))
    c.rest()
    return done
  }
  if (c.accept('RENAME', 'TO')) catalog.rename(found, fullName(c.name(), ctx.session))
  else if (kind === 'TAG' && (c.accept('ADD', 'ALLOWED_VALUES') || c.accept('DROP', 'ALLOWED_VALUES'))) {
    const add = c.peek(-2)!.value === 'ADD'
    const changed = values(c)
    const former = (JSON.parse(found.properties['ALLOWED_VALUES'] ?? '[]') as readonly string[]).filter(v => !changed.includes(v))
    catalog.put({ ...found, properties: { ...found.properties, ALLOWED_VALUES: JSON.stringify(add ? [...former, ...changed] : former) } })
  } else if (kind === 'PROCEDURE' && c.accept('EXECUTE', 'AS'))
    catalog.put({ ...found, properties: { ...found.properties, 'EXECUTE AS': c.oneOf('CALLER', 'OWNER') } })
  else catalog.put(settings(c, found))
  c.end()
  return done
}
