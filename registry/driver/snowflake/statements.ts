import { setMaxListeners } from 'node:events'
import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import type { Statement } from '../driver.ts'
import { refusalOf } from './failure.ts'
import type { Limits } from './limits.ts'
import type { Login } from './login.ts'
import type { Pool } from './pool.ts'
import { changedRows } from './rows.ts'
import type { Ended, Session } from './session.ts'
import type { Answer, Request } from './statement.ts'

/** Statements on a pool of sessions. */
export interface Statements {
  readonly one: (request: Request, during: string | null) => Promise<Answer>
  /** All or none, on one session. */
  readonly transaction: (list: readonly Statement[], tag: string | null, during: string | null) => Promise<readonly Answer[]>
  readonly cancel: () => void
}

interface Account {
  readonly pool: Pool
  readonly login: Login
  readonly limits: Limits
}

/** Statements that change nothing, so that they may be sent again. */
const reads = /^[\s(]*(SELECT|WITH|SHOW|DESC|DESCRIBE|EXPLAIN|VALUES|LIST)\b/i

/** What may be repeated is tried once more, on another session. */
const attempts = 2

export function statementsOn(account: Account): Statements {
  const interrupt = { controller: interruptible() }
  const onSession = async <T>(work: (session: Session, signal: AbortSignal) => Promise<T>): Promise<T> => {
    const { signal } = interrupt.controller
    const session = await account.pool.take(signal)
    try {
      return await work(session, signal)
    } finally {
      account.pool.give(session)
    }
  }
  return {
    one: async (request, during) => {
      const isRead = request.describe || reads.test(request.sql)
      for (let attempt = 1; ; attempt++) {
        const ended = await onSession((session, signal) => session.run(request, signal))
        if (ended.kind === 'answered') return ended.answer
        if (attempt < attempts && mayRepeat(ended, isRead)) continue
        throw errorOf(ended, { account, during, changes: !isRead })
      }
    },
    transaction: async (list, tag, during) => {
      for (let attempt = 1; ; attempt++) {
        const result = await onSession((session, signal) => transact(session, { list, tag, during, account, signal }))
        if ('answers' in result) return result.answers
        if (attempt < attempts && mayRepeat(result.ended, false)) continue
        throw errorOf(result.ended, { account, during, changes: result.committing })
      }
    },
    cancel: () => {
      const { controller } = interrupt
      interrupt.controller = interruptible()
      controller.abort()
    },
  }
}

/** As many calls may wait on it as there are. */
function interruptible(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}

interface Transaction {
  readonly list: readonly Statement[]
  readonly tag: string | null
  readonly during: string | null
  readonly account: Account
  readonly signal: AbortSignal
}

type Failed = Exclude<Ended, { readonly kind: 'answered' }>
type Transacted = { readonly answers: readonly Answer[] } | { readonly ended: Failed; readonly committing: boolean }

/**
 * Until COMMIT is sent nothing can have taken effect; COMMIT itself is never cancelled. A session in which a transaction
 * may still be open is not used again.
 */
async function transact(session: Session, { list, tag, signal }: Transaction): Promise<Transacted> {
  const run = (sql: string, s: AbortSignal | null): Promise<Ended> => session.run({ sql, tag, describe: false }, s)
  const begun = await run('BEGIN', signal)
  if (begun.kind !== 'answered') {
    session.close()
    return { ended: begun, committing: false }
  }
  const answers: Answer[] = []
  for (const statement of list) {
    const ended = await run(typeof statement === 'string' ? statement : statement.sql, signal)
    const violated = ended.kind === 'answered' && typeof statement !== 'string' && changedRows(ended.answer) !== statement.rows ? statement.otherwise : null
    if (ended.kind === 'answered' && violated === null) {
      answers.push(ended.answer)
      continue
    }
    await rollback(session)
    if (violated !== null) throw new FeatError([violated])
    return { ended: ended as Failed, committing: false }
  }
  const committed = await run('COMMIT', null)
  if (committed.kind === 'answered') return { answers }
  session.close()
  return { ended: committed, committing: true }
}

/** A session whose transaction cannot be taken back is not used again: it ends with the session. */
async function rollback(session: Session): Promise<void> {
  if (session.isBroken()) return
  const ended = await session.run({ sql: 'ROLLBACK', tag: null, describe: false }, null)
  if (ended.kind !== 'answered') session.close()
}

/** A read always; anything else only where the account said at once that it does not know the session, so that it ran nothing. */
function mayRepeat(ended: Failed, isRead: boolean): boolean {
  if (ended.kind !== 'failed') return false
  return isRead ? ended.failure.kind !== 'refused' : ended.failure.kind === 'session' && ended.promptly
}

interface Context {
  readonly account: Account
  readonly during: string | null
  /** It may have changed something: then a lost answer leaves open whether it did. */
  readonly changes: boolean
}

function errorOf(ended: Failed, { account, during, changes }: Context): FeatError {
  const { login, limits } = account
  switch (ended.kind) {
    case 'unreadable':
      return ended.error
    case 'failed': {
      const { failure, promptly, query } = ended
      const { detail, kind, cause } = failure
      if (kind === 'refused') return refusalOf(failure, during)
      if (changes && !(kind === 'session' && promptly)) return new FeatError([diagnostic('F660', { during, detail, query })], { cause })
      if (kind === 'session') return new FeatError([diagnostic('F662', { during, detail })], { cause })
      return new FeatError([diagnostic('F655', { account: login.account, detail, during })], { cause })
    }
    case 'given up': {
      const { why, confirmed, query } = ended
      if (changes && !confirmed) return new FeatError([diagnostic('F660', { during, detail: words[why], query })])
      if (why === 'cancelled') return new FeatError([diagnostic('F606', { detail: words[why], during })])
      if (why === 'too long') return new FeatError([diagnostic('F661', { during, seconds: Math.round(limits.statement / 1000) })])
      return new FeatError([diagnostic('F655', { account: login.account, detail: words[why], during })])
    }
  }
}

const words = {
  cancelled: 'it was cancelled, and the account did not confirm that',
  'too long': 'no answer came in time, and none to its cancellation',
  'no contact': 'the account gives no answer any more',
} as const
