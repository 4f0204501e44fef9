import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, Faults } from '../faults.ts'
import type { Answer } from '../results.ts'
import type { Session } from '../session.ts'
import { missing, noPrivilege, SqlError, unsupported } from '../sql-error.ts'
import { execute } from '../statements/execute.ts'
import { describeQuery } from '../statements/dml.ts'
import { boundValues } from './binds.ts'
import type { Running } from '../transaction.ts'
import { cancelled } from '../transaction.ts'

/** What the driver sends for a statement. */
export interface QueryRequest {
  readonly sqlText: string
  readonly bindings?: Readonly<Record<string, { readonly type: string; readonly value: string | null }>>
  readonly parameters?: Readonly<Record<string, string | number | boolean>>
  readonly asyncExec?: boolean
  readonly describeOnly?: boolean
}

/** A statement that runs or ran. */
export interface Query {
  readonly id: string
  readonly requestId: string
  readonly session: Session
  readonly sql: string
  readonly tag: string
  readonly binds: number
  readonly asked: boolean
  readonly running: Running
  readonly outcome: Promise<Answer | SqlError>
  result: Answer | SqlError | null
}

/** Starts a statement; it goes on whatever becomes of the connection. */
export function startQuery(session: Session, requestId: string, request: QueryRequest, faults: Faults, befalls: readonly Fault[]): Query {
  const running: Running = { cancelled: false, interrupt: () => {} }
  const id = randomUUID()
  const timer = timerOf(session)
  const outcome = run(session, request, { faults, befalls, running }).catch((error: unknown) => {
    if (running.cancelled && timer.fired)
      return new SqlError('000630', '57014', `Statement reached its statement or warehouse timeout of ${timer.seconds} second(s) and was canceled.`)
    if (error instanceof SqlError) return error
    return new SqlError('000603', 'XX000', `the emulator itself failed: ${error instanceof Error ? error.stack : String(error)}`)
  })
  const binds = Object.keys(request.bindings ?? {}).length
  const tag = String(request.parameters?.['QUERY_TAG'] ?? session.parameters['QUERY_TAG'] ?? '')
  const query: Query = { id, requestId, session, sql: request.sqlText, tag, binds, asked: request.asyncExec === true, running, outcome, result: null }
  timer.start(() => cancelQuery(query))
  void outcome.then(result => {
    timer.stop()
    if (session.answers.size > 20) session.answers.delete(session.answers.keys().next().value!)
    query.result = result
    if (!(result instanceof SqlError)) session.answers.set(id, result)
    session.lastQueryId = id
  })
  return query
}

interface Timer {
  readonly seconds: number
  readonly fired: boolean
  readonly start: (end: () => void) => void
  readonly stop: () => void
}

/** The time that the session gives a statement; two days where it says nothing. */
function timerOf({ parameters }: Session): Timer {
  const seconds = Number(parameters['STATEMENT_TIMEOUT_IN_SECONDS'] ?? 172_800)
  let timeout: NodeJS.Timeout | undefined
  const timer = {
    seconds,
    fired: false,
    start: (end: () => void): void => {
      timeout = setTimeout(
        () => {
          timer.fired = true
          end()
        },
        Math.min(seconds * 1000, 2 ** 31 - 1),
      ).unref()
    },
    stop: () => clearTimeout(timeout),
  }
  return timer
}

interface Circumstances {
  readonly faults: Faults
  readonly befalls: readonly Fault[]
  readonly running: Running
}

async function run(session: Session, request: QueryRequest, { faults, befalls, running }: Circumstances): Promise<Answer> {
  const sql = request.sqlText
  const count = Number(request.parameters?.['MULTI_STATEMENT_COUNT'] ?? 1)
  if (count !== 1) throw new SqlError('000008', '0A000', `Actual statement count 1 did not match the desired statement count ${count}.`)
  for (const fault of befalls) {
    if (fault.kind === 'slow') await pause(fault.ms, running)
    if (fault.kind === 'call' && fault.when === 'before') await fault.run(sql)
    if (fault.kind === 'error') throw new SqlError(fault.code, fault.sqlState, fault.message)
  }
  if (running.cancelled) throw cancelled()
  const guard = (name: string): void => {
    const found = faults.forbidden.find(f => f.match.test(name))
    if (found?.as === 'missing') throw missing('Object', name)
    if (found?.as === 'denied') throw noPrivilege(`object '${name}'`)
  }
  const hidden = (name: string, isSchema = false): boolean => faults.forbidden.some(f => (f.as === 'missing' || !isSchema) && f.match.test(name))
  const ctx = { session, running, bound: boundValues(request.bindings ?? {}), variables: null, expression: false, chain: [], guard, hidden }
  const work = async (): Promise<Answer> => {
    if (request.describeOnly !== true) return execute(ctx, sql)
    if (!/^\s*(SELECT|WITH|\()/i.test(sql)) throw unsupported('describing anything but a query, in the emulator')
    return { ...(await describeQuery(ctx, sql)), rows: [] }
  }
  const ordered = session.transaction !== null || /^\s*(BEGIN|START|COMMIT|ROLLBACK|CALL|EXECUTE)\b/i.test(sql)
  const answer = await (ordered ? session.inTurn(work) : work())
  for (const fault of befalls) if (fault.kind === 'call' && fault.when === 'after') await fault.run(sql)
  return answer
}

/** Takes its time, unless it is cancelled meanwhile. */
async function pause(ms: number, running: Running): Promise<void> {
  const stop = new AbortController()
  running.interrupt = () => stop.abort()
  await sleep(ms, null, { signal: stop.signal }).catch(() => null)
}

export function cancelQuery(query: Query): void {
  query.running.cancelled = true
  query.running.interrupt()
  query.session.world.locks.wake()
}
