import { unique, uniqueBy } from '../../base/group.ts'
import type { Seconds } from '../../base/duration.ts'
import type { Relation, Term, TermLeaf } from '../../ir/relation.ts'
import {
  aggregate,
  as,
  ascending,
  call,
  cast,
  choose,
  field,
  fields,
  instant,
  integer,
  join,
  later,
  literal,
  named,
  part,
  sameColumns,
  select,
  toFloat,
} from '../../ir/terms.ts'
import type { Type } from '../../ir/type.ts'
import { int, time } from '../../ir/type.ts'
import { isAdditive } from '../dense.ts'
import { expandComponents } from '../expand.ts'
import { rowType } from '../row.ts'
import { showsVersions } from '../row-versions.ts'
import type { TileState, TileTable } from '../tile-table.ts'
import type { Component, Part, Reading, WindowContext, WindowSlot } from '../window-slot.ts'
import { componentsOf, furthest, renamedKeys } from '../window-slot.ts'

/**
 * Windows to the microsecond, without a join of all rows of a window to each moment. Time is cut into cells, some twelve
 * to the longest window. Of the cells that an edge of a window cuts a moment reads the rows; of each other one what its
 * rows come to, once for all moments. Either is found by key and number of the cell: there is no join by range. Of a key with
 * few rows each moment reads all.
 *
 * Numbers of cells only grow with time. So what is in a cell between two others is between all that is in these: on one
 * side of each edge, and known to a moment if its number when it became known is no greater. A row that became known in a
 * later cell is summed only with those that became known at the same time.
 */
interface Cells {
  readonly table: TileTable
  readonly components: readonly Component[]
  readonly context: WindowContext
  /** Distances of edges of windows from the moment, the nearest first. */
  readonly edges: readonly Seconds[]
  /** Length of a cell. */
  readonly every: Seconds
}

const cellsOfReach = 12

/** Keys with no more rows than this are joined with all of them, which is less than to look up cells. */
const fewRows = 100

/** Values that are the same whatever is summed first, of windows that have a beginning. */
export function readsCells({ leaf, table, plan }: WindowSlot): boolean {
  if (plan.by !== 'merge' || leaf.length === 'lifetime' || showsVersions(table.source, table.known)) return false
  return plan.states.every(({ state, op }) => op !== 'sum' || isAdditive(table, state))
}

/** Parts that end in `name`: (keys, feature_time, components) for each moment of the part `points` that sees a row. */
export function cellParts(name: string, slots: readonly WindowSlot[], context: WindowContext & { readonly reading: Reading }): readonly Part[] {
  const components = componentsOf(slots)
  const edges = unique(components.flatMap(c => [c.offset, c.offset + (c.length as Seconds)])).toSorted((a, b) => a - b)
  const reach = edges.at(-1)! - edges[0]!
  const cells: Cells = { table: slots[0]!.table, components, context, edges, every: Math.ceil(reach / cellsOfReach) }
  const [span, busy, marked, looks] = [`${name}_span`, `${name}_busy`, `${name}_marked`, `${name}_looks`]
  const isKeyed = context.keys.length > 0
  const reading = cellReading(cells, context.reading, { span, busy: isKeyed ? busy : null })
  return [
    { name: span, of: spanOf(cells) },
    ...(isKeyed ? [{ name: busy, of: busyKeys(cells, context.reading, span) }] : []),
    { name: marked, of: markedPoints(cells, isKeyed ? busy : null) },
    { name: looks, of: looksOf(cells, marked) },
    { name, of: expandComponents(components, slots, { ...context, reading, points: looks }, null) },
  ]
}

const edgeAt = (distance: Seconds): string => (distance === 0 ? 'feature_time' : `_at_${distance}`)
const cellAt = (distance: Seconds): string => `_cell_${distance}`

function cellOf(moment: Term, every: Seconds): Term {
  const since = call<TermLeaf>('elapsed', instant('2001-01-01T00:00:00Z'), moment, literal('seconds', { kind: 'text' }))
  return call('floor', call('divide', toFloat(since), toFloat(integer(every))))
}

/** Between which times moments see rows at all. */
function spanOf({ edges }: Cells): Relation {
  const point = field('feature_time', 'p')
  return select(as('p', part('points')), [
    named('_since', later(aggregate('min', [point]), -edges.at(-1)!)),
    named('_until', later(aggregate('max', [point]), -edges[0]!)),
  ])
}

/** Keys with so many rows that they are read by cells. */
function busyKeys({ table, context }: Cells, reading: Reading, span: string): Relation {
  const of = table.on.map(k => field(k, 't'))
  const counted = select(as('t', reading.scan(table, [])), [...renamedKeys(table, context.keys, 't'), named('_rows', aggregate('countAll', []))], {
    joins: [join('cross', 's', part(span))],
    where: withinSpan(),
    groupBy: of,
  })
  return select(as('k', counted), fields(context.keys, 'k'), { where: [call('gt', field('_rows', 'k'), integer(fewRows))] })
}

function withinSpan(): readonly Term[] {
  const at = field('event_tile', 't')
  return [call('gte', at, field('_since', 's')), call('lt', at, field('_until', 's'))]
}

/** The cell of a moment, and none where rows of the key are read one by one: `b` is the key where it is busy. */
function cellOfBusy(cell: Term, key: string | undefined): Term {
  return key === undefined ? cell : choose(call<TermLeaf>('isNull', field(key, 'b')), literal(null, int), cell)
}

/** Each moment with the edges of its windows and their cells; those of a key together, so that what they look up is near. */
function markedPoints({ context, edges, every }: Cells, busy: string | null): Relation {
  const { keys } = context
  const point = field('feature_time', 'p')
  const grain = [...keys, 'feature_time']
  const columns = edges.flatMap(e => [
    ...(e === 0 ? [] : [named(edgeAt(e), later(point, -e))]),
    named(cellAt(e), cellOfBusy(cellOf(later(point, -e), every), busy === null ? undefined : keys[0])),
  ])
  return select(as('p', part('points')), [...fields(grain, 'p'), ...columns], {
    joins: busy === null ? [] : [join('left', 'b', part(busy), sameColumns('p', 'b', keys))],
    orderBy: grain.map(g => ascending(field(g, 'p'))),
  })
}

/** A row for each cell that a moment looks up: its rows or, where no edge cuts it, the whole. Without cells all is looked up at once. */
function looksOf({ context, edges }: Cells, marked: string): Relation {
  const first = field(cellAt(edges.at(-1)!), 'm')
  const step = field('n', 'c')
  const cell = call<TermLeaf>('plus', first, step)
  const cut = edges.map(e => call<TermLeaf>('eq', cell, field(cellAt(e), 'm')))
  const steps: Relation = { kind: 'values', columns: [{ name: 'n', type: int }], rows: Array.from({ length: cellsOfReach + 1 }, (_, i) => [integer(i)]) }
  const looked = call<TermLeaf>('plus', wholeCell(cell), choose(cut.length === 1 ? cut[0]! : call('or', ...cut), integer(1), integer(0)))
  const atOnce = choose<TermLeaf>(call('eq', step, integer(0)), everything)
  const look = choose<TermLeaf>(call('isNull', first), atOnce, looked)
  return select(as('m', part(marked)), [...fields(unique([...context.keys, 'feature_time', ...edges.map(edgeAt)]), 'm'), named('_look', look)], {
    joins: [join('cross', 'c', steps)],
  })
}

/** What is looked up of a key without cells. */
const everything = integer(0)

/** What is looked up in a cell is one number: even for the whole, odd for its rows. */
function wholeCell(cell: Term): Term {
  return call('times', cell, integer(2))
}

interface PartNames {
  readonly span: string
  readonly busy: string | null
}

function cellReading(cells: Cells, rows: Reading, names: PartNames): Reading {
  const { edges } = cells
  const [nearest, furthestOff] = [edges[0]!, edges.at(-1)!]
  const edge = (distance: Seconds): Term => field(edgeAt(distance), 'p')
  const opens = (s: { readonly length: Seconds | 'lifetime'; readonly offset: Seconds }): Seconds => furthest([s]) as Seconds
  return {
    scan: table => piecesOf(cells, rows, table, names),
    // what is joined lies between the outermost edges
    visible: (_, s, alias) => [
      ...(s.offset === nearest ? [] : [call<TermLeaf>('lt', field('event_tile', alias), edge(s.offset))]),
      ...(opens(s) === furthestOff ? [] : [call<TermLeaf>('gte', field('event_tile', alias), edge(opens(s)))]),
    ],
    within: (_, s, alias) => [call('lt', field('event_tile', alias), edge(s.offset)), call('gte', field('event_tile', alias), edge(opens(s)))],
    readable: (table, alias, point) => [...rows.readable(table, alias, point), call('eq', field('_look', alias), field('_look', 'p'))],
    pruned: () => [],
  }
}

/** Rows in the form of tiles, and whole cells of them: the time of a cell is that of its first row. */
function piecesOf(cells: Cells, reading: Reading, table: TileTable, parts: PartNames): Relation {
  const states = statesOf(cells)
  const times = ['event_tile', ...(table.known ? ['known_tile'] : [])]
  const from = as('r', rowsOf(cells, reading, table, parts))
  const [cell, known] = [field('_cell', 'r'), field('known_tile', 'r')]
  const names = [...table.on, ...times, ...states.map(c => c.state.name)]
  const merged = states.map(({ state, op }) => {
    const value = aggregate(op, [field(state.name, 'r')])
    const type = op === 'sum' ? typeOfCell(state, table) : null
    return named(state.name, type === null ? value : cast(value, type))
  })
  const first = times.map(c => named(c, aggregate(c === 'event_tile' ? 'min' : 'max', [field(c, 'r')])))
  const knownLater = choose<TermLeaf>(call('gt', cellOf(known, cells.every), cell), known, literal(null, time))
  return {
    kind: 'union',
    all: [
      select(from, [...fields(names, 'r'), named('_look', call('coalesce', call('plus', wholeCell(cell), integer(1)), everything))]),
      select(from, [...fields(table.on, 'r'), ...first, ...merged, named('_look', wholeCell(cell))], {
        where: [call('not', call('isNull', cell))],
        groupBy: [...table.on.map(k => field(k, 'r')), cell, ...(table.known ? [knownLater] : [])],
      }),
    ],
  }
}

/** The rows that some moment sees, with their cells. */
function rowsOf(cells: Cells, reading: Reading, table: TileTable, parts: PartNames): Relation {
  const states = statesOf(cells).map(c => c.state.name)
  const [at, known] = [field('event_tile', 't'), field('known_tile', 't')]
  const times = ['event_tile', ...(table.known ? ['known_tile'] : [])]
  const { keys } = cells.context
  const cell = cellOfBusy(cellOf(at, cells.every), parts.busy === null ? undefined : keys[0])
  const busy = keys.map((k, i) => call<TermLeaf>('eq', field(table.on[i]!, 't'), field(k, 'b')))
  return select(as('t', reading.scan(table, states)), [...fields([...table.on, ...times, ...states], 't'), named('_cell', cell)], {
    joins: [join('cross', 's', part(parts.span)), ...(parts.busy === null ? [] : [join('left', 'b', part(parts.busy), busy)])],
    where: [...withinSpan(), ...(table.known ? [call<TermLeaf>('not', call('isNull', known))] : [])],
  })
}

function statesOf({ components }: Cells): readonly Component[] {
  return uniqueBy(components, c => c.state.name)
}

/** The engine widens what it sums to numbers of 128 bits, which it adds up slowly; the rows of one key and cell are not billions. */
function typeOfCell(state: TileState, { source }: TileTable): Type | null {
  if (state.kind === 'n') return int
  const of = rowType(state.of!, source)
  return of.kind === 'decimal' && of.precision <= 9 ? { kind: 'decimal', precision: 18, scale: of.scale } : null
}
