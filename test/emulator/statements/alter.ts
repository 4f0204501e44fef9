import type { AccountObject } from '../catalog.ts'
import { schemaName, spelled } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { exists, missing } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import { alterSession } from './account.ts'
import { alterRelation } from './alter-table.ts'
import type { Context } from './context.ts'
import { alterPlain } from './plain-objects.ts'
import { settings } from './settings.ts'
import { alterScheduled } from './tasks.ts'

/** ALTER, by the words that name the kind. */
export async function alter(ctx: Context, c: Cursor): Promise<Answer> {
  const kind = c.oneOf(
    'TABLE',
    'VIEW',
    'MATERIALIZED VIEW',
    'DYNAMIC TABLE',
    'ONLINE FEATURE TABLE',
    'INTERACTIVE TABLE',
    'SESSION',
    'TASK',
    'ALERT',
    'TAG',
    'PROCEDURE',
    'MASKING POLICY',
    'ROW ACCESS POLICY',
    'SCHEMA',
    'DATABASE',
    'WAREHOUSE',
    'ROLE',
  )
  switch (kind) {
    case 'SESSION':
      return alterSession(ctx, c)
    case 'SCHEMA':
      return alterSchema(ctx, c)
    case 'DATABASE':
    case 'WAREHOUSE':
    case 'ROLE':
      return alterAccount(ctx, c, kind)
    case 'TASK':
    case 'ALERT':
      return alterScheduled(ctx, c, kind)
    case 'TAG':
    case 'PROCEDURE':
    case 'MASKING POLICY':
    case 'ROW ACCESS POLICY':
      return alterPlain(ctx, c, kind)
    case 'INTERACTIVE TABLE':
      return alterRelation(ctx, c, 'TABLE', true)
    default:
      return alterRelation(ctx, c, kind as Parameters<typeof alterRelation>[2])
  }
}

function alterSchema(ctx: Context, c: Cursor): Answer {
  const { catalog } = ctx.session.world
  c.accept('IF', 'EXISTS')
  const { database, name } = schemaName(c.name(), ctx.session)
  ctx.guard(`${spelled(database)}.${spelled(name)}`)
  const found = catalog.requireSchema({ database, schema: name })
  if (c.accept('RENAME', 'TO')) {
    const to = schemaName(c.name(), ctx.session)
    if (catalog.findSchema(to.database, to.name) !== null) throw exists(to.name)
    catalog.putSchema({ ...found, ...to })
    for (const o of catalog.objects.values())
      if (o.name.database === database && o.name.schema === name) catalog.rename(o, { ...o.name, database: to.database, schema: to.name })
    catalog.dropSchema(found)
  } else catalog.putSchema(settings(c, found))
  c.end()
  return statusAnswer('Statement executed successfully.')
}

function alterAccount(ctx: Context, c: Cursor, kind: AccountObject['kind']): Answer {
  const { catalog } = ctx.session.world
  const ifExists = c.accept('IF', 'EXISTS')
  const name = c.identifier()
  ctx.guard(name)
  const found = catalog.findAccount(kind, name)
  if (found === null && ifExists) {
    c.rest()
    return statusAnswer('Statement executed successfully.')
  }
  if (found === null) throw missing('Object', name)
  if (kind === 'WAREHOUSE' && (c.accept('RESUME', 'IF', 'SUSPENDED') || c.accept('RESUME') || c.accept('SUSPEND'))) catalog.putAccount(found)
  else catalog.putAccount(settings(c, found))
  c.end()
  return statusAnswer('Statement executed successfully.')
}
