import type { Step } from '../../compiler/ir/plan.ts'
import { isUnanswered } from '../driver/outcome.ts'
import type { StateAccess } from '../state/access.ts'
import { writeState } from '../state/commit.ts'
import { claim } from '../state/lock.ts'
import type { Writes } from '../state/write.ts'
import { effectWrites, inOrder } from '../state/write.ts'
import { awaitFill, claimedError, isClaimed } from './fills.ts'
import type { Run } from './journal.ts'
import { outcomeStatements } from './journal.ts'
import type { Ledger } from './ledger.ts'
import { ledgerOf } from './ledger.ts'
import { schedule } from './schedule.ts'
import type { Numbered, Steps, Tally } from './step.ts'
import { audit, coverage, interrupted, isDone, teller, told, wavesOf, writingOf } from './step.ts'

/**
 * Steps of one phase at once, as far as their order allows. Definitions commit by themselves here, so that state follows
 * them in batches: what was done and not yet recorded is idempotent, and done again by the next run.
 */
export async function runInWaves(access: StateAccess, run: Run, begin: Writes, options: Steps): Promise<Tally> {
  const { steps, signal } = options
  const ledger = ledgerOf(access, run, steps, options.run)
  const waves = wavesOf(steps)
  const announce = (i: number): Promise<void> => ledger.announce((waves[i] ?? []).flatMap(({ step }) => (run.done.has(step.id) ? [] : [step])))
  const context: Context = { access, run, ledger, options, tally: { done: 0, skipped: 0 } }
  const begun = writeState(access, run.lock, begin, 'begin the run')
  let announced: Promise<unknown> = Promise.all([begun, announce(0)])
  for (const [i, wave] of waves.entries()) {
    await announced
    announced = announce(i + 1)
    announced.catch(() => null) // told when it is awaited
    // What takes away relies on what is recorded.
    if (wave[0]!.step.phase === 'contract') await ledger.flush()
    if (signal?.aborted === true) throw interrupted(null, context.tally, steps.length)
    await runWave(context, wave)
  }
  await announced
  await ledger.flush('end')
  return context.tally
}

interface Context {
  readonly access: StateAccess
  readonly run: Run
  readonly ledger: Ledger
  readonly options: Steps
  readonly tally: { done: number; skipped: number }
}

async function runWave(context: Context, wave: readonly Numbered[]): Promise<void> {
  const { access, ledger, options, tally } = context
  const stopped = (): boolean => ledger.broken() || options.signal?.aborted === true
  const failed = await schedule(wave, { stepOf: n => n.step, width: access.driver.parallelism, stopped }, numbered => runStep(context, numbered))
  if (failed.length === 0 && !stopped()) return
  // Best effort: where the lock was lost, an intent without an outcome says as much.
  const flushed: unknown = await ledger.flush().catch((error: unknown) => error)
  if (failed.length > 0)
    throw told(
      failed.map(f => ({ step: f.item.step, error: claimedError(f.error, f.item.step) })),
      tally,
      options,
    )
  if (flushed !== undefined) throw flushed
  throw interrupted(null, tally, options.steps.length)
}

async function runStep({ access, run, ledger, options, tally }: Context, numbered: Numbered): Promise<void> {
  const { step } = numbered
  const tell = teller(numbered, options)
  if (run.done.has(step.id)) {
    tell('skipped')
    tally.skipped++
    return
  }
  tell('start')
  try {
    const how = await settled(access, run, step, options)
    if (!step.transaction || how === 'skipped') ledger.note({ step, how: 'done', error: null })
    tell(how)
    tally[how]++
  } catch (error) {
    ledger.note({ step, how: 'failed', error: error instanceof Error ? error.message : String(error) })
    tell('failed')
    throw error
  }
}

/** How often a step is done again whose answer was lost, and which its probe does not find done. */
const attempts = 3

/** Until it is known that the step is done: where the answer was lost, by looking at what is there. */
async function settled(access: StateAccess, run: Run, step: Step, options: Steps): Promise<'done' | 'skipped'> {
  const driver = access.driver.tagged(JSON.stringify({ feat: options.run.project, plan: options.run.plan, step: step.id }))
  if (await isDone(driver, step)) return 'skipped'
  for (let n = 1; ; n++) {
    try {
      await perform({ ...access, driver }, run, step, options)
      return 'done'
    } catch (error) {
      const byProcedure = step.fill?.byProcedure === true
      if (byProcedure && (isUnanswered(error) || isClaimed(error))) {
        if (await awaitFill(access, step.fill!, options)) return 'done'
      } else if (isUnanswered(error) && (await isDone(driver, step))) return 'done'
      if (n === attempts || !(isUnanswered(error) || (byProcedure && isClaimed(error)))) throw error
    }
  }
}

async function perform(access: StateAccess, run: Run, step: Step, options: Steps): Promise<void> {
  const { driver } = access
  if (step.phase === 'audit') return audit(driver, step)
  if (step.transaction) return transact(access, run, step, options)
  for (const statement of step.sql) await driver.execute(statement, step.title)
}

/** The lock is claimed last: its row stays locked for others until the commit, and rows may take long to compute. */
async function transact(access: StateAccess, run: Run, step: Step, options: Steps): Promise<void> {
  const effects = step.effect === null ? [] : inOrder(effectWrites(access.sql, [step.effect], writingOf(access, options.run)))
  const record = [...effects, ...coverage(access, step, options.run), ...outcomeStatements(access, run, [{ step, how: 'done', error: null }])]
  await access.driver.transaction([...step.sql, claim(access, run.lock), ...record], step.title)
}
