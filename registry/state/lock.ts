import { randomUUID } from 'node:crypto'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { diagnostic } from '../../compiler/base/diagnostic.ts'
import type { Lock } from '../../compiler/ir/state.ts'
import type { Guarded, Row } from '../driver/driver.ts'
import { isUnanswered } from '../driver/outcome.ts'
import type { Busy, Wait } from '../driver/wait.ts'
import { waitWhileBusy } from '../driver/wait.ts'
import type { StateAccess } from './access.ts'
import { instantOf, instantText } from './tables.ts'

/** Who takes the lock, for the message that another command shows. */
export interface Holder {
  readonly owner: string
  readonly host: string
  readonly command: string
}

const leaseMs = 120_000

/** Takes the lock when it is released or lapsed, with the next fence; else waits as `wait` says, then fails with F622. `seen`: what was just read of it. */
export async function takeLock(access: StateAccess, holder: Holder, wait?: Wait, seen: LockRow | null = null): Promise<Lock> {
  let first = seen
  const next = async (): Promise<LockRow> => {
    const found = first ?? (await readLock(access))
    first = null
    return found
  }
  return waitWhileBusy(async () => attempt(access, holder, await next()), wait)
}

async function attempt(access: StateAccess, holder: Holder, found: LockRow): Promise<{ readonly got: Lock } | Busy> {
  const { driver, sql, clock } = access
  const now = clock()
  // Where nobody else can be there, a holder is one that was killed.
  if (found.owner !== null && !driver.exclusive && (found.until ?? '') > instantText(now.toISOString())) return heldBy(found)
  const lock: Lock = { fence: found.fence + 1, ...holder, until: instantOf(leaseFrom(now)), token: randomUUID() }
  const unchanged = found.owner === null ? 'owner IS NULL' : `lease_until = ${sql.text(found.until)}`
  const taking =
    `UPDATE ${sql.lock} SET fence = ${lock.fence}, owner = ${sql.text(holder.owner)}, host = ${sql.text(holder.host)}, command = ${sql.text(holder.command)},` +
    ` lease_until = ${sql.text(instantText(lock.until))}, token = ${sql.text(lock.token)} WHERE fence = ${found.fence} AND ${unchanged}`
  const taken = await driver.execute(taking, 'take the lock of the state').catch((error: unknown) => {
    if (isUnanswered(error)) return null
    throw error
  })
  if (taken === 1) return { got: lock }
  const after = await readLock(access)
  return taken === null && after.token === lock.token ? { got: lock } : heldBy(after)
}

/** The row as it is. */
export interface LockRow {
  readonly fence: number
  readonly owner: string | null
  readonly host: string | null
  readonly command: string | null
  readonly until: string | null
  readonly token: string | null
}

export async function readLock({ driver, sql }: StateAccess): Promise<LockRow> {
  const [row] = await driver.query(`SELECT fence, owner, host, command, lease_until, token FROM ${sql.lock}`, 'read the lock of the state')
  const of = (column: string): string | null => (row?.[column] as Row[string] | undefined)?.toString() ?? null
  return { fence: Number(row?.['fence'] ?? 0), owner: of('owner'), host: of('host'), command: of('command'), until: of('lease_until'), token: of('token') }
}

function heldBy({ owner, host, command, until }: LockRow): Busy {
  const unknown = 'unknown'
  const held = { owner: owner ?? unknown, host: host ?? unknown, command: command ?? unknown, until: until === null ? unknown : instantOf(until) }
  return { busy: waited => diagnostic('F622', { ...held, waited }) }
}

/**
 * The first statement of each transaction under the lock: renews the lease, and takes the transaction back where the
 * fence has moved. On an engine of many writers it also keeps the next taker waiting until the transaction has ended.
 */
export function claim({ sql, clock }: StateAccess, lock: Lock): Guarded {
  return {
    sql: `UPDATE ${sql.lock} SET lease_until = ${sql.text(leaseFrom(clock()))} WHERE fence = ${lock.fence} AND token = ${sql.text(lock.token)} AND owner IS NOT NULL`,
    rows: 1,
    otherwise: lost(lock),
  }
}

/** A printed condition that holds as long as nobody else has taken the lock, for statements that commit by themselves. */
export function holding({ sql }: Pick<StateAccess, 'sql'>, lock: Lock): string {
  return `EXISTS (SELECT 1 FROM ${sql.lock} WHERE fence = ${lock.fence} AND token = ${sql.text(lock.token)})`
}

/** What is told of a lock that another command has taken. */
export function lost(lock: Lock): Diagnostic {
  return diagnostic('F623', { fence: lock.fence })
}

/** Gives the lock back; harmless where it was lost. */
export async function releaseLock({ driver, sql }: StateAccess, lock: Lock): Promise<void> {
  await driver.execute(
    `UPDATE ${sql.lock} SET owner = NULL, lease_until = NULL WHERE fence = ${lock.fence} AND token = ${sql.text(lock.token)}`,
    'release the lock of the state',
  )
}

/** Renews the lease during long statements, until the returned function is called. Pointless where nobody else can be there. */
export function keepAlive(access: StateAccess, lock: Lock, everyMs = leaseMs / 4): () => void {
  if (access.driver.exclusive) return () => {}
  let renewing = false
  const timer = setInterval(() => {
    if (renewing) return
    renewing = true
    // A renewal that fails is told by the next claim.
    access.driver
      .execute(claim(access, lock).sql)
      .catch(() => null)
      .finally(() => {
        renewing = false
      })
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

function leaseFrom(now: Date): string {
  return instantText(new Date(now.getTime() + leaseMs).toISOString())
}
