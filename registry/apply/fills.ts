import { setTimeout as sleep } from 'node:timers/promises'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { merged, without } from '../../compiler/base/interval.ts'
import { secondsOf } from '../../compiler/base/instant.ts'
import { claimedCode } from '../../compiler/ir/object.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { StateAccess } from '../state/access.ts'
import { instantText } from '../state/tables.ts'
import type { Steps } from './step.ts'

/** Between two looks at a claim of another run. */
const pauseMs = 1000

/** A fill procedure refused because another run fills the interval; the engine wraps the text of its exception. */
export function isClaimed(error: unknown): boolean {
  return error instanceof FeatError && error.diagnostics.some(d => d.code === claimedCode || d.message.includes(`${claimedCode}: `))
}

/** The same with a code of its own. */
export function claimedError(error: unknown, step: Step): unknown {
  return isClaimed(error) ? new FeatError([diagnostic(claimedCode, { title: step.title }, { address: step.cause })], { cause: error }) : error
}

/** Waits until nobody fills the interval any more; whether it is covered then with all that this run knows. */
export async function awaitFill(access: StateAccess, fill: NonNullable<Step['fill']>, { run, signal }: Pick<Steps, 'run' | 'signal'>): Promise<boolean> {
  while (!(await isCovered(access, fill, run.now))) {
    if (!(await isBeingFilled(access, fill)) || signal?.aborted === true) return isCovered(access, fill, run.now)
    await sleep(pauseMs)
  }
  return true
}

async function isCovered({ driver, sql }: StateAccess, fill: NonNullable<Step['fill']>, now: string): Promise<boolean> {
  const rows = await driver.query(
    `SELECT covers_from, covers_to FROM ${sql.coverage} WHERE storage = ${sql.text(fill.storage)} AND known_to >= ${sql.text(instantText(now))}`,
    'look what is filled',
  )
  const covered = rows.map((r): Interval => ({ from: secondsOf(String(r['covers_from'])), to: secondsOf(String(r['covers_to'])) }))
  return without([{ from: secondsOf(fill.from), to: secondsOf(fill.to) }], merged(covered)).length === 0
}

async function isBeingFilled({ driver, sql, clock }: StateAccess, fill: NonNullable<Step['fill']>): Promise<boolean> {
  const at = (iso: string): string => sql.text(instantText(iso))
  const overlapping = `storage = ${sql.text(fill.storage)} AND covers_from < ${at(fill.to)} AND covers_to > ${at(fill.from)}`
  const [row] = await driver.query(
    `SELECT count(*) AS n FROM ${sql.claims} WHERE ${overlapping} AND lease_until > ${at(clock().toISOString())}`,
    'look who fills',
  )
  return Number(row?.['n']) > 0
}
