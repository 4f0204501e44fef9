import type { Address } from '../../compiler/base/address.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { hashOf } from '../../compiler/base/hash.ts'
import { pointAt, secondsOf } from '../../compiler/base/instant.ts'
import type { Interval } from '../../compiler/base/interval.ts'
import { merged } from '../../compiler/base/interval.ts'
import { nearest } from '../../compiler/base/near.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { State } from '../../compiler/ir/state.ts'
import type { CoverageIndex } from '../../compiler/plan/coverage.ts'
import { coverageOf } from '../../compiler/plan/coverage.ts'
import { inChunks } from '../../compiler/plan/chunks.ts'
import type { Fill } from '../../compiler/plan/fill.ts'
import type { Held } from '../../compiler/plan/fills.ts'
import { requiredFills } from '../../compiler/plan/fills.ts'
import { compare, isChange } from '../../compiler/plan/compare.ts'
import { match } from '../../compiler/plan/match.ts'
import { isObjectChange, matchObjects } from '../../compiler/plan/objects/index.ts'
import type { Matching } from '../../compiler/plan/match.ts'
import { usesOf, withOrder } from '../../compiler/plan/order.ts'
import { writableIn } from '../../compiler/plan/binding.ts'
import { step } from '../../compiler/plan/step.ts'
import { fillStep } from '../../compiler/plan/steps.ts'
import { withLock } from '../apply/apply.ts'
import type { ApplyResult } from '../apply/options.ts'
import type { StepEvent } from '../apply/progress.ts'
import { runSteps } from '../apply/run.ts'
import { inParallel } from '../driver/parallel.ts'
import { refuseHidden } from '../observe/hidden.ts'
import { observe } from '../observe/observe.ts'
import type { Session } from '../session.ts'
import { readState } from '../state/read.ts'
import { cleanCoverage, dirtyFrom } from './dirty.ts'
import { dueDates, dueViews, spanOf } from './due.ts'
import { measured } from './sizes.ts'
import type { Starts } from './starts.ts'
import { extremeTime, findStarts } from './starts.ts'

export interface MaterializeOptions {
  /** ISO instants: only points in [from, to). */
  readonly from: string | null
  readonly to: string | null
  /** Names or addresses of views, stores and servings; all unless given. */
  readonly only: readonly string[]
  readonly onProgress?: (event: StepEvent) => void
  readonly signal?: AbortSignal
  /** How many values one step computes at most; tests make it small. */
  readonly valuesPerStep?: number
}

/** Computes what is missing and due: tiles, feature rows, store and serving. Doing it again does nothing. */
export async function materialize(session: Session, options: MaterializeOptions): Promise<ApplyResult> {
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
    const steps = await materializeSteps(session, options)
    const run = { ...session.holder('feat materialize'), project: placed.project, plan: hashOf(steps.map(s => s.id)), now }
    return runSteps(access, held, {
      steps,
      run,
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
  })
}

/** The steps of a run, in the order in which each finds what it reads. */
async function materializeSteps(session: Session, options: MaterializeOptions): Promise<readonly Step[]> {
  const { driver, placed, compiled } = session
  const [state, live] = await Promise.all([readState(driver, placed.placement), observe(driver, placed.placement)])
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
  const coverage = coverageOf(state)
  const whole = await fillsOf(session, { options, state, matching, starts, wants })
  const fills = inChunks(whole, await measured(whole, { driver, lowered: compiled.lowered, bindings, coverage }), options.valuesPerStep)
  const context = { lowered: compiled.lowered, bindings, placement: placed.placement, project: placed.project, tool: session.tool, now: session.now }
  const found = [...starts.found].map(([view, at]) =>
    step({ phase: 'expand', cause: view, title: `${view} starts at ${at}`, sql: [], effect: { kind: 'start', view, at } }),
  )
  return withOrder([...found, ...fills.map(f => fillStep(f, context))], usesOf(placed.resources))
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

interface FillInput {
  readonly options: MaterializeOptions
  readonly state: State
  readonly matching: Matching
  readonly starts: Starts
  readonly wants: (address: Address) => boolean
}

async function fillsOf(session: Session, { options, state, matching, starts, wants }: FillInput): Promise<readonly Fill[]> {
  const { lowered } = session.compiled
  const held: readonly Held[] = matching.matched.map(m => ({ resource: m.resource, storages: m.binding.storages }))
  const coverage = cleanCoverage(coverageOf(state), dirtyFrom(lowered, held, state, session.now), held)
  const writable = writableIn(session.placed.placement.environment, state)
  const covered = (view: Address): readonly Interval[] => coverageOfFirst(held, view, coverage)
  const newest = new Map<Address, number | null>()
  const fresh = [...lowered.model.sources.values()].filter(s => s.freshness !== null)
  await inParallel(fresh, session.driver.parallelism, async s => {
    newest.set(s.address, await extremeTime({ driver: session.driver, bindings: matching.bindings }, s, 'max'))
  })
  const due = dueViews({
    lowered,
    now: secondsOf(session.now),
    within: spanOf(options.from, options.to),
    starts: starts.of,
    newest,
    covered,
    wantsView: wants,
    owns: v => firstOf(held, v) === undefined || writable(firstOf(held, v)!),
  })
  const after = (view: Address): readonly Interval[] => merged([...covered(view), ...(due.get(view) ?? [])])
  const wanted = new Map<string, readonly Interval[]>(due)
  for (const plan of lowered.stores.values()) {
    if (!wants(plan.store.address)) continue
    for (const group of plan.groups) wanted.set(`${plan.store.address}#${group.featureType}`, dueDates(group.views, after, starts.of))
  }
  const request = { held, coverage, wanted, refresh: capturesDue(session, held, state), writable, now: session.now, starts: starts.of }
  const first = requiredFills(request)
  const refreshed = servingsDue(session, held, state, first, wants)
  return refreshed.size === 0 ? first : requiredFills({ ...request, refresh: new Set([...request.refresh, ...refreshed]) })
}

function coverageOfFirst(held: readonly Held[], view: Address, coverage: CoverageIndex): readonly Interval[] {
  const first = firstOf(held, view)
  return first === undefined ? [] : coverage(first)
}

function firstOf(held: readonly Held[], view: Address): Held['storages'][number] | undefined {
  return held.find(h => h.resource.address === view)?.storages.find(s => s.first)
}

/** Every run captures, once for its `now`. */
function capturesDue(session: Session, held: readonly Held[], state: State): Set<Address> {
  const captures = held.filter(h => h.resource.filling.by === 'capture')
  const done = (h: Held): boolean => h.storages.every(s => state.coverage.some(c => c.storage === s.generation && secondsOf(c.to) >= secondsOf(session.now)))
  return new Set(captures.filter(h => !done(h)).map(h => h.resource.address))
}

/** Serving is replaced when what it reads is filled, or when a point has become available since. */
function servingsDue(session: Session, held: readonly Held[], state: State, fills: readonly Fill[], wants: (a: Address) => boolean): ReadonlySet<Address> {
  const filled = new Set(fills.map(f => f.resource.address))
  const due = held
    .filter(h => h.resource.filling.by === 'newest' && wants(h.resource.address))
    .filter(h => {
      const last = Math.max(0, ...state.coverage.filter(c => h.storages.some(s => s.generation === c.storage)).map(c => secondsOf(c.to)))
      const available = (view: Address, at: number): number => {
        const { every, availableAfter } = session.compiled.lowered.views.get(view)!.view.contract
        return pointAt(at - availableAfter, every)
      }
      return h.resource.uses.some(u => filled.has(u.on) || available(u.on, last) !== available(u.on, secondsOf(session.now)))
    })
  return new Set(due.map(h => h.resource.address))
}
