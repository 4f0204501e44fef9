import type { Address } from '../../compiler/base/address.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { hashOf } from '../../compiler/base/hash.ts'
import { nearest } from '../../compiler/base/near.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import { coverageOf } from '../../compiler/plan/coverage.ts'
import type { Cuts } from '../../compiler/plan/chunks.ts'
import { inChunks } from '../../compiler/plan/chunks.ts'
import type { Held } from '../../compiler/plan/fills.ts'
import { compare, isChange } from '../../compiler/plan/compare.ts'
import { match } from '../../compiler/plan/match.ts'
import { isObjectChange, matchObjects } from '../../compiler/plan/objects/index.ts'
import { usesOf, withOrder } from '../../compiler/plan/order.ts'
import { writableIn } from '../../compiler/plan/binding.ts'
import { step } from '../../compiler/plan/step.ts'
import { fillStep } from '../../compiler/plan/steps.ts'
import { withLock } from '../apply/apply.ts'
import type { ApplyResult } from '../apply/options.ts'
import type { StepEvent } from '../apply/progress.ts'
import { runSteps } from '../apply/run.ts'
import { refuseHidden } from '../observe/hidden.ts'
import { observe } from '../observe/observe.ts'
import type { Session } from '../session.ts'
import type { Arrival } from '../state/arrivals.ts'
import { readArrivals, writeArrivals } from '../state/arrivals.ts'
import { readState } from '../state/read.ts'
import type { Breach, Counted } from './arrivals.ts'
import { afterRun, breachesIn, countArrivals } from './arrivals.ts'
import { readRates, writeRates } from '../state/rates.ts'
import { stateSql } from '../state/tables.ts'
import { cleanCoverage } from './dirty.ts'
import { spanOf } from './due.ts'
import { computedAgain, uncoverSteps } from './restate.ts'
import { measured } from './sizes.ts'
import { findStarts } from './starts.ts'
import { fillsOf } from './wanted.ts'
import type { Expected, Restated, Work } from './work.ts'
import { expected, ratesIn, restatedIn, workOf } from './work.ts'

export interface MaterializeOptions {
  /** ISO instants: only points in [from, to). */
  readonly from: string | null
  readonly to: string | null
  /** Names or addresses of views, stores and servings; all unless given. */
  readonly only: readonly string[]
  /** Computes again what is covered: in [from, to), or, without bounds, the points that rows have touched which came too late. */
  readonly restate?: boolean
  /** Told before anything is done. */
  readonly onPrepared?: (prepared: Prepared) => void
  readonly onProgress?: (event: StepEvent) => void
  readonly signal?: AbortSignal
  readonly cuts?: Cuts
}

export interface MaterializeResult extends ApplyResult {
  /** Rows that came later than the contract of their source says, and are in no value. */
  readonly breaches: readonly Breach[]
  readonly restated: readonly Restated[]
}

/** Computes what is missing and due: tiles, feature rows, store and serving. Doing it again does nothing. */
export async function materialize(session: Session, options: MaterializeOptions): Promise<MaterializeResult> {
  const { driver, placed, now } = session
  const lock = {
    driver,
    placement: placed.placement,
    clock: session.clock,
    project: placed.project,
    holder: session.holder('feat materialize'),
    ...session.waiting,
  }
  return withLock(lock, async (access, held) => {
    const prepared = await prepare(session, options)
    const { steps, counted, recorded, work } = prepared
    options.onPrepared?.(prepared)
    const events: StepEvent[] = []
    const run = { ...session.holder('feat materialize'), project: placed.project, plan: hashOf(steps.map(s => s.id)), now }
    const result = await runSteps(access, held, {
      steps,
      run,
      onProgress: event => {
        events.push(event)
        options.onProgress?.(event)
      },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    const restated = options.restate === true && options.from === null && options.to === null && options.only.length === 0
    const { written, all } = afterRun(recorded, counted, restated)
    await writeArrivals(access, held, written, counted.forgotten)
    await writeRates(access, held, ratesIn(work, events))
    return { ...result, breaches: breachesIn(all), restated: prepared.restated }
  })
}

/** What a run is about to do. */
export interface Prepared {
  readonly steps: readonly Step[]
  readonly work: readonly Work[]
  /** What is computed again, though it was computed. */
  readonly restated: readonly Restated[]
  readonly recorded: readonly Arrival[]
  readonly counted: Counted
}

export interface Estimate {
  readonly steps: number
  readonly expected: readonly Expected[]
  readonly restated: readonly Restated[]
}

/** What a run would do now, and how long it may take; nothing is changed. */
export async function estimate(session: Session, options: MaterializeOptions): Promise<Estimate> {
  const { steps, work, restated } = await prepare(session, { ...options, measureAll: true })
  const rates = await readRates(session.driver, stateSql(session.placed.placement))
  return { steps: steps.length, expected: expected(work, rates), restated }
}

/** The steps of a run, in the order in which each finds what it reads, and how much they are. */
async function prepare(session: Session, options: MaterializeOptions & { readonly measureAll?: boolean }): Promise<Prepared> {
  const { driver, placed, compiled } = session
  const { placement } = placed
  const reading = [readState(driver, placement), observe(driver, placement), readArrivals(driver, stateSql(placement))] as const
  const [state, live, recorded] = await Promise.all(reading)
  await refuseHidden(driver, placed.placement, state, live)
  const matching = match(compiled.lowered, placed, state, live)
  const differing = matching.matched.filter(m => isChange(compare(compiled.lowered, m, matching))).map(m => m.resource.address)
  const objects = matchObjects({ lowered: compiled.lowered, matching, placed, state })
  differing.push(...objects.matched.filter(isObjectChange).map(o => o.m.resource.address))
  const gone = [...matching.gone, ...objects.gone]
  if (state === null || differing.length > 0 || gone.length > 0)
    throw new FeatError([diagnostic('F518', { changes: [...differing, ...gone.map(g => g.address)] })])
  const wants = chosen(session, options.only)
  const views = [...compiled.lowered.views.values()].map(p => p.view)
  const { bindings } = matching
  const starts = await findStarts({
    driver,
    bindings,
    views: views.filter(v => wants(v.address)),
    sources: compiled.lowered.model.sources,
    recorded: state.starts,
  })
  const held: readonly Held[] = matching.matched.map(m => ({ resource: m.resource, storages: m.binding.storages }))
  const writable = writableIn(placed.placement.environment, state)
  const within = spanOf(options.from, options.to)
  const base = { driver, lowered: compiled.lowered, bindings, held, state, coverage: coverageOf(state), writable, now: session.now, wants }
  const restate = options.restate === true ? { bounds: options.from === null && options.to === null ? null : within } : null
  const dirty = await computedAgain({ ...base, restate })
  const input = { ...base, within, restate: restate !== null, dirty, coverage: cleanCoverage(base.coverage, dirty), starts }
  const whole = await fillsOf(session, input)
  const sizes = await measured(whole, { ...base, all: options.measureAll === true })
  const fills = inChunks(whole, sizes, options.cuts)
  const context = { lowered: compiled.lowered, bindings, placement: placed.placement, project: placed.project, tool: session.tool, now: session.now }
  const found = [...starts.found].map(([view, at]) =>
    step({ phase: 'expand', cause: view, title: `${view} starts at ${at}`, sql: [], effect: { kind: 'start', view, at } }),
  )
  const filling = new Map(fills.map(f => [f, fillStep(f, context)]))
  const steps = withOrder([...found, ...uncoverSteps(dirty, base), ...filling.values()], usesOf(placed.resources))
  const everyOf = (of: string): number | null => {
    const by = placed.resources.find(r => r.address === of)?.filling
    return by?.by === 'points' || by?.by === 'dates' ? by.every : null
  }
  return {
    steps,
    work: workOf(fills, f => filling.get(f)!.id, sizes),
    restated: restatedIn(dirty, everyOf),
    recorded,
    counted: await countArrivals({ ...base, fills, recorded }),
  }
}

/** Which views, stores and servings a run is about: those that were named, and the views that they read. */
function chosen({ placed }: Session, only: readonly string[]): (address: Address) => boolean {
  if (only.length === 0) return () => true
  const known = placed.resources.filter(r => ['view', 'store', 'serving'].includes(r.kind))
  const wanted = new Set<Address>()
  for (const name of only) {
    const found = known.find(r => r.address === name || r.name === name)
    if (found === undefined)
      throw new FeatError([
        diagnostic('F519', {
          name,
          near: nearest(
            name,
            known.flatMap(r => [r.name ?? '', r.address]),
          ),
        }),
      ])
    wanted.add(found.address)
  }
  // Readers stand after what they read.
  for (const r of placed.resources.toReversed()) if (wanted.has(r.address)) for (const { on } of r.uses) if (known.some(k => k.address === on)) wanted.add(on)
  return address => wanted.has(address)
}
