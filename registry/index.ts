import type { Compiled } from '../compiler/index.ts'
import { diagnostic, FeatError } from '../compiler/base/diagnostic.ts'
import type { Address } from '../compiler/base/address.ts'
import type { Diagnostic } from '../compiler/base/diagnostic.ts'
import type { Hash } from '../compiler/base/hash.ts'
import type { PlacedState } from '../compiler/ir/placed.ts'
import type { Plan } from '../compiler/ir/plan.ts'
import type { State } from '../compiler/ir/state.ts'
import { fingerprint, plan } from '../compiler/plan/index.ts'
import { withLock } from './apply/apply.ts'
import { readHead } from './apply/journal.ts'
import type { ApplyResult } from './apply/options.ts'
import type { StepEvent } from './apply/progress.ts'
import { runSteps } from './apply/run.ts'
import { refuseHidden } from './observe/hidden.ts'
import { observe } from './observe/observe.ts'
import { checkSources } from './observe/sources.ts'
import type { Session } from './session.ts'
import { readState } from './state/read.ts'

export { compactPlan } from './compact.ts'
export { closeLeft, openDuckdb } from './driver/duckdb.ts'
export { estimate, materialize } from './materialize/materialize.ts'
export { preflight } from './preflight.ts'
export { sessionOf } from './session.ts'
export type { Session } from './session.ts'

/**
 * All effects on a warehouse, in the order in which they come about:
 *
 *   observe (state + live)  what is recorded and what is there
 *     -> plan               compiler/plan: what differs, and the steps that mend it
 *     -> apply              runs the steps under the lock of the state, each journalled
 *     -> materialize        computes what is missing and due
 *     -> record             with each step, in its transaction
 */
export interface PlanOptions {
  readonly allowDestroy: boolean
  /** Plans the removal of everything that this environment has. */
  readonly destroyAll?: boolean
}

export async function makePlan(session: Session, options: PlanOptions): Promise<Plan> {
  const { driver, placed, compiled } = session
  // What is read of the one is decoded while the engine works on the other.
  const [state, live] = await Promise.all([recordedState(session), observe(driver, placed.placement)])
  await refuseHidden(driver, placed.placement, state, live)
  const wanted: PlacedState = options.destroyAll === true ? { ...placed, resources: [], objects: [], automation: null } : placed
  return plan({ lowered: compiled.lowered, placed: wanted, state, live, now: session.now, allowDestroy: options.allowDestroy, tool: session.tool })
}

export async function recordedState(session: Session): Promise<State | null> {
  return readState(session.driver, session.placed.placement)
}

/** Raw relations that are missing or of another shape than declared. */
export async function sourceMistakes(
  session: Pick<Session, 'driver' | 'placed'> & { readonly compiled: Pick<Compiled, 'catalog'> },
): Promise<readonly Diagnostic[]> {
  return checkSources(session.driver, session.compiled.catalog, session.placed.placement)
}

export interface ApplyPlanOptions {
  readonly onProgress?: (event: StepEvent) => void
  readonly signal?: AbortSignal
}

/** Carries out a plan under the lock; refused where one of the definitions that it touches changed since it was made. */
export async function applyPlan(session: Session, made: Plan, options: ApplyPlanOptions = {}): Promise<ApplyResult> {
  const { driver, placed, now } = session
  const holder = session.holder('feat apply')
  return withLock({ driver, placement: placed.placement, clock: session.clock, project: placed.project, holder, ...session.waiting }, async (access, lock) => {
    const [state, head] = await Promise.all([readState(driver, placed.placement), readHead(access)])
    const stale = staleness(made, state)
    if (stale.length > 0) throw new FeatError(stale)
    const run = { ...holder, project: placed.project, plan: made.id, now }
    return runSteps(access, lock, { steps: made.steps, run, head, ...options })
  })
}

/** Why a plan no longer fits the state; a state that the apply itself has just created fits a plan made without one. */
function staleness(made: Plan, state: State | null): readonly Diagnostic[] {
  if (made.state !== '' && state?.id !== made.state) return [diagnostic('F514', { declared: made.state, state: state?.id ?? 'none' })]
  const records = new Map((state?.records ?? []).filter(r => r.environment === made.environment).map(r => [r.address, r]))
  const changed = (Object.entries(made.basis) as [Address, Hash | null][]).filter(([address, was]) => {
    const record = records.get(address)
    return fingerprint(record ?? null) !== was && !appliedBy(made, address, record)
  })
  return changed.map(([address]) => diagnostic('F515', { address }, { address }))
}

/** What an apply of this very plan that was cut off has already recorded is no change by others. */
function appliedBy(made: Plan, address: Address, record: State['records'][number] | undefined): boolean {
  return made.steps.some(({ effect }) => {
    if (record === undefined) return (effect?.kind === 'forget' && effect.address === address) || (effect?.kind === 'record' && effect.replaces === address)
    return effect?.kind === 'record' && effect.record.address === address && fingerprint(effect.record) === fingerprint(record)
  })
}
