import type { Address } from '../base/address.ts'
import type { Seconds } from '../base/duration.ts'
import { uniqueBy } from '../base/group.ts'
import type { Named, Relation, Term } from '../ir/relation.ts'
import type { WindowAggregate } from '../ir/scalar.ts'
import { call, field, later, param } from '../ir/terms.ts'
import type { AggregatePlan, MergeOp } from './aggregate-plan.ts'
import type { TileState, TileTable } from './tile-table.ts'
import { tileTimes } from './tile-body.ts'

/** One aggregate over a window that a view needs: the column `name` beside (keys, feature_time). */
export interface WindowSlot {
  readonly name: string
  /** With the length that its window has at the points of the cadence. */
  readonly leaf: WindowAggregate
  /** As the author wrote it. */
  readonly declared: WindowAggregate
  readonly table: TileTable
  readonly plan: AggregatePlan
}

/** What all windows of a view share. */
export interface WindowContext {
  /** Key columns of the view, in the order of `TileTable.on`. */
  readonly keys: readonly string[]
  /** The cadence: distance of points. */
  readonly every: Seconds
  /** Many points at once: a dense grid with frames; else each tile is joined to the few points that see it. */
  readonly bulk: boolean
  /** What is joined to points: stored tiles, where nothing else is said. */
  readonly reading?: Reading
  /** The part with (keys, alive_from) and the tile table that it comes from, where the view's keys live from their first row there on. */
  readonly living?: { readonly table: Address; readonly part: string } | undefined
}

/** Rows that are joined to points as `t` and `p`, with the columns of a tile table. */
export interface Reading {
  readonly scan: (table: TileTable, columns: readonly string[]) => Relation
  /** Conditions under which rows are in the window of a point. */
  readonly visible: (table: TileTable, span: Span, alias: string, point: Term) => Term[]
  /** What holds of all that is in a window within this one. */
  readonly within: (table: TileTable, span: Span, alias: string, point: Term) => Term[]
  /** What else must hold for a point to read a row: known by then, and of the point's key where points have keys. */
  readonly readable: (table: TileTable, alias: string, point: Term) => Term[]
  /** What no point can see. */
  readonly pruned: (spans: readonly Span[], alias: string, table: TileTable) => Term[]
}

/** The extent of a window before a point. */
export interface Span {
  readonly length: Seconds | 'lifetime'
  readonly offset: Seconds
}

export interface Part {
  readonly name: string
  readonly of: Relation
}

/** Parts of a WITH that end in relations with (keys, feature_time, slots). */
export interface WindowParts {
  readonly parts: readonly Part[]
  /** `isGrid`: a part whose rows are those of the view. */
  readonly outputs: readonly { readonly part: string; readonly slots: readonly string[]; readonly isGrid: boolean }[]
}

/** One merged state of one span: several aggregates may share it. */
export interface Component {
  readonly name: string
  readonly state: TileState
  readonly op: MergeOp
  readonly length: Seconds | 'lifetime'
  readonly offset: Seconds
}

export function componentsOf(slots: readonly WindowSlot[]): readonly Component[] {
  const all = slots.flatMap(({ leaf, plan }) => (plan.by === 'merge' ? plan.states.map(({ state, op }) => componentOf(leaf, state, op)) : []))
  return uniqueBy(all, c => c.name)
}

function componentOf(leaf: WindowAggregate, state: TileState, op: MergeOp): Component {
  const name = `${state.name}_${leaf.length}${leaf.offset === 0 ? '' : `_${leaf.offset}`}`
  return { name, state, op, length: leaf.length, offset: leaf.offset }
}

/** The finished value of a merged slot, from components that are columns of `alias`. */
export function finishSlot(slot: WindowSlot, component: (c: Component) => Term): Named {
  if (slot.plan.by !== 'merge') return { as: slot.name, expr: field(slot.name) }
  const merged = slot.plan.states.map(({ state, op }) => component(componentOf(slot.leaf, state, op)))
  return { as: slot.name, expr: slot.plan.finish(merged) }
}

/** The tile table with the given columns beside its grain. */
export function scanTiles(table: TileTable, columns: readonly string[]): Relation {
  return { kind: 'scan', of: table.address, columns: [...table.on, ...tileTimes, ...columns] }
}

/** The keys of a tile table under the names of the view's keys. */
export function renamedKeys(table: TileTable, keys: readonly string[], alias: string): Named[] {
  return keys.map((k, i) => ({ as: k, expr: field(table.on[i]!, alias) }))
}

/** The columns `on` of `alias` hold the key that goes by the names of the view in `of`. */
export function sameKey(alias: string, on: readonly string[], of: string, keys: readonly string[]): Term[] {
  return keys.map((k, i) => call('eq', field(on[i]!, alias), field(k, of)))
}

export function keyTerms(table: TileTable, alias: string): Term[] {
  return table.on.map(k => field(k, alias))
}

/** The first point at or after which a tile's rows count, before the window's end is looked at. */
export function entersAt(table: TileTable, offset: Seconds, alias: string): Term {
  return later(field('event_tile', alias), table.tile + offset)
}

/** Conditions under which the rows of a tile are in the window of a point. */
export function visible(table: TileTable, span: Span, alias: string, point: Term): Term[] {
  const within = [call('gte', point, entersAt(table, span.offset, alias))]
  if (span.length !== 'lifetime') within.push(call('lte', point, later(field('event_tile', alias), span.offset + span.length)))
  return within
}

/** A row known in [k, k + every) counts from the point k + every on. */
export function knownAt(table: TileTable, alias: string, point: Term): Term[] {
  return table.known ? [call('gte', point, later(field('known_tile', alias), table.every))] : []
}

/** Tiles that no point of [from, to) can see are not read. */
export function pruned(spans: readonly Span[], alias: string): Term[] {
  const upper = [call('lt', field('event_tile', alias), param('to')), call('lt', field('known_tile', alias), param('to'))]
  const reach = furthest(spans)
  return reach === 'lifetime' ? upper : [call('gte', field('event_tile', alias), later(param('from'), -reach)), ...upper]
}

/** The greatest distance of an event from the point that sees it. */
export function furthest(spans: readonly Span[]): Seconds | 'lifetime' {
  return spans.reduce<Seconds | 'lifetime'>((most, s) => (most === 'lifetime' || s.length === 'lifetime' ? 'lifetime' : Math.max(most, s.length + s.offset)), 0)
}

export function groupTerms(table: TileTable, alias: string, point: Term): Term[] {
  return [...keyTerms(table, alias), point]
}

/** Stored tiles, joined to the points of all keys. */
export const storedTiles: Reading = { scan: scanTiles, visible, within: visible, readable: knownAt, pruned }
