import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { Lock } from '../../compiler/ir/state.ts'
import type { StateAccess } from '../state/access.ts'
import { claim } from '../state/lock.ts'
import { coverStatements, effectStatements } from '../state/write.ts'
import type { Run } from './journal.ts'
import { beginRun, endRun, outcome, writeIntents } from './journal.ts'
import type { ApplyOptions, ApplyResult, RunOptions } from './options.ts'
import type { StepEvent } from './progress.ts'

type Steps = Pick<ApplyOptions, 'steps' | 'run' | 'onProgress' | 'signal'>

/** Runs steps under a lock that is held, in waves: the steps of one phase have their intents written at once. */
export async function runSteps(access: StateAccess, lock: Lock, options: Steps): Promise<ApplyResult> {
  const { steps, signal } = options
  const run = await beginRun(access, lock, options.run.plan)
  const cancel = (): void => access.driver.cancel()
  signal?.addEventListener('abort', cancel)
  const tally = { done: 0, skipped: 0 }
  try {
    for (const wave of waves(steps)) {
      const open = wave.filter(({ step }) => !run.done.has(step.id))
      if (open.length > 0 && signal?.aborted !== true)
        await writeIntents(
          access,
          run,
          open.map(o => o.step),
        )
      for (const numbered of wave) {
        if (signal?.aborted === true) throw interrupted(null, tally, steps.length)
        tally[await runStep(access, run, numbered, tally, options)]++
      }
    }
    await endRun(access, run)
    return { run: run.number, ...tally }
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

interface Numbered {
  readonly step: Step
  readonly index: number
}

function waves(steps: readonly Step[]): readonly (readonly Numbered[])[] {
  const found: Numbered[][] = []
  steps.forEach((step, i) => {
    const last = found.at(-1)
    if (last?.[0]?.step.phase === step.phase) last.push({ step, index: i + 1 })
    else found.push([{ step, index: i + 1 }])
  })
  return found
}

interface Tally {
  readonly done: number
  readonly skipped: number
}

async function runStep(access: StateAccess, run: Run, { step, index }: Numbered, tally: Tally, options: Steps): Promise<'done' | 'skipped'> {
  const total = options.steps.length
  const started = performance.now()
  const tell = (state: StepEvent['state']): void => options.onProgress?.({ step, index, total, state, ms: Math.round(performance.now() - started) })
  if (run.done.has(step.id)) {
    tell('skipped')
    return 'skipped'
  }
  tell('start')
  try {
    const how = (await isDone(access, step)) ? 'skipped' : 'done'
    await perform(access, run, how === 'done' ? step.sql : [], step, options.run)
    tell(how)
    return how
  } catch (error) {
    await recordFailure(access, run, step, error)
    tell('failed')
    throw told(error, step, tally, options)
  }
}

/** Looks at the warehouse; what the probe looks at may not exist yet. */
async function isDone(access: StateAccess, step: Step): Promise<boolean> {
  if (step.probe === null) return false
  try {
    const [row] = await access.driver.query(step.probe, `look whether it is done: ${step.title}`)
    return row !== undefined && Object.values(row)[0] === true
  } catch (error) {
    if (error instanceof FeatError && missing.has(error.diagnostics[0]!.code)) return false
    throw error
  }
}

const missing: ReadonlySet<string> = new Set(['F601', 'F602'])

/** The statements, the effect on state and the outcome: in one transaction, or the statements before it one by one. */
async function perform(access: StateAccess, run: Run, statements: readonly string[], step: Step, options: RunOptions): Promise<void> {
  const { driver } = access
  const effects = effectsOf(access, step, options)
  // A storage is known before it is there: one that no plan comes back to is retired, whatever happens next.
  const first = step.effect?.kind === 'storage' && !step.transaction
  if (first) await driver.transaction([claim(access, run.lock), ...effects], step.title)
  const record = [...(first ? [] : effects), outcome(access, run, step, 'done')]
  if (step.phase === 'audit') await audit(access, statements, step)
  else if (!step.transaction) {
    for (const statement of statements) await driver.execute(statement, step.title)
  }
  await driver.transaction([claim(access, run.lock), ...(step.transaction ? statements : []), ...record], step.title)
}

/** A test passes where its query returns no row. */
async function audit({ driver }: StateAccess, queries: readonly string[], step: Step): Promise<void> {
  for (const query of queries) {
    const rows = await driver.query(query, step.title)
    if (rows.length > 0) throw new FeatError([diagnostic('F632', { title: step.title, rows: rows.map(r => JSON.stringify(r)) }, { address: step.cause })])
  }
}

function effectsOf(access: StateAccess, step: Step, options: RunOptions): readonly string[] {
  const { sql, placement } = access
  const keepUntil = new Date(Date.parse(options.now) + (options.keepDays ?? 7) * 86_400_000).toISOString()
  const writing = { environment: placement.environment, plan: options.plan, keepUntil }
  return [
    ...(step.effect === null ? [] : effectStatements(sql, step.effect, writing)),
    ...(step.fill === null ? [] : coverStatements(sql, { ...step.fill, knownTo: options.now })),
  ]
}

/** Best effort: on a full disk, or where the lock was lost, the intent without outcome says as much. */
async function recordFailure(access: StateAccess, run: Run, step: Step, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  await access.driver.execute('ROLLBACK').catch(() => null) // of a transaction that the statements themselves began
  await access.driver.transaction([claim(access, run.lock), outcome(access, run, step, 'failed', message)]).catch(() => null)
}

/** What was wrong with the step, then which one it was and how far the run came; bugs stay as they are. */
function told(error: unknown, step: Step, { done, skipped }: Tally, { steps, signal }: Steps): unknown {
  if (!(error instanceof FeatError)) return error
  if (signal?.aborted === true) return interrupted(step.title, { done, skipped }, steps.length, error)
  const where = { address: step.cause }
  const diagnostics: readonly Diagnostic[] = [...error.diagnostics, diagnostic('F630', { title: step.title, done: done + skipped, total: steps.length }, where)]
  return new FeatError(diagnostics, { cause: error.cause })
}

function interrupted(title: string | null, { done, skipped }: Tally, total: number, cause?: unknown): FeatError {
  return new FeatError([diagnostic('F631', { title, done: done + skipped, total })], { cause })
}
