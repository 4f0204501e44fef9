import type { CatalogObject } from '../catalog.ts'
import { fullName, keyOf, quoteBelow } from '../names.ts'
import type { Answer } from '../results.ts'
import { deleteAnswer, insertAnswer, mergeAnswer, queryAnswer, statusAnswer, updateAnswer } from '../results.ts'
import { textType } from '../types.ts'
import { SqlError, unsupported } from '../sql-error.ts'
import { Cursor } from '../sql/cursor.ts'
import type { Context } from './context.ts'
import type { Rewritten } from './relations.ts'
import { findRelation, rewritten, runWork } from './relations.ts'

export async function query(ctx: Context, c: Cursor): Promise<Answer> {
  return queryAnswer(await runWork(ctx, rewritten(ctx, c.sql, withoutEnd(c), { query: true })))
}

/** The columns that a query would have. */
export async function describeQuery(ctx: Context, sql: string): Promise<Answer> {
  const { sql: below, reads } = rewritten(ctx, sql, withoutEnd(new Cursor(sql)), { query: true })
  return queryAnswer(await runWork(ctx, { sql: `SELECT * FROM (${below}) AS "_described" LIMIT 0`, reads }))
}

/** EXPLAIN [USING TEXT] query: that the query can run. The plan itself is not imitated. */
export async function explain(ctx: Context, c: Cursor): Promise<Answer> {
  if (c.accept('USING')) c.oneOf('TEXT', 'TABULAR', 'JSON')
  const { sql, reads } = rewritten(ctx, c.sql, statementRest(c), { query: true })
  await runWork(ctx, { sql: `EXPLAIN ${sql}`, reads })
  return { ...statusAnswer('GlobalStats:'), columns: [{ name: 'content', type: textType, nullable: true }] }
}

function withoutEnd(c: Cursor): Cursor['tokens'] {
  const last = c.tokens.at(-1)
  return last?.kind === 'op' && last.value === ';' ? c.tokens.slice(0, -1) : c.tokens
}

export async function insert(ctx: Context, c: Cursor): Promise<Answer> {
  const overwrite = c.accept('OVERWRITE')
  c.expect('INTO')
  const table = target(ctx, c)
  const columns = c.sees('(') && !isQueryAhead(c) ? c.list(() => quoteBelow(c.identifier())) : null
  const { sql, reads } = rewritten(ctx, c.sql, statementRest(c), { query: true })
  const below = `${quoteBelow(table.physical!)}${columns === null ? '' : ` (${columns.join(', ')})`} ${sql}`
  if (overwrite) await runWork(ctx, { sql: `DELETE FROM ${quoteBelow(table.physical!)}`, reads, writes: table.physical!, locks: true })
  const { changed } = await runWork(ctx, { sql: `INSERT INTO ${below}`, reads, writes: table.physical! })
  return insertAnswer(changed)
}

function isQueryAhead(c: Cursor): boolean {
  const inside = c.peek(1)
  return inside?.kind === 'word' && (inside.value === 'SELECT' || inside.value === 'WITH')
}

export async function update(ctx: Context, c: Cursor): Promise<Answer> {
  const { table, head } = aliased(ctx, c)
  if (!c.sees('SET')) throw c.unexpected('SET')
  const rest = rewritten(ctx, c.sql, statementRest(c), { query: false })
  return updateAnswer(await changing(ctx, table, `UPDATE ${head}`, rest))
}

export async function remove(ctx: Context, c: Cursor): Promise<Answer> {
  c.expect('FROM')
  const { table, head } = aliased(ctx, c)
  if (c.sees('USING')) throw unsupported('DELETE ... USING')
  if (!c.done && !c.sees('WHERE') && !c.sees(';')) throw c.unexpected('WHERE')
  const rest = rewritten(ctx, c.sql, statementRest(c), { query: false })
  return deleteAnswer(await changing(ctx, table, `DELETE FROM ${head}`, rest))
}

export async function truncate(ctx: Context, c: Cursor): Promise<Answer> {
  c.accept('TABLE')
  const table = target(ctx, c)
  c.end()
  await changing(ctx, table, `DELETE FROM ${quoteBelow(table.physical!)}`, { sql: '', reads: new Set() })
  return statusAnswer('Statement executed successfully.')
}

async function changing(ctx: Context, table: CatalogObject, head: string, { sql, reads }: Rewritten): Promise<number> {
  return (await runWork(ctx, { sql: `${head} ${sql}`, reads, writes: table.physical!, locks: true })).changed
}

/** Actions are counted by what the engine below says of each row. */
export async function merge(ctx: Context, c: Cursor): Promise<Answer> {
  c.expect('INTO')
  const { table, head } = aliased(ctx, c)
  c.expect('USING')
  const { sql, reads } = rewritten(ctx, c.sql, [{ kind: 'word', value: 'FROM', from: 0, to: 0 }, ...statementRest(c)], { query: false })
  const below = `MERGE INTO ${head} USING ${sql.replace(/^FROM\s+/, '')} RETURNING merge_action`
  const { rows } = await runWork(ctx, { sql: below, reads, writes: table.physical!, locks: true })
  const count = (action: string): number => rows.filter(r => r[0] === action).length
  return mergeAnswer({ inserted: count('INSERT'), updated: count('UPDATE'), deleted: count('DELETE') })
}

function statementRest(c: Cursor): Cursor['tokens'] {
  const rest = c.rest()
  const last = rest.at(-1)
  return last?.kind === 'op' && last.value === ';' ? rest.slice(0, -1) : rest
}

function aliased(ctx: Context, c: Cursor): { readonly table: CatalogObject; readonly head: string } {
  const table = target(ctx, c)
  const named = c.accept('AS') || (c.peek()?.kind !== 'op' && !c.done && !['SET', 'WHERE', 'USING'].includes(c.peek()!.value))
  const alias = named ? c.identifier() : table.name.name
  return { table, head: `${quoteBelow(table.physical!)} AS ${quoteBelow(alias)}` }
}

/** A table whose rows a statement may change. */
function target(ctx: Context, c: Cursor): CatalogObject {
  const found = findRelation(ctx, fullName(c.name(), ctx.session))
  if (found.kind === 'TABLE' && found.physical !== null) return found
  throw new SqlError('002003', '42S02', `SQL compilation error:\n${found.kind} '${keyOf(found.name)}' is not a table whose rows can be changed.`)
}
