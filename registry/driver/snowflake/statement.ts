import type { Connection, RowStatement, SnowflakeError, StatementOption } from 'snowflake-sdk'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import type { RawColumn, RawValue } from './decode.ts'

/** One statement to send. */
export interface Request {
  readonly sql: string
  /** What the history of the account shows with it. */
  readonly tag: string | null
  /** Only tells the columns, without running it. */
  readonly describe: boolean
}

/** What a statement gave: columns and rows, with each value as it came over the wire. */
export interface Answer {
  readonly columns: readonly RawColumn[]
  readonly rows: readonly (readonly RawValue[])[]
}

/** A statement under way. */
export interface Sent {
  readonly answer: Promise<Answer>
  /** Asks the account to end it; the answer then fails. */
  readonly cancel: () => void
  /** Whether the account has taken it on. */
  readonly isAccepted: () => boolean
  /** By what the history of the account finds it. */
  readonly query: () => string
}

/**
 * Sends one statement. A call of a procedure may run for hours: it is started with its own id, by which its result is
 * then asked for, so that no single request has to live that long. The answer of anything else that takes long is polled
 * for by the driver itself.
 */
export function send(connection: Connection, request: Request, rowsMs: number): Sent {
  const running: { statement: RowStatement | null } = { statement: null }
  const follow = (start: (complete: Complete) => RowStatement): Promise<RowStatement> =>
    new Promise((resolve, reject) => {
      running.statement = start((error, statement) => (error === undefined || error === null ? resolve(statement) : reject(error)))
    })
  const detached = !request.describe && /^\s*CALL\b/i.test(request.sql)
  const work = async (): Promise<Answer> => {
    const started = await follow(complete => connection.execute({ ...optionsOf(request, detached), complete }))
    if (!detached || hasResult(started)) return answerOf(started, rowsMs)
    const queryId = started.getQueryId()
    return answerOf(await follow(complete => connection.fetchResult({ queryId, streamResult: true, rowMode: 'array', complete })), rowsMs)
  }
  return {
    answer: work(),
    cancel: () => running.statement?.cancel(() => {}),
    isAccepted: () => idOf(running.statement) !== null,
    query: () => named(running.statement),
  }
}

type Complete = (error: SnowflakeError | null | undefined, statement: RowStatement) => void

/** With `streamResult` the driver reports an error as it is, and never sends a statement again that has failed. */
function optionsOf({ sql, tag, describe }: Request, detached: boolean): StatementOption {
  return {
    sqlText: sql,
    streamResult: true,
    rowMode: 'array',
    ...(tag === null ? {} : { parameters: { QUERY_TAG: tag } }),
    ...(describe ? { describeOnly: true } : {}),
    ...(detached ? { asyncExec: true } : {}),
  }
}

/** A statement that was started and not awaited has no columns, and throws when asked for them. */
function hasResult(statement: RowStatement): boolean {
  try {
    return statement.getColumns() !== undefined
  } catch {
    return false
  }
}

function named(statement: RowStatement | null): string {
  const id = idOf(statement)
  return id === null ? `request ${statement?.getRequestId() ?? 'that was never sent'}` : `query ${id}`
}

/** Known as soon as the account has answered for the first time. */
function idOf(statement: RowStatement | null): string | null {
  return (statement?.getQueryId() as string | null | undefined) ?? null
}

async function answerOf(statement: RowStatement, rowsMs: number): Promise<Answer> {
  const columns = statement.getColumns() ?? []
  const announced = statement.getNumRows()
  if (typeof announced !== 'number') throw unknownForm('it does not say how many rows it has')
  takeRaw(columns as unknown as readonly Inside[])
  const rows = await allRows(statement, rowsMs)
  if (rows.length !== announced) throw unknownForm(`${rows.length} rows came of ${announced}`)
  return { columns: columns.map(c => rawColumn(c)), rows }
}

/** The driver says nothing of a part of a result that it cannot read: then no more rows come. */
async function allRows(statement: RowStatement, rowsMs: number): Promise<Answer['rows']> {
  const rows: (readonly RawValue[])[] = []
  const stream = statement.streamRows()
  // An error that comes when nobody reads any more would end the process.
  stream.on('error', () => {})
  let before = -1
  const watch = setInterval(() => {
    if (rows.length === before) stream.destroy(unknownForm(`${before} rows came, and no more`))
    before = rows.length
  }, rowsMs)
  try {
    for await (const row of stream) rows.push(row as readonly RawValue[])
    return rows
  } finally {
    clearInterval(watch)
  }
}

function rawColumn(c: NonNullable<ReturnType<RowStatement['getColumns']>>[number]): RawColumn {
  return { name: c.getName(), type: c.getType(), nullable: c.isNullable(), precision: c.getPrecision() ?? null, scale: c.getScale() ?? null }
}

/** What the pinned version of the driver calls to convert a value, and the row that it hands in. */
interface Inside {
  _getRowValue: (row: { readonly values: readonly RawValue[] }) => RawValue
  _getRowValueAsString: Inside['_getRowValue']
}

/**
 * The driver converts values in a later tick, where one that it cannot convert ends the process, and rounds large
 * numbers. So each column hands out the text of its value as it came.
 */
function takeRaw(columns: readonly Inside[]): void {
  for (const [i, column] of columns.entries()) {
    column._getRowValue = row => row.values[i] ?? null
    column._getRowValueAsString = column._getRowValue
  }
}

function unknownForm(detail: string): FeatError {
  return new FeatError([diagnostic('F664', { detail, during: null })])
}
