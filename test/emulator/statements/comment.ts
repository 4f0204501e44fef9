import type { CatalogObject } from '../catalog.ts'
import { kinds } from '../catalog.ts'
import { fullName, keyOf, schemaName } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { missing } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import type { Context } from './context.ts'
import { signatureName } from './signature.ts'
import { findRelation } from './relations.ts'

/** COMMENT [IF EXISTS] ON kind name IS 'text' */
export function comment(ctx: Context, c: Cursor): Answer {
  const { session } = ctx
  const { catalog } = session.world
  const ifExists = c.accept('IF', 'EXISTS')
  c.expect('ON')
  const kind = c.oneOf('COLUMN', 'SCHEMA', 'DATABASE', 'WAREHOUSE', 'ROLE', ...kinds.toSorted((a, b) => b.length - a.length))
  const parts = c.name()
  const signature = kind === 'PROCEDURE' || kind.endsWith('FUNCTION') ? signatureName(c, parts.at(-1)!) : null
  c.expect('IS')
  const text = c.text()
  c.end()
  const comment = text === '' ? null : text
  if (kind === 'COLUMN') onColumn(ctx, parts, comment)
  else if (kind === 'SCHEMA') {
    const { database, name } = schemaName(parts, session)
    catalog.putSchema({ ...catalog.requireSchema({ database, schema: name }), comment })
  } else if (kind === 'DATABASE' || kind === 'WAREHOUSE' || kind === 'ROLE') {
    const found = catalog.findAccount(kind, parts[0]!)
    if (found === null) throw missing('Object', parts[0]!)
    catalog.putAccount({ ...found, comment })
  } else {
    const written = fullName(parts, session)
    const name = signature === null ? written : { ...written, name: signature }
    ctx.guard(keyOf(name))
    const found = catalog.find(kind as CatalogObject['kind'], name)
    if (found !== null) catalog.put({ ...found, comment })
    else if (!ifExists) throw missing('Object', keyOf(name))
  }
  return statusAnswer('Statement executed successfully.')
}

function onColumn(ctx: Context, parts: readonly string[], text: string | null): void {
  const found = findRelation(ctx, fullName(parts.slice(0, -1), ctx.session))
  const name = parts.at(-1)!
  if (!found.columns.some(x => x.name === name)) throw missing('Column', name)
  ctx.session.world.catalog.put({ ...found, columns: found.columns.map(x => (x.name === name ? { ...x, comment: text } : x)) })
}
