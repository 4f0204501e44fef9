import type { Answer } from '../results.ts'
import { SqlError, syntaxError } from '../sql-error.ts'
import { Cursor } from '../sql/cursor.ts'
import { textBelow } from '../rewrite/text.ts'
import type { Context } from '../statements/context.ts'
import { rewritten, runWork } from '../statements/relations.ts'
import type { Block, Piece, ScriptStatement } from './parse.ts'

/** Runs a statement of a script: `text` is the whole script, in which the tokens are. */
export type RunStatement = (ctx: Context, cursor: Cursor) => Promise<Answer>

interface Running {
  readonly source: string
  readonly ctx: Context
  readonly variables: Map<string, string>
  readonly execute: RunStatement
  /** Exceptions that blocks around declare. */
  readonly exceptions: ReadonlyMap<string, { readonly number: number; readonly message: string }>
  /** What is being handled. */
  readonly handling: Raised | null
}

/** What was raised, with the name by which it can be handled. */
class Raised extends Error {
  readonly type: string
  readonly error: SqlError

  constructor(type: string, error: SqlError) {
    super(error.message)
    this.type = type
    this.error = error
  }
}

interface Returned {
  readonly value: string
}

/** Runs a script; the value that it returns, as SQL of the engine below, and null where it returns none. */
export async function runScript(
  ctx: Context,
  source: string,
  block: Block,
  variables: ReadonlyMap<string, string>,
  execute: RunStatement,
): Promise<string | null> {
  const own = new Map(variables)
  try {
    const returned = await runBlock(
      { source, ctx: { ...ctx, variables: own, bound: new Map() }, variables: own, execute, exceptions: new Map(), handling: null },
      block,
    )
    return returned?.value ?? null
  } catch (error) {
    if (!(error instanceof Raised)) throw error
    throw error.error
  }
}

async function runBlock(outer: Running, block: Block): Promise<Returned | null> {
  const r = { ...outer, exceptions: new Map([...outer.exceptions, ...block.exceptions]) }
  try {
    for (const variable of block.declared) await assign(r, variable, 'NULL')
    return await runAll(r, block.statements)
  } catch (error) {
    const raised = asRaised(error, r)
    const handler = block.handlers.find(h => h.names.includes('OTHER') || h.names.includes(raised.type))
    if (handler === undefined) throw raised
    r.variables.set('SQLERRM', textBelow(raised.error.message))
    r.variables.set('SQLCODE', raised.error.code)
    r.variables.set('SQLSTATE', textBelow(raised.error.sqlState))
    return runAll({ ...r, handling: raised }, handler.run)
  }
}

/** An error of a statement says where in the script it came up. */
function asRaised(error: unknown, { source }: Running): Raised {
  if (error instanceof Raised) return error
  if (!(error instanceof SqlError)) throw error
  const message = `Uncaught exception of type 'STATEMENT_ERROR' on line ${source.split('\n').length} at position 0 : ${error.message}`
  return new Raised('STATEMENT_ERROR', new SqlError(error.code, error.sqlState, message))
}

async function runAll(r: Running, statements: readonly ScriptStatement[]): Promise<Returned | null> {
  for (const statement of statements) {
    const returned = await runOne(r, statement)
    if (returned !== null) return returned
  }
  return null
}

async function runOne(r: Running, s: ScriptStatement): Promise<Returned | null> {
  switch (s.kind) {
    case 'sql':
      await runSql(r, s.piece)
      return null
    case 'assign':
      await assign(r, s, 'NULL')
      return null
    case 'if':
      for (const { when, run } of s.arms) if (when === null || (await evaluate(r, when)) === 'TRUE') return runAll(r, run)
      return null
    case 'return':
      return { value: s.value === null ? 'NULL' : await evaluate(r, s.value) }
    case 'raise':
      throw raise(r, s)
    case 'block':
      return runBlock(r, s.block)
  }
}

function raise({ exceptions, handling, source }: Running, { name, at }: Extract<ScriptStatement, { kind: 'raise' }>): Raised {
  if (name === null) {
    if (handling === null) throw syntaxError("'RAISE' without a name outside of a handler")
    return handling
  }
  const declared = exceptions.get(name)
  if (declared === undefined) throw syntaxError(`the exception '${name}' is not declared`)
  const lines = source.slice(0, at).split('\n')
  const where = `on line ${lines.length} at position ${lines.at(-1)!.length}`
  // As the documentation prints it.
  return new Raised(name, new SqlError(String(declared.number), 'P0001', `Uncaught exception of type '${name}' ${where} : ${declared.message}`))
}

async function runSql(r: Running, piece: Piece): Promise<void> {
  const into = intoAt(piece)
  if (into !== null) return selectInto(r, into)
  const { stats } = await r.execute(r.ctx, new Cursor(r.source, piece))
  if (stats === null) return
  const rows = stats.numRowsInserted + stats.numRowsUpdated + stats.numRowsDeleted
  r.variables.set('SQLROWCOUNT', String(rows))
  r.variables.set('SQLFOUND', rows > 0 ? 'TRUE' : 'FALSE')
}

interface Into {
  readonly query: Piece
  readonly names: readonly string[]
}

/** `SELECT ... INTO :A, :B FROM ...`; null where the statement is another one. */
function intoAt(piece: Piece): Into | null {
  let depth = 0
  const at = piece.findIndex(t => {
    if (t.kind === 'op') depth += t.value === '(' ? 1 : t.value === ')' ? -1 : 0
    return depth === 0 && t.kind === 'word' && t.value === 'INTO'
  })
  if (piece[0]?.value !== 'SELECT' || at < 0) return null
  const names: string[] = []
  let end = at + 1
  for (; piece[end]?.kind === 'bind'; end++) {
    names.push(piece[end]!.value)
    if (piece[end + 1]?.value === ',') end++
  }
  return { query: [...piece.slice(0, at), ...piece.slice(end)], names }
}

/** Exactly one row, as documented. */
async function selectInto(r: Running, { query, names }: Into): Promise<void> {
  const { sql, reads } = rewritten(r.ctx, r.source, query, { query: true })
  const { rows, types } = await runWork(r.ctx, { sql, reads })
  if (rows.length !== 1) throw new SqlError('090150', '22000', `A SELECT INTO statement expects exactly 1 returned row, but got ${rows.length}.`)
  if (rows[0]!.length !== names.length) throw syntaxError(`INTO names ${names.length} variables for ${rows[0]!.length} columns`)
  for (const [i, name] of names.entries()) r.variables.set(name, constantOf(rows[0]![i], types[i]!))
}

async function assign(r: Running, { name, type, value }: Extract<ScriptStatement, { kind: 'assign' }>, otherwise: string): Promise<void> {
  const sql = value === null ? otherwise : await evaluate(r, value)
  r.variables.set(name, type === null ? sql : `CAST(${sql} AS ${type})`)
}

/** The value of an expression as a constant of the engine below. */
async function evaluate(r: Running, piece: Piece): Promise<string> {
  const { sql, reads } = rewritten({ ...r.ctx, expression: true }, r.source, piece, { query: false })
  const { rows, types } = await runWork(r.ctx, { sql: `SELECT ${sql}`, reads })
  return constantOf(rows[0]?.[0], types[0]!)
}

function constantOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return `CAST(NULL AS ${type === '"NULL"' ? 'VARCHAR' : type})`
  if (type === 'BOOLEAN') return value === true ? 'TRUE' : 'FALSE'
  return `CAST(${textBelow(typeof value === 'string' ? value : JSON.stringify(value))} AS ${type})`
}
