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
  /** When each session that is in use was taken. */
  readonly taken: Map<Session, number>
  /** Sessions that are open or being opened. */
  count: number
  opening: number
  /** How long it takes to open a session; 0 until one was opened. */
  openMs: number
  /** How long one is used at a time, the last uses counting most. */
  useMs: number | null
  /** Looks again whether more sessions are wanted. */
  timer: NodeJS.Timeout | null
  closed: boolean
  /** A login was refused: no other is tried, and what is open is all there is. */
  refused: { readonly error: unknown } | null
}

/**
 * The first session is opened alone, so that a wrong password is tried once and not eight times. Then as many are opened
 * at once as there are, and only for those that would wait longer for one of these: a few short questions are answered
 * on few sessions, and long work has all of them after a moment.
 */
export function poolOf(options: PoolOptions): Pool {
  const none = { openMs: 0, useMs: null, timer: null, refused: null, closed: false }
  const state: State = { idle: [], waiting: [], taken: new Map(), count: 0, opening: 0, ...none }
  const drop = (session: Session): void => {
    state.count--
    session.close()
    openMore(state, options)
  }
  const take = async (signal: AbortSignal): Promise<Session> => {
    if (state.refused !== null && state.count === 0) throw state.refused.error
    if (signal.aborted || state.closed) throw options.cancelled()
    for (let kept = state.idle.pop(); kept !== undefined; kept = state.idle.pop()) {
      if (performance.now() - kept.since < options.idleMs || (await kept.session.isAlive())) return inUse(state, kept.session)
      drop(kept.session)
    }
    const session = waitFor(state, signal, options.cancelled)
    openMore(state, options)
    return session
  }
  return {
    take,
    give: session => {
      used(state, session)
      if (session.isBroken() || state.closed) drop(session)
      else hand(state, session)
    },
    close: () => {
      state.closed = true
      if (state.timer !== null) clearTimeout(state.timer)
      for (const w of state.waiting.splice(0)) w.reject(options.cancelled())
      for (const { session } of state.idle.splice(0)) session.close()
    },
  }
}

function inUse(state: State, session: Session): Session {
  state.taken.set(session, performance.now())
  return session
}

function used(state: State, session: Session): void {
  const ms = performance.now() - (state.taken.get(session) ?? performance.now())
  state.taken.delete(session)
  // The first one is taken only to see that it opens.
  if (ms >= 1) state.useMs = state.useMs === null ? ms : (state.useMs + ms) / 2
}

function hand(state: State, session: Session): void {
  const next = state.waiting.shift()
  if (next === undefined) state.idle.push({ session, since: performance.now() })
  else next.resolve(inUse(state, session))
}

/** How many sessions to open now. */
function wanted(state: State, size: number): number {
  const { waiting, count, opening, openMs } = state
  if (count === 0) return Math.min(waiting.length, 1)
  const open = count - opening
  const oldest = performance.now() - Math.min(performance.now(), ...state.taken.values())
  const useMs = Math.max(state.useMs ?? openMs / 2, oldest)
  const late = waiting.filter((_, i) => ((i + 1) * useMs) / Math.max(open, 1) > openMs)
  return Math.max(0, Math.min(late.length - opening, open - opening, size - count))
}

function openMore(state: State, options: PoolOptions): void {
  if (state.refused !== null) {
    if (state.count === 0) for (const w of state.waiting.splice(0)) w.reject(state.refused.error)
    return
  }
  for (let left = wanted(state, options.size); left > 0; left--) {
    state.count++
    state.opening++
    const started = performance.now()
    const opened = (session: Session): void => {
      state.opening--
      state.openMs = performance.now() - started
      if (state.closed) session.close()
      else hand(state, session)
      openMore(state, options)
    }
    void options.open().then(opened, (error: unknown) => failedToOpen(state, error, options.isFinal(error)))
  }
  if (state.waiting.length === 0 || state.count >= options.size || state.timer !== null || state.closed) return
  state.timer = setTimeout(() => {
    state.timer = null
    openMore(state, options)
  }, state.openMs + 1)
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
