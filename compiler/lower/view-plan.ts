import type { Address } from '../base/address.ts'
import type { Seconds } from '../base/duration.ts'
import { unique, uniqueBy } from '../base/group.ts'
import { hashOf, shortHash } from '../base/hash.ts'
import type { Accuracy } from '../ir/accuracy.ts'
import { lengthAtPoints } from '../ir/accuracy.ts'
import type { CatalogEntity, CatalogView } from '../ir/catalog.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import type { AggregatePlan } from './aggregate-plan.ts'
import { planAggregate } from './aggregate-plan.ts'
import type { CaptureTable } from './captures.ts'
import { captureTable } from './captures.ts'
import type { AttributeSource } from './attributes.ts'
import { planAttributes } from './attributes.ts'
import { allLeaves } from './leaves.ts'
import type { Model } from './model.ts'
import { columnsOf, unknown } from './model.ts'
import type { PopulationPlan } from './population.ts'
import { planPopulation, populationStates } from './population.ts'
import type { TileContent, TileState, TileTable } from './tile-table.ts'
import { contentStates, tileTable } from './tile-table.ts'
import type { WindowSlot } from './window-slot.ts'

/** What a view needs below it, before any statement is made. */
export interface ViewPlan {
  readonly view: CatalogView
  readonly entity: CatalogEntity
  readonly keys: readonly string[]
  readonly every: Seconds
  readonly known: boolean
  readonly slots: readonly WindowSlot[]
  readonly attributes: readonly AttributeSource[]
  readonly population: PopulationPlan
  /** Each tile table that it reads, with the states. */
  readonly tables: readonly { readonly table: TileTable; readonly states: readonly TileState[] }[]
  readonly captures: readonly CaptureTable[]
}

export function planView(model: Model, view: CatalogView): ViewPlan {
  const entity = model.entities.get(view.entity) ?? unknown(view.entity)
  const { every } = view.contract
  const known = view.contract.known === 'as-known'
  const leaves = view.features.flatMap(f => allLeaves(model.catalog.features[f]!.expr))
  const slots = planSlots(model, entity, leaves, { every, known, accuracy: view.contract.accuracy })
  const attributes = planAttributes(model, entity, leaves)
  const population = planPopulation(model, view, entity, slots)
  const reads = [...slots.map(s => ({ table: s.table, states: statesOf(s) })), ...populationStates(population)]
  const snapshots = [...attributes.map(a => a.source), ...population.snapshots.map(s => s.source)].filter(s => s.form === 'snapshot')
  return {
    view,
    entity,
    keys: entity.keys.map(k => k.name),
    every,
    known,
    slots,
    attributes,
    population,
    tables: mergeTables(reads),
    captures: unique(snapshots).map(captureTable),
  }
}

function planSlots(
  model: Model,
  entity: CatalogEntity,
  leaves: readonly ScalarLeaf[],
  spans: { every: Seconds; known: boolean; accuracy: Accuracy },
): readonly WindowSlot[] {
  const found = new Map<string, WindowSlot>()
  for (const leaf of leaves) {
    if (leaf.kind !== 'window' || found.has(slotName(leaf))) continue
    const source = model.sources.get(leaf.source) ?? unknown(leaf.source)
    const plan = planAggregate(leaf, source, spans.known)
    const atPoints = { ...leaf, length: lengthAtPoints(leaf, spans.accuracy) }
    const table = tileTable(source, columnsOf(entity, source, leaf.keys), { ...spans, tile: tileLength(atPoints, spans.every) }, contentOf(plan, leaf.where))
    found.set(slotName(leaf), { name: slotName(leaf), leaf: atPoints, declared: leaf, table, plan })
  }
  return [...found.values()]
}

function contentOf(plan: AggregatePlan, where: Scalar | null): TileContent {
  switch (plan.by) {
    case 'multiset':
      return { kind: 'multiset', of: plan.of, where, keepNulls: false }
    case 'rows':
    case 'versions':
      return { kind: 'rows', of: plan.of, where, keepNulls: plan.keepNulls }
    case 'sketch':
      return { kind: 'sketch', of: plan.of, where, size: plan.size }
    default:
      return { kind: 'states' }
  }
}

const slotNames = new WeakMap<WindowAggregate, string>()

/** One name per aggregate and window, whatever stands around it; asked for many times, hashed once. */
export function slotName(leaf: WindowAggregate): string {
  const known = slotNames.get(leaf)
  if (known !== undefined) return known
  const name = `_${leaf.aggregate.toLowerCase()}_${shortHash(hashOf(leaf))}`
  slotNames.set(leaf, name)
  return name
}

/** The greatest length that divides the cadence, the window and its offset. */
function tileLength(leaf: WindowAggregate, every: Seconds): Seconds {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
  return [leaf.length === 'lifetime' ? 0 : leaf.length, leaf.offset].reduce(gcd, every)
}

function statesOf(slot: WindowSlot): readonly TileState[] {
  if (slot.table.content.kind !== 'states') return contentStates(slot.table)
  if (slot.plan.by === 'merge') return slot.plan.states.map(s => s.state)
  return 'states' in slot.plan ? slot.plan.states : []
}

/** The captures that views read, each once. */
export function capturesOf(plans: readonly ViewPlan[]): readonly CaptureTable[] {
  return uniqueBy(
    plans.flatMap(p => p.captures),
    c => c.address,
  )
}

export function mergeTables(reads: readonly { readonly table: TileTable; readonly states: readonly TileState[] }[]): ViewPlan['tables'] {
  const found = new Map<Address, { table: TileTable; states: Map<string, TileState> }>()
  for (const { table, states } of reads) {
    const entry = found.get(table.address) ?? { table, states: new Map() }
    for (const s of states) entry.states.set(s.name, s)
    found.set(table.address, entry)
  }
  return [...found.values()].map(e => ({ table: e.table, states: [...e.states.values()] }))
}
