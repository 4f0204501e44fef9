import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from 'snowflake-sdk'
import { FeatError, diagnostic } from '../../../compiler/base/diagnostic.ts'
import type { Failure } from './failure.ts'
import { failureOf, loginError } from './failure.ts'
import type { Limits } from './limits.ts'
import type { Login } from './login.ts'
import { pinStatement } from './pins.ts'
import type { Sdk } from './sdk.ts'
import type { Answer, Request, Sent } from './statement.ts'
import { send } from './statement.ts'

/** How a statement ended. `promptly` means before the account took it on, and before the driver can have sent it a second time. */
export type Ended =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly promptly: boolean; readonly query: string }
  /** What came of it is only known where Snowflake `confirmed` that it was ended. */
  | { readonly kind: 'given up'; readonly why: Interruption; readonly confirmed: boolean; readonly query: string }
  /** An error of our own: the answer has an unknown form. */
  | { readonly kind: 'unreadable'; readonly error: FeatError }

export type Interruption = 'cancelled' | 'too long' | 'no contact'

/** One session of the account. Its statements run one after the other. */
export interface Session {
  readonly run: (request: Request, signal: AbortSignal | null) => Promise<Ended>
  /** It must not be used again. */
  readonly isBroken: () => boolean
  readonly isAlive: () => Promise<boolean>
  /** Ends it, with what it left open; does not wait. */
  readonly close: () => void
}

/** How a session is opened. */
export interface SessionOptions {
  readonly sdk: Sdk
  readonly login: Login
  readonly database: string | null
  readonly warehouse: string | null
  readonly limits: Limits
}

/** Below what the driver waits before it sends anything a second time. */
const promptMs = 900

/** Logs in and pins the session. A login is tried twice where no answer came, and never again where it was refused. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const connection = connectionOf(options)
  await connected(connection, options)
  const session = sessionOf(connection, options)
  const ended = await session.run({ sql: pinStatement(options.limits.statement), tag: null, describe: false }, null)
  if (ended.kind === 'answered') return session
  session.close()
  if (ended.kind === 'unreadable') throw ended.error
  const detail = ended.kind === 'failed' ? ended.failure.detail : 'no answer came'
  throw new FeatError([diagnostic('F655', { account: options.login.account, detail, during: 'prepare the session' })])
}

function connectionOf({ sdk, login, database, warehouse }: SessionOptions): Connection {
  try {
    return sdk.createConnection({
      ...login.options,
      ...(database === null ? {} : { database }),
      ...(warehouse === null ? {} : { warehouse }),
      application: 'feat',
      sfRetryMaxLoginRetries: 1,
      rowMode: 'array',
      streamResult: true,
      rowStreamHighWaterMark: 1000,
      representNullAsStringNull: false,
      disableQueryContextCache: false,
    })
  } catch (error) {
    throw loginError(failureOf(error, login.redact), login)
  }
}

/** `connectAsync` of the driver resolves when a login has failed: only the callback of `connect` tells. */
async function connected(connection: Connection, { login, limits }: SessionOptions): Promise<void> {
  const limit = login.asksPerson ? limits.personalLogin : limits.login
  const answer = new Promise<'in' | { readonly error: unknown }>(resolve => {
    connection.connect(error => resolve(error === undefined || error === null ? 'in' : { error }))
  })
  const timer = new AbortController()
  const result = await Promise.race([answer, sleep(limit, 'late' as const, { signal: timer.signal })])
  timer.abort()
  if (result === 'late') {
    connection.destroy(() => {})
    throw new FeatError([diagnostic('F655', { account: login.account, detail: `no answer to the login within ${limit / 1000} s`, during: null })])
  }
  if (result !== 'in') throw loginError(failureOf(result.error, login.redact), login)
}

function sessionOf(connection: Connection, { login, limits }: SessionOptions): Session {
  const state = { broken: false }
  const run = async (request: Request, signal: AbortSignal | null): Promise<Ended> => {
    const started = performance.now()
    const sent = send(connection, request, limits.rows)
    const promptly = (): boolean => !sent.isAccepted() && performance.now() - started < promptMs
    const ended = await settled(sent, { connection, limits, signal, login, promptly })
    const gone = ended.kind === 'failed' ? ended.failure.kind !== 'refused' : ended.kind === 'given up' && !ended.confirmed
    if (gone) state.broken = true
    return ended
  }
  return {
    run,
    isBroken: () => state.broken,
    isAlive: () => connection.isValidAsync(),
    close: () => {
      state.broken = true
      try {
        connection.destroy(() => {})
      } catch {
        // it was gone already
      }
    },
  }
}

interface Watch {
  readonly connection: Connection
  readonly limits: Limits
  readonly signal: AbortSignal | null
  readonly login: Login
  readonly promptly: () => boolean
}

/** Waits for the answer of a statement, until it takes too long, nobody answers any more, or somebody wants it to end. */
async function settled(sent: Sent, watch: Watch): Promise<Ended> {
  const { limits, login, promptly } = watch
  const outcome: Promise<Ended> = sent.answer.then(
    answer => ({ kind: 'answered', answer }),
    (error: unknown) =>
      error instanceof FeatError
        ? { kind: 'unreadable', error }
        : { kind: 'failed', failure: failureOf(error, login.redact), promptly: promptly(), query: sent.query() },
  )
  const watching = new AbortController()
  const first = await Promise.race([outcome, interruption(watch, watching.signal)])
  if (typeof first === 'object') {
    watching.abort()
    return first
  }
  sent.cancel()
  const late = await Promise.race([outcome, sleep(limits.cancel, null, { signal: watching.signal, ref: false })])
  watching.abort()
  // It may have ended just before it was to be cancelled.
  if (late?.kind === 'answered' || late?.kind === 'unreadable') return late
  return { kind: 'given up', why: first, confirmed: late?.kind === 'failed' && late.failure.kind === 'refused', query: sent.query() }
}

/** Resolves when the statement should be given up; never where that does not come to pass before `over`. */
function interruption({ connection, limits, signal }: Watch, over: AbortSignal): Promise<Interruption> {
  return new Promise(resolve => {
    const deadline = setTimeout(() => resolve('too long'), limits.statement + limits.heartbeat)
    let heard = performance.now()
    const heartbeat = setInterval(() => {
      void connection.isValidAsync().then(alive => {
        if (alive) heard = performance.now()
        else if (performance.now() - heard > limits.outage) resolve('no contact')
      })
    }, limits.heartbeat)
    const cancelled = (): void => resolve('cancelled')
    if (signal?.aborted === true) cancelled()
    signal?.addEventListener('abort', cancelled)
    over.addEventListener('abort', () => {
      clearTimeout(deadline)
      clearInterval(heartbeat)
      signal?.removeEventListener('abort', cancelled)
    })
  })
}
