import type { Grant } from '../catalog.ts'
import { fullName, keyOf } from '../names.ts'
import type { Answer } from '../results.ts'
import { listAnswer } from '../results.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Context } from '../statements/context.ts'
import { grantTargetAt } from '../statements/grants.ts'

/** SHOW GRANTS ON object, TO ROLE name, OF ROLE name; SHOW FUTURE GRANTS IN SCHEMA name, TO ROLE name */
export function showGrants(ctx: Context, c: Cursor): Answer {
  const { grants } = ctx.session.world.catalog
  if (c.accept('FUTURE', 'GRANTS')) {
    const role = c.accept('TO', 'ROLE') ? c.identifier() : null
    const within = role === null && c.accept('IN') ? scopeName(ctx, c) : null
    c.end()
    const found = grants.filter(g => g.future && (role === null || g.to === role) && (within === null || g.name.startsWith(`${within}.<`)))
    return listAnswer(
      ['created_on', 'privilege', 'grant_on', 'name', 'grant_to', 'grantee_name', 'grant_option'],
      found.map(g => [g.createdOn, g.privilege, g.on, g.name, 'ROLE', g.to, String(g.option)]),
    )
  }
  if (c.accept('TO', 'ROLE')) {
    const role = c.identifier()
    c.end()
    return answer(grants.filter(g => !g.future && g.to === role))
  }
  if (c.accept('ON')) {
    const { name } = grantTargetAt(ctx, c)
    c.end()
    return answer(grants.filter(g => !g.future && g.name === name))
  }
  c.end()
  return answer(grants.filter(g => !g.future && g.to === ctx.session.role))
}

function scopeName(ctx: Context, c: Cursor): string {
  if (c.accept('DATABASE')) return c.identifier()
  c.expect('SCHEMA')
  const parts = c.name()
  return keyOf(fullName([...parts, 'x'], ctx.session))
    .split('.')
    .slice(0, 2)
    .join('.')
}

function answer(found: readonly Grant[]): Answer {
  return listAnswer(
    ['created_on', 'privilege', 'granted_on', 'name', 'granted_to', 'grantee_name', 'grant_option', 'granted_by'],
    found.map(g => [g.createdOn, g.privilege, g.on, g.name, 'ROLE', g.to, String(g.option), 'ACCOUNTADMIN']),
  )
}
