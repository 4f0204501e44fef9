import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { Driver } from '../driver/driver.ts'
import { isMissing, unless } from '../driver/outcome.ts'
import type { StateAccess } from '../state/access.ts'
import type { Writing } from '../state/write.ts'
import { coverStatements } from '../state/write.ts'
import type { ApplyOptions, RunOptions } from './options.ts'
import type { StepEvent } from './progress.ts'

export type Steps = Pick<ApplyOptions, 'steps' | 'run' | 'onProgress' | 'signal'>

/** A step and its place in the plan, from 1. */
export interface Numbered {
  readonly step: Step
  readonly index: number
}

export interface Tally {
  readonly done: number
  readonly skipped: number
}

/** The steps of each phase. */
export function wavesOf(steps: readonly Step[]): readonly (readonly Numbered[])[] {
  const found: Numbered[][] = []
  steps.forEach((step, i) => {
    const last = found.at(-1)
    if (last?.[0]?.step.phase === step.phase) last.push({ step, index: i + 1 })
    else found.push([{ step, index: i + 1 }])
  })
  return found
}

/** Tells of one step, with the time since now. */
export function teller({ step, index }: Numbered, { steps, onProgress }: Steps): (state: StepEvent['state']) => void {
  const started = performance.now()
  return state => onProgress?.({ step, index, total: steps.length, state, ms: Math.round(performance.now() - started) })
}

/** Looks at the warehouse; what the probe looks at may not exist yet. */
export async function isDone(driver: Driver, step: Step): Promise<boolean> {
  if (step.probe === null) return false
  const [row] = (await unless(driver.query(step.probe, `look whether it is done: ${step.title}`), isMissing)) ?? []
  return row !== undefined && Object.values(row)[0] === true
}

/** A test passes where its query returns no row. */
export async function audit(driver: Driver, step: Step): Promise<void> {
  for (const query of step.sql) {
    const rows = await driver.query(query, step.title)
    if (rows.length > 0) throw new FeatError([diagnostic('F632', { title: step.title, rows: rows.map(r => JSON.stringify(r)) }, { address: step.cause })])
  }
}

export function writingOf({ placement }: StateAccess, options: RunOptions): Writing {
  const keepUntil = new Date(Date.parse(options.now) + (options.keepDays ?? 7) * 86_400_000).toISOString()
  return { environment: placement.environment, plan: options.plan, keepUntil }
}

/** A procedure records by itself what it has covered. */
export function coverage({ sql }: StateAccess, { fill }: Step, options: RunOptions): readonly string[] {
  return fill === null || fill.byProcedure === true ? [] : coverStatements(sql, { ...fill, knownTo: fill.knownTo ?? options.now })
}

/** What was wrong with the steps, then which they were and how far the run came; bugs stay as they are. */
export function told(failed: readonly { readonly step: Step; readonly error: unknown }[], tally: Tally, { steps, signal }: Steps): unknown {
  const bug = failed.find(f => !(f.error instanceof FeatError))
  if (bug !== undefined) return bug.error
  const errors = failed.map(f => ({ step: f.step, error: f.error as FeatError }))
  const [first] = errors
  if (signal?.aborted === true) return interrupted(first!.step.title, tally, steps.length, first!.error)
  const diagnostics: readonly Diagnostic[] = errors.flatMap(({ step, error }) => [
    ...error.diagnostics,
    diagnostic('F630', { title: step.title, done: tally.done + tally.skipped, total: steps.length }, { address: step.cause }),
  ])
  return new FeatError(diagnostics, { cause: first!.error.cause })
}

export function interrupted(title: string | null, { done, skipped }: Tally, total: number, cause?: unknown): FeatError {
  return new FeatError([diagnostic('F631', { title, done: done + skipped, total })], { cause })
}
