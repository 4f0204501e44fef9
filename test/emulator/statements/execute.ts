import type { AccountObject, CatalogObject } from '../catalog.ts'
import { kinds } from '../catalog.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { show, describe } from '../show/show.ts'
import { SqlError } from '../sql-error.ts'
import { isScript } from '../script/parse.ts'
import { Cursor } from '../sql/cursor.ts'
import { use } from './account.ts'
import { alter } from './alter.ts'
import { comment } from './comment.ts'
import type { Context } from './context.ts'
import { create } from './create.ts'
import { explain, insert, merge, query, remove, truncate, update } from './dml.ts'
import { dropAccount, dropObject, dropSchema, undrop } from './drop.ts'
import { grant } from './grants.ts'
import { anonymousBlock, call } from './procedures.ts'
import { executeTask } from './tasks.ts'

/** Statements that commit an open transaction before they run, whether they succeed or not. */
const definitions: ReadonlySet<string> = new Set(['CREATE', 'ALTER', 'DROP', 'UNDROP', 'GRANT', 'REVOKE', 'COMMENT', 'TRUNCATE'])

/** Runs one statement in its session, or a chain of them. What is not known here is an error. */
export async function execute(ctx: Context, sql: string): Promise<Answer> {
  if (isScript(sql)) return anonymousBlock(ctx, sql, run)
  requireSingle(new Cursor(sql))
  let { chain } = ctx
  for (const tokens of partsOf(new Cursor(sql))) chain = [...chain, await run({ ...ctx, chain }, new Cursor(sql, tokens))]
  return chain.at(-1)!
}

/** With the words of a recorded error. */
function requireSingle({ tokens }: Cursor): void {
  const end = tokens.findIndex(t => t.kind === 'op' && t.value === ';')
  if (end < 0 || end === tokens.length - 1) return
  throw new SqlError('000006', '0A000', 'Multiple SQL statements in a single API call are not supported; use one API call per statement instead.')
}

/** The statements between `->>`. */
function partsOf({ tokens }: Cursor): readonly Cursor['tokens'][] {
  const at = tokens.findIndex(t => t.kind === 'op' && t.value === '->>')
  return at < 0 ? [tokens] : [tokens.slice(0, at), ...partsOf(new Cursor('', tokens.slice(at + 1)))]
}

async function run(ctx: Context, c: Cursor): Promise<Answer> {
  const first = c.peek()
  if (first === null) throw c.unexpected('a statement')
  if (first.kind === 'op' && first.value === '(') return query(ctx, c)
  if (first.kind !== 'word') throw c.unexpected('a statement')
  if (definitions.has(first.value) && !c.sees('ALTER', 'SESSION')) await ctx.session.commit()
  if (first.value === 'SELECT' || first.value === 'WITH') return query(ctx, c)
  const statement = statements[first.value]
  if (statement === undefined) throw c.unexpected('a statement that is known')
  c.next()
  return definitions.has(first.value) ? ctx.session.world.defining(() => statement(ctx, c)) : statement(ctx, c)
}

const statements: Readonly<Record<string, (ctx: Context, c: Cursor) => Answer | Promise<Answer>>> = {
  INSERT: insert,
  UPDATE: update,
  DELETE: remove,
  MERGE: merge,
  TRUNCATE: truncate,
  CREATE: create,
  ALTER: alter,
  DROP: drop,
  UNDROP: (ctx, c) => undrop(ctx, c, c.oneOf('TABLE', 'DYNAMIC TABLE') as CatalogObject['kind']),
  COMMENT: comment,
  GRANT: (ctx, c) => grant(ctx, c, true),
  REVOKE: (ctx, c) => grant(ctx, c, false),
  CALL: (ctx, c) => call(ctx, c, run),
  EXECUTE: (ctx, c) => executeTask(ctx, c, run),
  EXPLAIN: explain,
  SHOW: show,
  DESCRIBE: describe,
  DESC: describe,
  USE: use,
  BEGIN: begin,
  START: begin,
  COMMIT: (ctx, c) => end(ctx, c, true),
  ROLLBACK: (ctx, c) => end(ctx, c, false),
}

const accountKinds: readonly AccountObject['kind'][] = ['DATABASE', 'WAREHOUSE', 'ROLE', 'INTEGRATION', 'USER']

function drop(ctx: Context, c: Cursor): Answer {
  const kind = c.oneOf('SCHEMA', ...accountKinds, ...kinds.toSorted((a, b) => b.length - a.length))
  if (kind === 'SCHEMA') return dropSchema(ctx, c)
  const account = accountKinds.find(k => k === kind)
  return account === undefined ? dropObject(ctx, c, kind as CatalogObject['kind']) : dropAccount(ctx, c, account)
}

/** A second BEGIN changes nothing, as documented. */
function begin({ session }: Context, c: Cursor): Answer {
  if (!c.accept('TRANSACTION')) c.accept('WORK')
  if (c.accept('NAME')) c.identifier()
  c.end()
  session.begin()
  return statusAnswer('Statement executed successfully.')
}

async function end({ session }: Context, c: Cursor, commit: boolean): Promise<Answer> {
  c.accept('WORK')
  c.end()
  await (commit ? session.commit() : session.rollback())
  return statusAnswer('Statement executed successfully.')
}
