import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { StateAccess } from '../state/access.ts'
import { writeState } from '../state/commit.ts'
import { claim } from '../state/lock.ts'
import type { Writes } from '../state/write.ts'
import { effectWrites, inOrder } from '../state/write.ts'
import { claimedError } from './fills.ts'
import type { Run } from './journal.ts'
import { endStatement, intentStatements, outcomeStatements } from './journal.ts'
import type { RunOptions } from './options.ts'
import type { Numbered, Steps, Tally } from './step.ts'
import { audit, coverage, interrupted, isDone, teller, told, wavesOf, writingOf } from './step.ts'

/** One step after the other, each recorded in the transaction of what it did; the intents of a phase are written at once. */
export async function runInOrder(access: StateAccess, run: Run, begin: Writes, options: Steps): Promise<Tally> {
  const { steps, signal } = options
  const tally = { done: 0, skipped: 0 }
  const write = (statements: readonly string[], title: string): Promise<void> => writeState(access, run.lock, { stages: [[statements]], atomic: true }, title)
  await writeState(access, run.lock, begin, 'begin the run')
  for (const wave of wavesOf(steps)) {
    const open = wave.flatMap(({ step }) => (run.done.has(step.id) ? [] : [step]))
    if (open.length > 0 && signal?.aborted !== true) await write(intentStatements(access, run, open), 'record what is about to run')
    for (const batch of batchesOf(wave, run)) {
      if (batch.length > 1 && signal?.aborted !== true && (await runBatch(access, run, batch, options))) {
        tally.done += batch.length
        continue
      }
      for (const numbered of batch) {
        if (signal?.aborted === true) throw interrupted(null, tally, steps.length)
        tally[await runStep(access, run, numbered, tally, options)]++
      }
    }
  }
  await write([endStatement(access, run)], 'end the run')
  return tally
}

/** From so many definitions in a row on, what one commit costs is shared. */
const least = 16
/** So many are done again at most where the process is killed. */
const most = 64

/** Definitions in a row that need no look before and no transaction of their own, together; everything else by itself. */
function batchesOf(wave: readonly Numbered[], run: Run): readonly (readonly Numbered[])[] {
  const batches: Numbered[][] = []
  for (const numbered of wave) {
    const last = batches.at(-1)
    if (last !== undefined && last.length < most && isPlain(last[0]!, run) && isPlain(numbered, run)) last.push(numbered)
    else batches.push([numbered])
  }
  return batches.flatMap(b => (b.length < least ? b.map(n => [n]) : [b]))
}

function isPlain({ step }: Numbered, run: Run): boolean {
  const { phase, probe, transaction, fill } = step
  return (phase === 'expand' || phase === 'publish') && probe === null && !transaction && fill === null && !run.done.has(step.id)
}

/** Bounds of transactions that statements bring along; these are in one already. */
const bounds = /^(BEGIN TRANSACTION|COMMIT)$/

/** All of them in one transaction with what state takes up; false where one failed, so that none of them was done. */
async function runBatch(access: StateAccess, run: Run, batch: readonly Numbered[], options: Steps): Promise<boolean> {
  const tellers = batch.map(numbered => teller(numbered, options))
  const steps = batch.map(b => b.step)
  const statements = steps.flatMap(s => s.sql).filter(sql => !bounds.test(sql))
  const effects = steps.flatMap(s => (s.effect === null ? [] : [s.effect]))
  const ended = steps.map(step => ({ step, how: 'done', error: null }) as const)
  const record = [...inOrder(effectWrites(access.sql, effects, writingOf(access, options.run))), ...outcomeStatements(access, run, ended)]
  const first = steps[0]!.title
  try {
    await access.driver.transaction([claim(access, run.lock), ...statements, ...record], `${first} and ${steps.length - 1} more`)
  } catch (error) {
    // One by one it is told which.
    if (error instanceof FeatError) return false
    throw error
  }
  for (const tell of tellers) {
    tell('start')
    tell('done')
  }
  return true
}

async function runStep(access: StateAccess, run: Run, numbered: Numbered, tally: Tally, options: Steps): Promise<'done' | 'skipped'> {
  const { step } = numbered
  const tell = teller(numbered, options)
  if (run.done.has(step.id)) {
    tell('skipped')
    return 'skipped'
  }
  tell('start')
  try {
    const how = (await isDone(access.driver, step)) ? 'skipped' : 'done'
    await perform(access, run, how === 'done' ? step : { ...step, sql: [] }, options.run)
    tell(how)
    return how
  } catch (error) {
    await recordFailure(access, run, step, error)
    tell('failed')
    throw told([{ step, error: claimedError(error, step) }], tally, options)
  }
}

/** The statements, the effect on state and the outcome: in one transaction, or the statements before it one by one. */
async function perform(access: StateAccess, run: Run, step: Numbered['step'], options: RunOptions): Promise<void> {
  const { driver, sql } = access
  const effects = step.effect === null ? [] : inOrder(effectWrites(sql, [step.effect], writingOf(access, options)))
  // A storage is known before it is there: one that no plan comes back to is retired, whatever happens next.
  const first = step.effect?.kind === 'storage' && !step.transaction
  if (first) await driver.transaction([claim(access, run.lock), ...effects], step.title)
  const record = [...(first ? [] : effects), ...coverage(access, step, options), ...outcomeStatements(access, run, [{ step, how: 'done', error: null }])]
  if (step.phase === 'audit') await audit(driver, step)
  else if (step.apart !== undefined) {
    await driver.transaction([claim(access, run.lock)], step.title)
    await driver.atOnce(groupsOf(step), step.title)
  } else if (!step.transaction) {
    for (const statement of step.sql) await driver.execute(statement, step.title)
  }
  await driver.transaction([claim(access, run.lock), ...(step.transaction ? step.sql : []), ...record], step.title)
}

/** Rows are there before it is recorded that they are: should the run end in between, the next one computes them again. */
function groupsOf({ sql, apart }: Step): readonly (readonly string[])[] {
  const length = sql.length / apart!
  return Array.from({ length: apart! }, (_, i) => sql.slice(i * length, (i + 1) * length))
}

/** Best effort: on a full disk, or where the lock was lost, the intent without outcome says as much. */
async function recordFailure(access: StateAccess, run: Run, step: Numbered['step'], error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  await access.driver.execute('ROLLBACK').catch(() => null) // of a transaction that the statements themselves began
  await access.driver.transaction([claim(access, run.lock), ...outcomeStatements(access, run, [{ step, how: 'failed', error: message }])]).catch(() => null)
}
