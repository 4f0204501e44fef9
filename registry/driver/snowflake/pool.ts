import type { FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Session } from './session.ts'

/** A bounded number of sessions, opened when they are needed. */
export interface Pool {
  /** A session that nobody else uses; waits where all are taken. */
  readonly take: (signal: AbortSignal) => Promise<Session>
  readonly give: (session: Session) => void
  readonly close: () => void
}

export interface PoolOptions {
  readonly size: number
  readonly open: () => Promise<Session>
  /** Whether a failure to open is final: a login that was refused is not tried again. */
  readonly isFinal: (error: unknown) => boolean
  /** What a call that waits gets where it is cancelled. */
  readonly cancelled: () => FeatError
  readonly idleMs: number
}

interface Waiting {
  readonly resolve: (session: Session) => void
  readonly reject: (error: unknown) => void
}

/** What changes over the life of a pool. */
interface State {
  readonly idle: { readonly session: Session; readonly since: number }[]
  readonly waiting: Waiting[]
  /** Sessions that are open or being opened. */
  count: number
  opening: number
  /** A login has succeeded. */
  proven: boolean
  closed: boolean
  /** A login was refused: no other is tried, and what is open is all there is. */
  refused: { readonly error: unknown } | null
}

/** Sessions are opened one by one until one has succeeded, so that a wrong password is tried once and not eight times. */
export function poolOf(options: PoolOptions): Pool {
  const state: State = { idle: [], waiting: [], count: 0, opening: 0, proven: false, closed: false, refused: null }
  const drop = (session: Session): void => {
    state.count--
    session.close()
    openMore(state, options)
  }
  const take = async (signal: AbortSignal): Promise<Session> => {
    if (state.refused !== null && state.count === 0) throw state.refused.error
    if (signal.aborted || state.closed) throw options.cancelled()
    for (let kept = state.idle.pop(); kept !== undefined; kept = state.idle.pop()) {
      if (performance.now() - kept.since < options.idleMs || (await kept.session.isAlive())) return kept.session
      drop(kept.session)
    }
    const session = waitFor(state, signal, options.cancelled)
    openMore(state, options)
    return session
  }
  return {
    take,
    give: session => (session.isBroken() || state.closed ? drop(session) : hand(state, session)),
    close: () => {
      state.closed = true
      for (const w of state.waiting.splice(0)) w.reject(options.cancelled())
      for (const { session } of state.idle.splice(0)) session.close()
    },
  }
}

function hand(state: State, session: Session): void {
  const next = state.waiting.shift()
  if (next === undefined) state.idle.push({ session, since: performance.now() })
  else next.resolve(session)
}

function openMore(state: State, options: PoolOptions): void {
  const wanted = state.waiting.length - state.opening
  if (state.refused !== null && state.count === 0) for (const w of state.waiting.splice(0)) w.reject(state.refused.error)
  const allowed = state.refused !== null ? 0 : state.proven ? options.size - state.count : state.count === 0 ? 1 : 0
  for (let i = 0; i < Math.min(wanted, allowed); i++) {
    state.count++
    state.opening++
    const opened = (session: Session): void => {
      state.opening--
      state.proven = true
      if (state.closed) session.close()
      else hand(state, session)
      openMore(state, options)
    }
    void options.open().then(opened, (error: unknown) => failedToOpen(state, error, options.isFinal(error)))
  }
}

/** Where sessions are open, those that wait get one of these; else they would all meet the same error. */
function failedToOpen(state: State, error: unknown, isFinal: boolean): void {
  state.opening--
  state.count--
  if (isFinal) state.refused = { error }
  if (state.count === 0) for (const w of state.waiting.splice(0)) w.reject(error)
}

function waitFor(state: State, signal: AbortSignal, cancelled: () => FeatError): Promise<Session> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      const at = state.waiting.indexOf(entry)
      if (at >= 0) state.waiting.splice(at, 1)
      entry.reject(cancelled())
    }
    const settle = (): void => signal.removeEventListener('abort', abort)
    const entry: Waiting = {
      resolve: session => {
        settle()
        resolve(session)
      },
      reject: error => {
        settle()
        reject(error)
      },
    }
    signal.addEventListener('abort', abort)
    state.waiting.push(entry)
  })
}
