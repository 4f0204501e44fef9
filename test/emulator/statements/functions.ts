import { fullName, keyOf } from '../names.ts'
import type { FullName } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { exists, invalid } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import { tokensOf } from '../sql/tokens.ts'
import { typeAt } from '../types.ts'
import { clausesAt } from './clauses.ts'
import { tableBody } from './columns.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'
import { columnsBelow, put } from './create-relation.ts'
import { rewritten } from './relations.ts'
import { plainName } from './signature.ts'

/** CREATE FUNCTION name (a type, ...) [COPY GRANTS] RETURNS TABLE (b type, ...) ... AS 'query'; others are not known here. */
export async function createFunction(ctx: Context, c: Cursor, head: Head): Promise<Answer> {
  const { catalog } = ctx.session.world
  const written = fullName(c.name(), ctx.session)
  const parameters = c.accept('(', ')') ? [] : c.list(() => ({ name: c.identifier(), type: typeAt(c) }))
  const name: FullName = { ...written, name: `${written.name}(${parameters.map(p => plainName(p.type)).join(', ')})` }
  ctx.guard(keyOf(written))
  const copyGrants = c.accept('COPY', 'GRANTS')
  c.expect('RETURNS', 'TABLE')
  const { columns } = tableBody(c)
  const clauses = clausesAt(c, [])
  c.expect('AS')
  const body = c.text()
  c.end()
  // Typed NULLs stand for the arguments: the query must give as many columns as it says.
  const variables = new Map(parameters.map(p => [p.name, `CAST(NULL AS ${p.type.below})`]))
  const { sql } = rewritten({ ...ctx, variables, expression: true }, body, tokensOf(body), { query: true })
  if ((await columnsBelow(ctx, sql)).length !== columns.length) throw invalid('Declared return columns do not match those of the query.')
  if (catalog.find('FUNCTION', name) !== null && !head.orReplace) throw exists(keyOf(name))
  const properties = { PARAMETERS: JSON.stringify(parameters.map(p => [p.name, p.type.below])), RETURNS: 'TABLE' }
  put(ctx, { name, kind: 'FUNCTION', columns, physical: null, body, clauses: { ...clauses, copyGrants }, properties })
  return statusAnswer(`Function ${written.name} successfully created.`)
}
