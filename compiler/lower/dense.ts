import { unique, uniqueBy } from '../base/group.ts'
import type { Seconds } from '../base/duration.ts'
import type { Frame, Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, as, call, cast, choose, field, fields, integer, join, later, literal, named, over, param, part, sameColumns, select } from '../ir/terms.ts'
import type { Type } from '../ir/type.ts'
import { int } from '../ir/type.ts'
import { rowType } from './row.ts'
import { tileTimes } from './tile-body.ts'
import type { TileState, TileTable } from './tile-table.ts'
import { mergedTerm } from './expand.ts'
import type { Component, Part, WindowContext } from './window-slot.ts'
import { furthest, pruned, renamedKeys, scanTiles } from './window-slot.ts'

/**
 * Windows of finite length over many points, as frames over dense cells. Where rows become known late, a tile enters a
 * window at the later of event and known time and leaves it by its event: sums are what has entered less what has left;
 * a late value counts for as many cells as a few shorter spans cover. Windows too short for that, values that cannot be
 * subtracted, and tiles later than the source promised are joined to the points that see them (`lateComponents`).
 */
export interface Dense {
  readonly table: TileTable
  readonly components: readonly Component[]
  readonly context: WindowContext
  /** How late a tile may be and still be taken up by cells, in seconds; 0 where rows count as known when they happened. */
  readonly lateness: Seconds
}

export function denseOf(table: TileTable, components: readonly Component[], context: WindowContext): Dense {
  const { every } = context
  const lateness = table.known ? Math.max(1, Math.ceil(table.source.lateness / every)) * every : 0
  return { table, components, context, lateness }
}

/** Components whose cells take up late tiles as well. */
export function takesLate(dense: Dense, c: Component): boolean {
  if (!dense.table.known || c.offset !== 0 || c.length === 'lifetime') return false
  return c.length >= 2 * dense.lateness && (c.op !== 'sum' || isAdditive(dense.table, c.state))
}

/** Sums of integers and of decimals that cannot leave 38 digits, however many keys are added up. */
export function isAdditive({ source }: TileTable, state: TileState): boolean {
  if (state.kind === 'n') return true
  if (state.kind !== 'sum') return false
  const of = rowType(state.of!, source)
  return of.kind === 'int' || (of.kind === 'decimal' && of.precision <= 18)
}

/** Parts that end in `name`: (keys, feature_time, components), a row for each key of the part `alive` from `alive_from` on. */
export function denseParts(name: string, alive: string, dense: Dense): readonly Part[] {
  const { components, context } = dense
  const reach = furthest(components) as Seconds
  const entered = `${name}_entered`
  const { additive, merged } = enteredColumns(dense)
  const frames: Relation = {
    kind: 'frames',
    of: alive,
    keys: context.keys,
    since: 'alive_from',
    entered,
    time: 'feature_time',
    every: context.every,
    first: later(param('from'), -reach),
    last: later(param('to'), -context.every),
    additive: additive.map(c => c.name),
    merged: merged.map(c => c.name),
    columns: components.map(c => named(c.name, componentTerm(dense, c))),
  }
  return [...enteredParts(entered, dense), { name, of: frames }]
}

/** A column of what enters a cell. */
interface Entry {
  readonly name: string
  readonly type: Type
  readonly op: Component['op']
  /** The value of a tile in a row of the given kind; null: none. */
  readonly at: (row: EntryRow) => Term | null
}

/** As which a tile enters: on time; as what happened, though known later; when it becomes known; or, beyond that, the spans of a late extreme of that length. */
type EntryRow = 'onTime' | 'happened' | 'known' | { readonly span: Component }

const value = (s: TileState): Term => field(s.name, 't')
const countOf = (s: TileState): string => `${s.name}_known`
const isIn = (row: EntryRow): boolean => row === 'onTime' || row === 'known'
const isOut = (row: EntryRow): boolean => row === 'onTime' || row === 'happened'

function enteredColumns(dense: Dense): { readonly additive: readonly Entry[]; readonly merged: readonly Entry[] } {
  const { table, components } = dense
  const [late, rest] = [components.filter(c => takesLate(dense, c)), components.filter(c => !takesLate(dense, c))]
  const sums = (of: readonly Component[]): readonly TileState[] => byName(of.filter(c => c.op === 'sum' && isAdditive(table, c.state)).map(c => c.state))
  const others = components.filter(c => c.op !== 'sum' || !isAdditive(table, c.state))
  const additive = [
    ...sums(rest).flatMap(s => counted(s, '', row => row === 'onTime')),
    ...sums(late).flatMap(s => [...counted(s, '_in', isIn), ...counted(s, '_out', isOut)]),
  ]
  const own = others.map((c): Entry => ({ name: c.state.name, type: c.state.type, op: c.op, at: row => (row === 'onTime' ? value(c.state) : null) }))
  const spans = late
    .filter(c => c.op !== 'sum')
    .map((c): Entry => ({ name: lateName(c), type: c.state.type, op: c.op, at: row => (row === 'known' || isSpanOf(row, c) ? value(c.state) : null) }))
  return { additive, merged: [...byName(own), ...spans] }
}

/** Windows of several lengths over one state each have an object of it. */
function byName<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  return uniqueBy(list, e => e.name)
}

function isSpanOf(row: EntryRow, c: Component): boolean {
  return typeof row === 'object' && row.span.name === c.name
}

const lateName = (c: Component): string => `${c.name}_late`

/** A sum, and for values that may be NULL how many are none: a sum of nothing is NULL. */
function counted(s: TileState, suffix: string, when: (row: EntryRow) => boolean): readonly Entry[] {
  const sum: Entry = { name: s.name + suffix, type: s.type, op: 'sum', at: row => (when(row) ? call('coalesce', value(s), integer(0)) : null) }
  if (s.kind === 'n') return [sum]
  const known = choose(call<TermLeaf>('isNull', value(s)), integer(0), integer(1))
  return [sum, { name: countOf(s) + suffix, type: int, op: 'sum', at: row => (when(row) ? known : null) }]
}

function frame(op: Component['op'], column: string, of: Frame): Term {
  return over(op, [field(column)], [], [], of)
}

function componentTerm(dense: Dense, c: Component): Term {
  const { context, table } = dense
  const cells = (s: Seconds): number => s / context.every
  const length = c.length as Seconds
  const span: Frame = { preceding: cells(length + c.offset) - 1, until: cells(c.offset) }
  const late = takesLate(dense, c)
  if (c.op !== 'sum' || !isAdditive(table, c.state)) {
    const onTime = frame(c.op, c.state.name, span)
    if (!late) return onTime
    return call(c.op === 'min' ? 'leastKnown' : 'greatestKnown', onTime, frame(c.op, lateName(c), { preceding: blockOf(dense, c) - 1, until: 0 }))
  }
  const total = (column: string, of: Frame): Term => call('coalesce', frame('sum', column, of), integer(0))
  const amount = (column: string): Term =>
    late
      ? call('minus', total(`${column}_in`, { preceding: 'unbounded', until: 0 }), total(`${column}_out`, { preceding: 'unbounded', until: cells(length) }))
      : total(column, span)
  const sum = amount(c.state.name)
  return c.state.kind === 'n' ? sum : choose(call('gt', amount(countOf(c.state)), integer(0)), sum)
}

/** The cells of the spans by which late extremes are laid over those that see them: as many as the latest one has left, at most. */
function blockOf(dense: Dense, c: Component): number {
  const left = ((c.length as Seconds) - dense.lateness) / dense.context.every
  return 2 ** Math.floor(Math.log2(left))
}

function enteredParts(name: string, dense: Dense): readonly Part[] {
  const { table, context } = dense
  const { every } = context
  const [event, known] = [field('event_tile', 't'), field('known_tile', 't')]
  const tiles = (where: readonly Term[]): TileRows => ({ of: scanTiles(table, statesOf(dense)), where: [...inReach(dense), ...where] })
  if (!table.known) return [{ name, of: entryRows(dense, 'onTime', later(event, every), tiles([])) }]
  const entered = (how: 'eq' | 'lte'): Relation => entryRows(dense, 'onTime', later(event, every), tiles([call(how, known, event)]))
  if (!dense.components.some(c => takesLate(dense, c))) return [{ name, of: enteredOnce(dense, entered('lte')) }]
  const others = `${name}_late`
  const { of, where } = tiles([call('ne', known, event), call('lte', known, later(event, dense.lateness))])
  const otherTiles = select(as('t', of), fields([...table.on, ...tileTimes, ...statesOf(dense)], 't'), { where })
  const rows = (row: EntryRow, at: Term, more: readonly Term[] = []): Relation => entryRows(dense, row, at, { of: part(others), where: more })
  const isLate = call<TermLeaf>('gt', known, event)
  const extremes = dense.components.filter(c => takesLate(dense, c) && c.op !== 'sum')
  const all = [
    rows('onTime', later(event, every), [call('lt', known, event)]),
    rows('happened', later(event, every), [isLate]),
    rows('known', later(known, every), [isLate]),
    ...extremes.flatMap(c => furtherSpans(dense, c).map(at => rows({ span: c }, at, [isLate, call('lt', at, param('to'))]))),
  ]
  return [
    { name: others, of: otherTiles },
    { name, of: enteredTogether(dense, entered('eq'), enteredOnce(dense, { kind: 'union', all })) },
  ]
}

/** What became known in the tile in which it happened is one row per key and cell as it is: only the few others are grouped, and joined to it. */
function enteredTogether(dense: Dense, onTime: Relation, late: Relation): Relation {
  const { additive, merged } = enteredColumns(dense)
  const grain = [...dense.context.keys, 'feature_time']
  const [a, b] = [(name: string): Term => field(name, 'a'), (name: string): Term => field(name, 'b')]
  const none = integer(0)
  return select(
    as('a', onTime),
    [
      ...grain.map(g => named(g, call('coalesce', a(g), b(g)))),
      ...additive.map(e => named(e.name, call('plus', call('coalesce', a(e.name), none), call('coalesce', b(e.name), none)))),
      ...merged.map(e => named(e.name, mergedTerm(e.op, a(e.name), b(e.name)))),
    ],
    { joins: [join('full', 'b', late, sameColumns('a', 'b', grain))] },
  )
}

/** One row per key and cell. */
function enteredOnce(dense: Dense, rows: Relation): Relation {
  const { additive, merged } = enteredColumns(dense)
  const grain = [...dense.context.keys, 'feature_time']
  const sums = additive.map(e => {
    const sum = call<TermLeaf>('coalesce', aggregate('sum', [field(e.name, 'e')]), integer(0))
    // Counts stay counts; the engine widens them by a sum.
    return named(e.name, e.type === int ? cast(sum, int) : sum)
  })
  const others = merged.map(e => named(e.name, aggregate(e.op, [field(e.name, 'e')])))
  return select(as('e', rows), [...fields(grain, 'e'), ...sums, ...others], { groupBy: grain.map(g => field(g, 'e')) })
}

/** Where the spans of a late extreme begin after the first one: the last ends where the tile leaves the window. */
function furtherSpans(dense: Dense, c: Component): readonly Term[] {
  const { every } = dense.context
  const [event, known] = [field('event_tile', 't'), field('known_tile', 't')]
  const block = blockOf(dense, c)
  const length = c.length as Seconds
  const most = Math.ceil((length / every - 1) / block)
  const lastStart = later(event, length - (block - 1) * every)
  return Array.from({ length: most - 1 }, (_, i) =>
    i === most - 2 ? lastStart : call<TermLeaf>('leastKnown', later(known, every + (i + 1) * block * every), lastStart),
  )
}

interface TileRows {
  readonly of: Relation
  readonly where: readonly Term[]
}

function statesOf({ components }: Dense): readonly string[] {
  return unique(components.map(c => c.state.name))
}

/** Tiles that some point of [from, to) sees. */
function inReach({ table, components, context }: Dense): readonly Term[] {
  const last = later(param('to'), -context.every)
  const [since] = pruned(components, 't')
  return [since!, ...[field('event_tile', 't'), ...(table.known ? [field('known_tile', 't')] : [])].map(x => call<TermLeaf>('lt', x, last))]
}

/** Tiles as rows of one kind. */
function entryRows(dense: Dense, row: EntryRow, at: Term, { of, where }: TileRows): Relation {
  const { additive, merged } = enteredColumns(dense)
  const columns: Named[] = [...additive, ...merged].map(e => named(e.name, e.at(row) ?? literal(null, e.type)))
  return select(as('t', of), [...renamedKeys(dense.table, dense.context.keys, 't'), named('feature_time', at), ...columns], { where })
}

/** Keys that have rows where the view's rows come from elsewhere: at all points. */
export function seenKeys(table: TileTable, context: WindowContext): Relation {
  const columns = [...renamedKeys(table, context.keys, 't'), named('alive_from', param('from'))]
  if (context.keys.length === 0) return { kind: 'series', name: 'alive_from', every: context.every, first: param('from'), last: param('from') }
  return select(as('t', scanTiles(table, [])), columns, { distinct: true, where: [call('lt', field('known_tile', 't'), param('to'))] })
}
