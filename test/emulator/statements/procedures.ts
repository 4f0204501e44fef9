import type { CatalogObject } from '../catalog.ts'
import type { FullName } from '../names.ts'
import { fullName, keyOf } from '../names.ts'
import type { Answer } from '../results.ts'
import { queryAnswer, statusAnswer, typeIds } from '../results.ts'
import { parseScript } from '../script/parse.ts'
import type { RunStatement } from '../script/run.ts'
import { runScript } from '../script/run.ts'
import { argumentsOf } from '../rewrite/groups.ts'
import { SqlError, exists, syntaxError, unsupported } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import { typeAt } from '../types.ts'
import { clausesAt } from './clauses.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'
import { put, restOf } from './create-relation.ts'
import { parametersOf, rewritten, runWork } from './relations.ts'
import { argumentType, plainName } from './signature.ts'

/** CREATE PROCEDURE name (a type, ...) [COPY GRANTS] RETURNS type LANGUAGE SQL ... AS body */
export function createProcedure(ctx: Context, c: Cursor, head: Head): Answer {
  const { catalog } = ctx.session.world
  const written = fullName(c.name(), ctx.session)
  const parameters = c.accept('(', ')') ? [] : c.list(() => ({ name: c.identifier(), type: typeAt(c) }))
  const name: FullName = { ...written, name: `${written.name}(${parameters.map(p => plainName(p.type)).join(', ')})` }
  ctx.guard(keyOf(written))
  const copyGrants = c.accept('COPY', 'GRANTS')
  c.expect('RETURNS')
  const returns = typeAt(c)
  if (c.accept('NOT')) c.expect('NULL')
  c.expect('LANGUAGE', 'SQL')
  let rights = 'OWNER'
  const clauses = clausesAt(c, [], (at, properties) => {
    if (!at.accept('EXECUTE', 'AS')) return false
    rights = at.oneOf('CALLER', 'OWNER')
    properties['EXECUTE AS'] = rights
    return true
  })
  c.expect('AS')
  const body = c.text()
  c.end()
  parseScript(body)
  if (catalog.find('PROCEDURE', name) !== null && !head.orReplace) throw exists(keyOf(name))
  const properties = { PARAMETERS: JSON.stringify(parameters.map(p => [p.name, p.type.below])), RETURNS: plainName(returns) }
  put(ctx, { name, kind: 'PROCEDURE', columns: [], physical: null, body, clauses: { ...clauses, copyGrants }, properties })
  return statusAnswer(`Function ${written.name} successfully created.`)
}

/** CREATE DATA METRIC FUNCTION name (t TABLE(a type, ...)) RETURNS NUMBER AS 'expression' */
export function createMetric(ctx: Context, c: Cursor, head: Head): Answer {
  const { catalog } = ctx.session.world
  const ifNotExists = c.accept('IF', 'NOT', 'EXISTS')
  const written = fullName(c.name(), ctx.session)
  const types = c.list(() => {
    c.identifier()
    c.expect('TABLE')
    return `TABLE(${c.list(() => [c.identifier(), argumentType(c)][1]!).join(', ')})`
  })
  const name = { ...written, name: `${written.name}(${types.join(', ')})` }
  ctx.guard(keyOf(written))
  c.expect('RETURNS', 'NUMBER')
  if (c.accept('NOT')) c.expect('NULL')
  if (c.accept('LANGUAGE')) c.expect('SQL')
  const clauses = clausesAt(c, ['TAG'])
  c.expect('AS')
  const body = c.text()
  c.end()
  const found = catalog.find('DATA METRIC FUNCTION', name)
  if (found !== null && !head.orReplace) {
    if (ifNotExists) return statusAnswer(`${written.name} already exists, statement succeeded.`)
    throw exists(keyOf(name))
  }
  put(ctx, { name, kind: 'DATA METRIC FUNCTION', columns: [], physical: null, body, clauses, properties: {} })
  return statusAnswer(`Function ${written.name} successfully created.`)
}

/** CALL name(arguments): the script runs with the arguments bound. */
export async function call(ctx: Context, c: Cursor, execute: RunStatement): Promise<Answer> {
  const name = fullName(c.name(), ctx.session)
  const given = argumentsOf(c.group())
  c.end()
  ctx.guard(keyOf(name))
  const procedure = overload(ctx, name, given.length)
  const parameters = parametersOf(procedure)
  const variables = new Map(parameters.map(([parameter, type], i) => [parameter, `CAST(${constant(ctx, c, given[i]!)} AS ${type})`]))
  const value = await script(ctx, procedure.body!, variables, execute)
  const answer = queryAnswer(await runWork(ctx, { sql: `SELECT ${value ?? 'NULL'} AS "${name.name}"`, reads: new Set() }))
  return { ...answer, typeId: typeIds.other }
}

function overload({ session }: Context, name: FullName, count: number): CatalogObject {
  const { catalog } = session.world
  catalog.requireSchema(name)
  const named = catalog.list('PROCEDURE', name).filter(o => o.name.name.startsWith(`${name.name}(`))
  const fitting = named.find(o => parametersOf(o).length === count)
  if (fitting !== undefined) return fitting
  throw new SqlError('002141', '42601', `SQL compilation error:\nUnknown user-defined function ${keyOf(name)}.`)
}

function constant(ctx: Context, c: Cursor, tokens: ReturnType<typeof argumentsOf>[number]): string {
  const { sql, reads } = rewritten(ctx, c.sql, tokens, { query: false })
  if (reads.size > 0) throw unsupported('queries as arguments of CALL')
  return sql
}

/** A transaction that was open before is left alone; one that the script leaves open is an error and taken back. */
export async function script(ctx: Context, source: string, variables: ReadonlyMap<string, string>, execute: RunStatement): Promise<string | null> {
  const { session } = ctx
  const outer = session.transaction
  session.transaction = null
  try {
    const value = await runScript(ctx, source, parseScript(source), variables, execute)
    if (session.transaction !== null)
      throw new SqlError(
        '090232',
        '25000',
        'Stored procedure execution error: Scoped transaction started in stored procedure is incomplete and it was rolled back.',
      )
    return value
  } finally {
    await session.rollback()
    session.transaction = outer
  }
}

/** BEGIN ... END as a statement of its own, or in EXECUTE IMMEDIATE. */
export async function anonymousBlock(ctx: Context, source: string, execute: RunStatement): Promise<Answer> {
  if (ctx.session.transaction !== null) throw syntaxError('the emulator runs a block outside of a transaction only')
  const value = await script(ctx, source, new Map(), execute)
  return queryAnswer(await runWork(ctx, { sql: `SELECT ${value ?? 'NULL'} AS "anonymous block"`, reads: new Set() }))
}

/** The rest of the statement as its text. */
export function bodyAt(c: Cursor): string {
  const tokens = restOf(c)
  if (tokens.length === 0) throw c.unexpected('what is to be done')
  return c.sql.slice(tokens[0]!.from, tokens.at(-1)!.to)
}
