import type { Hash } from '../../compiler/base/hash.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { JournalEntry, Lock } from '../../compiler/ir/state.ts'
import type { StateAccess } from '../state/access.ts'
import { claim } from '../state/lock.ts'
import { readMeta } from '../state/meta.ts'
import { instantOf, instantText } from '../state/tables.ts'

/** Runs whose entries are kept. */
const keptRuns = 100
/** Engines limit the length of one statement. */
const rowsOfInsert = 1000

/** What no literal can hold: NUL and halves of surrogate pairs. */
const unwritable = /[\0\ud800-\udfff]/gu

/** One run of the steps of a plan; it goes on as the same run until all of them are done. */
export interface Run {
  readonly number: number
  readonly lock: Lock
  readonly done: ReadonlySet<Hash>
  /** Attempts made so far. */
  readonly attempts: ReadonlyMap<Hash, number>
}

/**
 * Begins a run, or continues the last one where that was of the same plan and did not reach its end. Only then does
 * "done" mean anything: after another run, what a step did may have been undone. Intents of earlier runs are settled.
 */
export async function beginRun(access: StateAccess, lock: Lock, plan: Hash): Promise<Run> {
  const { driver, placement, sql } = access
  const meta = (await readMeta(driver, placement, sql))!
  const continued = meta.runPlan === plan && !meta.runComplete
  const number = continued ? meta.serial : meta.serial + 1
  await driver.transaction(
    [
      claim(access, lock),
      `UPDATE ${sql.meta} SET serial = ${number}, run_plan = ${sql.text(plan)}, run_complete = false`,
      `UPDATE ${sql.journal} SET outcome = 'failed', error = 'cut off; run ${number} looked at what was done' WHERE outcome = 'intent'`,
      `DELETE FROM ${sql.journal} WHERE run < ${number - keptRuns}`,
    ],
    'begin the run',
  )
  const entries = continued
    ? await driver.query(`SELECT step, attempt, outcome FROM ${sql.journal} WHERE run = ${number} ORDER BY attempt`, 'read the journal')
    : []
  return {
    number,
    lock,
    done: new Set(entries.filter(e => e['outcome'] === 'done').map(e => String(e['step']))),
    attempts: new Map(entries.map(e => [String(e['step']), Number(e['attempt'])])),
  }
}

/** As few inserts as there may be for the steps that are about to run. */
export async function writeIntents(access: StateAccess, run: Run, steps: readonly Step[]): Promise<void> {
  const { driver, sql } = access
  const rows = steps.map(s => `(${run.number}, ${sql.text(s.id)}, ${attemptOf(run, s)}, ${run.lock.fence}, 'intent', NULL, ${noted(access)})`)
  const inserts: string[] = []
  for (let i = 0; i < rows.length; i += rowsOfInsert) inserts.push(`INSERT INTO ${sql.journal} VALUES ${rows.slice(i, i + rowsOfInsert).join(', ')}`)
  await driver.transaction([claim(access, run.lock), ...inserts], 'record what is about to run')
}

/** The statement that records how a step ended, to stand in the transaction of what it did. */
export function outcome(access: StateAccess, run: Run, step: Step, how: 'done' | 'failed', error: string | null = null): string {
  const { sql } = access
  return (
    `UPDATE ${sql.journal} SET outcome = ${sql.text(how)}, error = ${sql.text(error === null ? null : error.replaceAll(unwritable, '?'))}, noted_at = ${noted(access)}` +
    ` WHERE run = ${run.number} AND step = ${sql.text(step.id)} AND attempt = ${attemptOf(run, step)}`
  )
}

export async function endRun(access: StateAccess, run: Run): Promise<void> {
  await access.driver.transaction([claim(access, run.lock), `UPDATE ${access.sql.meta} SET run_complete = true`], 'end the run')
}

/** The entries of the last run that wrote any, in the order written: what `feat doctor` shows. */
export async function lastJournal({ driver, sql }: StateAccess): Promise<readonly JournalEntry[]> {
  const rows = await driver.query(
    `SELECT run, step, attempt, fence, outcome, error, noted_at FROM ${sql.journal} WHERE run = (SELECT max(run) FROM ${sql.journal}) ORDER BY noted_at, step, attempt`,
    'read the journal',
  )
  return rows.map(r => ({
    run: String(r['run']),
    step: String(r['step']),
    attempt: Number(r['attempt']),
    fence: Number(r['fence']),
    outcome: r['outcome'] as JournalEntry['outcome'],
    error: r['error'] === null ? null : String(r['error']),
    at: instantOf(String(r['noted_at'])),
  }))
}

function attemptOf(run: Run, step: Step): number {
  return (run.attempts.get(step.id) ?? 0) + 1
}

function noted({ sql, clock }: StateAccess): string {
  return sql.text(instantText(clock().toISOString()))
}
