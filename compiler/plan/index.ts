import type { Address } from '../base/address.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Hash } from '../base/hash.ts'
import { hashOf } from '../base/hash.ts'
import { pointFrom, secondsOf } from '../base/instant.ts'
import type { Interval } from '../base/interval.ts'
import { nameText } from '../ir/name.ts'
import type { PlacedState } from '../ir/placed.ts'
import type { Change, Plan, Step } from '../ir/plan.ts'
import type { Live, State, StateRecord } from '../ir/state.ts'
import type { Lowered } from '../lower/index.ts'
import { auditSteps } from './audit.ts'
import { droppedColumns, writableIn } from './binding.ts'
import { compare } from './compare.ts'
import { inChunks, storedSizes } from './chunks.ts'
import type { CoverageIndex } from './coverage.ts'
import { coverageOf } from './coverage.ts'
import { inexpressible } from './expressible.ts'
import type { Fill } from './fill.ts'
import { requiredFills } from './fills.ts'
import type { Matched, Matching } from './match.ts'
import { isReplaced, match } from './match.ts'
import type { ObjectMatching } from './objects/index.ts'
import { copySteps } from './objects/copies.ts'
import { physicalSteps } from './objects/alter-tables.ts'
import { firstObjectSteps, goneObject, isObjectChange, matchObjects, objectSteps, ordered } from './objects/index.ts'
import { usesOf, withOrder } from './order.ts'
import { isOurs } from './publish.ts'
import { leftBehindSteps, servedSteps } from './served.ts'
import { foldSteps, isAnew } from './fold.ts'
import { isKept } from './served-reads.ts'
import { inPhases } from './step.ts'
import { newBeside } from './withdraw.ts'
import type { StepContext } from './steps.ts'
import { expandSteps, fillStep, formerNameSteps, goneSteps, publishSteps, restoreSteps, retireSteps, schemaSteps } from './steps.ts'

export interface PlanInput {
  readonly lowered: Lowered
  readonly placed: PlacedState
  readonly state: State | null
  readonly live: Live
  /** ISO instant: the moment of the plan. */
  readonly now: string
  readonly allowDestroy: boolean
  readonly tool: string
  /** Views whose column groups are to become one. */
  readonly fold?: (view: Address) => boolean
}

/**
 * Desired x recorded x live -> changes with reasons for the reader, steps for the warehouse.
 *
 *   match     resources with records, by address and renamedFrom; columns with storages
 *   compare   what differs, why, and what it means for readers
 *   block     what must not happen without an explicit flag, or at all
 *   fills     what has to be computed before something new is shown
 *   steps     expand, fill, audit, publish, contract
 */
export function plan(input: PlanInput): Plan {
  const { lowered, placed, state, live } = input
  const matching = match(lowered, placed, state, live, input.fold)
  const compared = matching.matched.map(m => ({ m, change: compare(lowered, m, matching) }))
  const objects = matchObjects({ lowered, matching, placed, state })
  const gone = matching.gone.map(goneChange)
  const changed = compared.filter(c => c.change.action !== 'none' || unpublished(c.m))
  const objectsChanged = objects.matched.filter(isObjectChange)
  const changes = [
    ...changed.map(c => c.change),
    ...gone,
    ...objectsChanged.map(o => o.change),
    ...objects.gone.map(r => ({ ...goneChange(r), action: goneObject(r, placed) })),
  ]
  const blocked = [
    ...changed.flatMap(c => blockedChange(c.m, c.change, matching, input)),
    ...matching.gone.flatMap(r => blockedRemoval(r, input)),
    ...objects.mistakes.map(d => ({ code: d.code, address: d.address as Address, message: d.message })),
  ]
  const steps =
    blocked.length > 0
      ? []
      : stepsOf(
          changed.map(c => c.m),
          { ...matching, objects },
          input,
        )
  const basis = Object.fromEntries([
    ...[...changed, ...objectsChanged].flatMap(c => basisOf(c.m)),
    ...[...matching.gone, ...objects.gone].map(r => [r.address, fingerprint(r)] as const),
  ]) as Record<Address, Hash | null>
  const { target, environment } = placed.placement
  const content = { format: 1, project: placed.project, target, environment, state: state?.id ?? '', tool: input.tool, basis, changes, steps, blocked } as const
  return { ...content, id: hashOf(content) }
}

/** The declared resource is recorded and shows what it should, except that it was cut off before its record was written. */
function unpublished({ record }: Matched): boolean {
  return record === null
}

/** Nothing under a new name yet, and under the former one what is to take it. */
function basisOf({ resource, record }: Matched): readonly (readonly [Address, Hash | null])[] {
  if (record === null || record.address === resource.address) return [[resource.address, fingerprint(record)]]
  return [
    [resource.address, null],
    [record.address, fingerprint(record)],
  ]
}

/** Identity of a record for stale plans: its definition and storages, never rows or coverage. */
export function fingerprint(record: StateRecord | null): Hash | null {
  return record === null ? null : hashOf({ hash: record.applied.hash, storages: record.storages.map(s => s.generation), name: record.applied.publicName })
}

function goneChange(record: StateRecord): Change {
  const kept = record.applied.physical.append === true || record.applied.publicName === null
  return {
    address: record.address,
    was: null,
    action: kept ? 'forget' : 'destroy',
    fields: [],
    why: { kind: 'declared', via: [] },
    class: kept ? 'metadata' : 'breaking',
    hazards: [],
    loses: kept ? [] : record.applied.columns.map(c => c.name),
    undo: 'kept storage',
  }
}

type Blocked = Plan['blocked']

function blockedChange(matched: Matched, change: Change, { live, bindings }: Matching, { allowDestroy, lowered }: PlanInput): Blocked {
  const { resource, record } = matched
  const found = [...inexpressible(matched, lowered, bindings)]
  if (change.loses.length > 0 && !allowDestroy) found.push(diagnostic('F513', { address: resource.address, columns: change.loses }))
  const names = [...(record === null && resource.publicName !== null ? [resource.publicName] : []), ...newBeside(record, resource)].map(nameText)
  for (const name of names) {
    const object = live.get(name)
    if (object !== undefined && !isOurs(object.comment)) found.push(diagnostic('F510', { name, kind: object.what ?? object.kind }))
  }
  return found.map(d => ({ code: d.code, address: resource.address, message: d.message }))
}

function blockedRemoval(record: StateRecord, input: PlanInput): Blocked {
  if (goneChange(record).action === 'forget') return []
  if (record.protect) return [{ code: 'F512', address: record.address, message: diagnostic('F512', { address: record.address }).message }]
  return input.allowDestroy ? [] : [{ code: 'F511', address: record.address, message: diagnostic('F511', { address: record.address }).message }]
}

function stepsOf(changed: readonly Matched[], matching: Matching & { readonly objects: ObjectMatching }, input: PlanInput): readonly Step[] {
  const { lowered, placed, state, live } = input
  const { placement, project } = placed
  const c: StepContext = {
    lowered,
    bindings: matching.bindings,
    placement,
    project,
    tool: input.tool,
    now: input.now,
    live: matching.live,
    isRetired: s => isAnew(s, state),
  }
  const kept = keptGenerations(matching, state, placement.environment)
  const fills = changed.length === 0 ? [] : fillsOf(matching, input)
  const steps = [
    ...firstObjectSteps(matching.objects, c),
    ...changed.flatMap(m => [...expandSteps(m, c), ...physicalSteps(m, placement), ...copySteps(m, c), ...restoreSteps(m, matching.live, c)]),
    ...fills.map(f => fillStep(f, c)),
    ...foldSteps(changed, c, { matching, state }),
    ...auditSteps(fills, changed, c),
    ...changed.flatMap(m => (isKept(m.resource) ? servedSteps(m, c, matching.live) : publishSteps(m, c))),
    ...changed.flatMap(m => [...formerNameSteps(m, c), ...leftBehindSteps(m, c)]),
    ...matching.gone.flatMap(r => goneSteps(r, c)),
    ...retireSteps(state, kept, c),
    ...objectSteps(matching.objects, { fills, changed: changed.map(m => m.resource.address) }, c),
  ]
  const needsSchemas = steps.some(s => s.phase === 'expand' || s.phase === 'publish')
  const resources = [...placed.resources, ...ordered(matching.objects), ...[...matching.gone, ...matching.objects.gone].map(r => r.applied)]
  return withOrder(inPhases([...(needsSchemas ? schemaSteps(placement, live) : []), ...steps]), usesOf(resources))
}

/** Generations that some record names once this plan is applied. */
function keptGenerations(matching: Matching, state: State | null, environment: string): ReadonlySet<string> {
  const others = (state?.records ?? []).filter(r => r.environment !== environment)
  return new Set([...matching.matched.flatMap(m => m.binding.storages), ...others.flatMap(r => r.storages)].map(s => s.generation))
}

/** New storages are filled as far as what they replace is covered; a new resource starts empty. */
function fillsOf(matching: Matching, input: PlanInput): readonly Fill[] {
  const coverage = coverageOf(input.state)
  const wanted = new Map<string, readonly Interval[]>()
  const refresh = new Set<Address>()
  for (const m of matching.matched) {
    const { resource, record, binding } = m
    if (record === null || binding.folds !== undefined) continue
    const isFilled = binding.fresh !== null || isReplaced(m) || binding.storages.some(s => droppedColumns(s, matching.live).length > 0)
    if (!isFilled) continue
    if (resource.filling.by === 'newest') refresh.add(resource.address)
    for (const [key, intervals] of shownSoFar(record, coverage, input.state)) wanted.set(key.replace(record.address, resource.address), intervals)
  }
  const covered: CoverageIndex = (s, type) => (matching.live.has(nameText(s.name)) && droppedColumns(s, matching.live).length === 0 ? coverage(s, type) : [])
  const fills = requiredFills({
    held: matching.matched.map(m => ({ resource: m.resource, storages: m.binding.storages })),
    coverage: covered,
    wanted,
    refresh,
    writable: writableIn(input.placed.placement.environment, input.state),
    now: input.now,
    starts: startsOf(input),
  })
  return inChunks(fills, storedSizes(matching, coverage))
}

/** What a record's public name, or its readers, can see today: by address, for stores by address#feature_type. */
function shownSoFar(record: StateRecord, coverage: CoverageIndex, state: State | null): readonly (readonly [string, readonly Interval[]])[] {
  const first = record.storages.find(s => s.first) ?? record.storages[0]
  if (first === undefined) return []
  if (record.applied.filling.by !== 'dates') return [[record.address, coverage(first)]]
  const types = (state?.coverage ?? []).filter(x => x.storage.startsWith(`${first.generation}#`)).map(x => x.storage.slice(first.generation.length + 1))
  return [...new Set(types)].map(t => [`${record.address}#${t}`, coverage(first, t)] as const)
}

/** Declared, or found by an earlier materialize. */
function startsOf({ placed, state }: PlanInput): ReadonlyMap<Address, number> {
  return new Map(
    placed.resources.flatMap(({ address, filling, promises }) => {
      const start = filling.by === 'points' ? (promises['start'] ?? state?.starts[address] ?? null) : null
      return filling.by !== 'points' || typeof start !== 'string' ? [] : [[address, pointFrom(secondsOf(start), filling.every)] as const]
    }),
  )
}
