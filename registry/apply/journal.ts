import type { Hash } from '../../compiler/base/hash.ts'
import { groupBy } from '../../compiler/base/group.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { JournalEntry, Lock } from '../../compiler/ir/state.ts'
import type { StateAccess } from '../state/access.ts'
import { onlyUnder } from '../state/commit.ts'
import { instantOf, instantText } from '../state/tables.ts'
import type { Writes } from '../state/write.ts'
import { fenced } from '../state/write.ts'

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
  /** Some storage was retired when it began. */
  readonly anyRetired: boolean
}

/** What earlier runs have left. */
export interface Head {
  readonly serial: number
  readonly plan: string | null
  readonly complete: boolean
  /** Intents without an outcome. */
  readonly open: number
  /** Storages that wait to be dropped. */
  readonly retired: number
}

export async function readHead({ driver, sql }: StateAccess): Promise<Head> {
  const [row] = await driver.query(
    `SELECT serial, run_plan, run_complete, (SELECT count(*) FROM ${sql.journal} WHERE outcome = 'intent') AS n, (SELECT count(*) FROM ${sql.retired}) AS retired FROM ${sql.meta}`,
    'look at the last run',
  )
  return {
    serial: Number(row?.['serial']),
    plan: (row?.['run_plan'] ?? null) as string | null,
    complete: row?.['run_complete'] === true,
    open: Number(row?.['n']),
    retired: Number(row?.['retired']),
  }
}

/**
 * Begins a run, or continues the last one where that was of the same plan and did not reach its end. Only then does
 * "done" mean anything: after another run, what a step did may have been undone. Intents of earlier runs are settled.
 */
export async function beginRun(access: StateAccess, lock: Lock, plan: Hash, head: Head): Promise<{ readonly run: Run; readonly writes: Writes }> {
  const { driver, sql } = access
  const { onlyIf } = onlyUnder(access, lock)
  const continued = head.plan === plan && !head.complete
  const number = continued ? head.serial : head.serial + 1
  const begun = `UPDATE ${sql.meta} SET serial = ${number}, run_plan = ${sql.text(plan)}, run_complete = false`
  const settled = `UPDATE ${sql.journal} SET outcome = 'failed', error = 'cut off; run ${number} looked at what was done' WHERE outcome = 'intent'`
  const forgotten = `DELETE FROM ${sql.journal} WHERE run < ${number - keptRuns}`
  const journal = [
    ...(head.open > 0 ? [onlyIf === undefined ? settled : `${settled} AND fence < ${lock.fence} AND ${onlyIf}`] : []),
    ...(number > keptRuns ? [fenced(forgotten, onlyIf)] : []),
  ]
  const entries = continued
    ? await driver.query(`SELECT step, attempt, outcome FROM ${sql.journal} WHERE run = ${number} ORDER BY attempt`, 'read the journal')
    : []
  const run = {
    number,
    lock,
    done: new Set(entries.filter(e => e['outcome'] === 'done').map(e => String(e['step']))),
    attempts: new Map(entries.map(e => [String(e['step']), Number(e['attempt'])])),
    anyRetired: head.retired > 0,
  }
  return { run, writes: { stages: [[[onlyIf === undefined ? begun : `${begun} WHERE ${onlyIf}`], journal]], atomic: false } }
}

/** As few inserts as there may be for the steps that are about to run; none is made twice under one fence. */
export function intentStatements(access: StateAccess, run: Run, steps: readonly Step[]): readonly string[] {
  const { sql } = access
  const { onlyIf } = onlyUnder(access, run.lock)
  const inserts: string[] = []
  for (let i = 0; i < steps.length; i += rowsOfInsert) {
    const some = steps.slice(i, i + rowsOfInsert)
    const rows = some.map(s => `(${run.number}, ${sql.text(s.id)}, ${attemptOf(run, s)}, ${run.lock.fence}, 'intent', ${noted(access)})`).join(', ')
    const columns = 'run, step, attempt, fence, outcome, noted_at'
    inserts.push(
      onlyIf === undefined
        ? `INSERT INTO ${sql.journal} (${columns}) VALUES ${rows}`
        : `INSERT INTO ${sql.journal} (${columns}) SELECT * FROM (VALUES ${rows}) AS v (${columns})` +
            ` WHERE NOT EXISTS (SELECT 1 FROM ${sql.journal} WHERE ${ofRun(access, run, some.slice(0, 1))}) AND ${onlyIf}`,
    )
  }
  return inserts
}

/** How a step ended. */
export interface Ended {
  readonly step: Step
  readonly how: 'done' | 'failed'
  readonly error: string | null
}

/** Steps that ended alike, in one statement. */
export function outcomeStatements(access: StateAccess, run: Run, ended: readonly Ended[]): readonly string[] {
  const { sql } = access
  const { onlyIf } = onlyUnder(access, run.lock)
  const at = noted(access)
  const told = (e: Ended): string =>
    `outcome = ${sql.text(e.how)}, error = ${sql.text(e.error === null ? null : e.error.replaceAll(unwritable, '?'))}, noted_at = ${at}`
  return [...groupBy(ended, told)].map(([set, alike]) =>
    fenced(
      `UPDATE ${sql.journal} SET ${set} WHERE ${ofRun(
        access,
        run,
        alike.map(e => e.step),
      )}`,
      onlyIf,
    ),
  )
}

function ofRun({ sql }: StateAccess, run: Run, steps: readonly Step[]): string {
  return `run = ${run.number} AND fence = ${run.lock.fence} AND step IN (${steps.map(s => sql.text(s.id)).join(', ')})`
}

export function endStatement(access: StateAccess, run: Run): string {
  const { onlyIf } = onlyUnder(access, run.lock)
  const ended = `UPDATE ${access.sql.meta} SET run_complete = true`
  return onlyIf === undefined ? ended : `${ended} WHERE ${onlyIf}`
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
