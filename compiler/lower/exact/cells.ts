import type { Seconds } from '../../base/duration.ts'
import { unique, uniqueBy } from '../../base/group.ts'
import type { Join, Named, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import {
  aggregate,
  all,
  as,
  ascending,
  bucketNumberOf,
  call,
  cast,
  choose,
  field,
  fields,
  integer,
  join,
  later,
  literal,
  named,
  over,
  part,
  sameColumns,
  select,
} from '../../ir/terms.ts'
import type { Type } from '../../ir/type.ts'
import { decimal, float, int, time } from '../../ir/type.ts'
import { isAdditive } from '../dense.ts'
import { columnsIn, effectiveKnown, happened, rowType, wholeRow } from '../row.ts'
import { knownRows, showsVersions } from '../row-versions.ts'
import type { TileState, TileTable } from '../tile-table.ts'
import type { Component, Part, Span, WindowSlot } from '../window-slot.ts'
import { componentsOf, finishSlot, furthest, keyTerms, renamedKeys, sameKey } from '../window-slot.ts'
import { stateOfRow } from './reading.ts'

/**
 * Windows to the microsecond, without a join of all rows of a window to each moment. Time is cut into cells, some twelve
 * to the longest window. Of the two cells that the edges of a window cut a moment reads the rows; of each one between them
 * what its rows come to, made once for all moments and windows. Either is found by key and number of the cell: there is no
 * join by range. Of a key with few rows each moment reads all.
 *
 * Numbers of cells only grow with time. So what is in a cell between two others is between all that is in these: on one
 * side of each edge, and known to a moment if its number when it became known is no greater. A row that became known in a
 * later cell is summed only with those that became known at the same time.
 */
interface Cells {
  readonly table: TileTable
  readonly components: readonly Component[]
  /** Of the view, in the order of `table.on`. */
  readonly keys: readonly string[]
  /** Distances of edges of windows from the moment, the nearest first. */
  readonly edges: readonly Seconds[]
  /** Length of a cell. */
  readonly every: Seconds
  readonly names: Readonly<Record<'span' | 'counted' | 'marked' | 'cuts' | 'wholes' | 'seen', string>>
}

const cellsOfReach = 12

/** Keys with no more rows than this are joined with all of them, which is less than to look up cells. */
const fewRows = 100

/** Of at most a billion moments at once: numbers of 32 bits, by which the engine joins and groups faster than by more. */
const momentType = decimal(9, 0)

/** Values that are the same whatever is summed first, of windows that have a beginning. */
export function readsCells({ leaf, table, plan }: WindowSlot): boolean {
  if (plan.by !== 'merge' || leaf.length === 'lifetime' || showsVersions(table.source, table.known)) return false
  return plan.states.every(({ state, op }) => op !== 'sum' || isAdditive(table, state))
}

/** Parts that end in `name`: (keys, feature_time, slots), a row for each moment of the part `points`. */
export function cellParts(name: string, slots: readonly WindowSlot[], keys: readonly string[]): readonly Part[] {
  const components = componentsOf(slots)
  const edges = unique(components.flatMap(c => [c.offset, opensAt(c)])).toSorted((a, b) => a - b)
  const names = {
    span: `${name}_span`,
    counted: `${name}_counted`,
    marked: `${name}_marked`,
    cuts: `${name}_cuts`,
    wholes: `${name}_wholes`,
    seen: `${name}_seen`,
  }
  const every = Math.ceil((edges.at(-1)! - edges[0]!) / cellsOfReach)
  const cells: Cells = { table: slots[0]!.table, components, keys, edges, every, names }
  return [
    { name: names.span, of: spanOf(cells) },
    { name: names.counted, of: countedKeys(cells) },
    { name: names.marked, of: markedPoints(cells) },
    { name: names.cuts, of: cutCells(cells) },
    { name: names.wholes, of: wholeCells(cells) },
    { name: names.seen, of: seenOf(cells) },
    { name, of: finished(cells, slots) },
  ]
}

const opensAt = (span: Span): Seconds => furthest([span]) as Seconds
const edgeAt = (distance: Seconds): string => (distance === 0 ? 'feature_time' : `_at_${distance}`)
const cellAt = (distance: Seconds): string => `_cell_${distance}`
const nearest = ({ edges }: Cells): Seconds => edges[0]!
const furthestOff = ({ edges }: Cells): Seconds => edges.at(-1)!

function cellOf(moment: Term, { every }: Cells): Term {
  return bucketNumberOf(moment, every)
}

/** Between which times moments see rows at all. */
function spanOf(cells: Cells): Relation {
  const point = field('feature_time', 'p')
  return select(as('p', part('points')), [
    named('_since', later(aggregate('min', [point]), -furthestOff(cells))),
    named('_until', later(aggregate('max', [point]), -nearest(cells))),
  ])
}

/** The rows that some moment sees, with these columns of the source. */
function rowsWith({ table, names }: Cells, columns: readonly string[], of: readonly Join[] = []): Relation {
  const { source, on, known } = table
  const at = field(happened(source), 's')
  const rows = knownRows(source, known)
  const whole = [wholeRow(source, on, 's'), ...rows.where, ...(known ? [call<TermLeaf>('not', call('isNull', effectiveKnown(source, known, 's')))] : [])]
  return select(as('s', rows.from), fields(unique([...on, ...columns]), 's'), {
    joins: [join('cross', 'x', part(names.span)), ...of],
    where: [...whole, call('gte', at, field('_since', 'x')), call('lt', at, field('_until', 'x'))],
  })
}

/** How many rows moments see of each key. */
function countedKeys(cells: Cells): Relation {
  const { table, keys } = cells
  return select(as('s', rowsWith(cells, [happened(table.source)])), [...renamedKeys(table, keys, 's'), named('_rows', aggregate('countAll', []))], {
    groupBy: keyTerms(table, 's'),
  })
}

/** What is known of a key beside what has it under the names of the view. */
function withKey(how: 'inner' | 'left', alias: string, of: Relation, on: readonly Term[]): Join {
  return on.length === 0 ? join('cross', alias, of) : join(how, alias, of, on)
}

/** Each moment under a number, with the edges of its windows and their cells, and whether the rows of its key are read one by one. */
function markedPoints(cells: Cells): Relation {
  const { keys, edges, names } = cells
  const point = field('feature_time', 'p')
  const grain = fields([...keys, 'feature_time'], 'p')
  const number = over(
    'rowNumber',
    [],
    [],
    grain.map(g => ascending(g.expr)),
    null,
  )
  const columns = edges.flatMap(e => [...(e === 0 ? [] : [named(edgeAt(e), later(point, -e))]), named(cellAt(e), cellOf(later(point, -e), cells))])
  const isFew = call<TermLeaf>('lte', call('coalesce', field('_rows', 'r'), integer(0)), integer(fewRows))
  return select(as('p', part('points')), [named('_moment', cast(number, momentType)), ...grain, ...columns, named('_is_few', isFew)], {
    joins: [withKey('left', 'r', part(names.counted), sameColumns('p', 'r', keys))],
  })
}

const byCells: Term = call('not', field('_is_few', 'm'))

/** What of a moment tells which rows it sees, but for where windows begin. */
function seenBy({ keys, components }: Cells): readonly string[] {
  return unique(['_moment', ...keys, 'feature_time', ...components.map(c => edgeAt(c.offset))])
}

/** The windows, each once. */
function spansOf({ components }: Cells): readonly Component[] {
  return uniqueBy(components, sinceOf)
}

/** From when on the rows that are looked up count in a window. */
const sinceOf = (span: Span): string => `_since_${span.offset}_${opensAt(span)}`

/**
 * A row for each moment and edge of its windows, with the cell that it cuts. Only windows that have the edge take the rows
 * there, others the whole cell: at its begin those after it, at its end those before it that it has not taken at its begin.
 */
function cutCells(cells: Cells): Relation {
  const { edges, names } = cells
  const ends = cells.components.map(c => c.offset)
  const [at, cell] = [(e: Seconds): Term => field(edgeAt(e), 'm'), (e: Seconds): Term => field(cellAt(e), 'm')]
  const isAt = (e: Seconds): Term => call('eq', field('n', 'c'), integer(edges.indexOf(e)))
  const byEdge = (of: (e: Seconds) => Term): Term => ({ kind: 'case', arms: edges.map(e => [isAt(e), of(e)]), otherwise: null })
  const since = spansOf(cells).map(s => {
    const begins = call<TermLeaf>('and', isAt(opensAt(s)), call('lt', cell(opensAt(s)), cell(s.offset)))
    return named(sinceOf(s), choose<TermLeaf>(call('or', isAt(s.offset), begins), at(opensAt(s))))
  })
  const first = byEdge(e => at(ends.includes(e) ? furthestOff(cells) : e))
  return select(as('m', part(names.marked)), [...fields(seenBy(cells), 'm'), named('_since', first), ...since, named('_look', byEdge(cell))], {
    joins: [join('cross', 'c', numbers(0, edges.length - 1))],
    where: [byCells],
  })
}

/** A row for each moment and cell between the outermost edges of its windows. */
function wholeCells(cells: Cells): Relation {
  const { edges, keys, names } = cells
  const look = call<TermLeaf>('plus', field(cellAt(furthestOff(cells)), 'm'), field('n', 'c'))
  const isBetween = call<TermLeaf>('lt', look, field(cellAt(nearest(cells)), 'm'))
  const columns = fields(['_moment', ...keys, 'feature_time', ...edges.map(cellAt)], 'm')
  return select(as('m', part(names.marked)), [...columns, named('_look', choose(isBetween, look))], {
    joins: [join('cross', 'c', numbers(1, cellsOfReach - 1))],
    where: [byCells],
  })
}

function numbers(first: number, last: number): Relation {
  const rows = Array.from({ length: last - first + 1 }, (_, i) => [integer(first + i)])
  return { kind: 'values', columns: [{ name: 'n', type: int }], rows }
}

/** What each moment sees, added up: (_moment, components). */
function seenOf(cells: Cells): Relation {
  const pieces = [cutRows(cells), wholePieces(cells), fewRowsEach(cells)]
  const columns = cells.components.map(c => {
    const value = aggregate(c.op, [field(c.name, 'e')])
    return named(c.name, c.state.kind === 'n' ? cast(value, int) : value)
  })
  return select(as('e', { kind: 'union', all: pieces }), [named('_moment', field('_moment', 'e')), ...columns], { groupBy: [field('_moment', 'e')] })
}

/**
 * What is seen adds to each window that it lies in. Values of other windows are NULL, which costs the engine less than
 * aggregates with filters.
 */
function addedTo(cells: Cells, value: (state: TileState) => Term, within: (span: Span) => readonly Term[]): readonly Named[] {
  const own = cells.components.map(c => {
    const lies = within(c)
    return named(c.name, lies.length === 0 ? value(c.state) : choose(all(lies), value(c.state)))
  })
  return [named('_moment', field('_moment', 'p')), ...own]
}

/** The rows of cells that edges cut. */
function cutRows(cells: Cells): Relation {
  const at = field(happened(cells.table.source), 's')
  return rowsOfMoments(cells, rowsWith(cells, columnsRead(cells)), part(cells.names.cuts), [call('eq', cellOf(at, cells), field('_look', 'p'))])
}

/** The rows of keys of which there are that many, before anything is made of them: where there is no such key the engine reads none. */
function rowsOfKeys(cells: Cells, count: 'gt' | 'lte'): Relation {
  const { keys, names } = cells
  const counted = select(as('r', part(names.counted)), fields([...keys, '_rows'], 'r'), { where: [call(count, field('_rows', 'r'), integer(fewRows))] })
  return rowsWith(cells, columnsRead(cells), [withKey('inner', 'f', counted, sameKey('s', cells.table.on, 'f', cells.keys))])
}

/** All rows of a key that has few. */
function fewRowsEach(cells: Cells): Relation {
  const at = (e: Seconds): Term => field(edgeAt(e), 'm')
  const since = spansOf(cells).map(s => named(sinceOf(s), at(opensAt(s))))
  const columns = [...fields(seenBy(cells), 'm'), named('_since', at(furthestOff(cells))), ...since]
  const moments = select(as('m', part(cells.names.marked)), columns, { where: [field('_is_few', 'm')] })
  return rowsOfMoments(cells, rowsOfKeys(cells, 'lte'), moments, [])
}

/**
 * States are made of the rows that are seen, not before: so little of a row as can be goes through the join. Counts are
 * floats, which are added up faster and are whole as far as rows can be counted.
 */
function rowsOfMoments(cells: Cells, rows: Relation, moments: Relation, on: readonly Term[]): Relation {
  const { table } = cells
  const { source, known } = table
  const at = field(happened(source), 's')
  const before = (e: Seconds): Term => call('lt', at, field(edgeAt(e), 'p'))
  const within = (span: Span): readonly Term[] => [call('gte', at, field(sinceOf(span), 'p')), ...(span.offset === nearest(cells) ? [] : [before(span.offset)])]
  const reach = [before(nearest(cells)), call<TermLeaf>('gte', at, field('_since', 'p'))]
  const isKnown = known ? [call<TermLeaf>('lt', effectiveKnown(source, known, 's'), field('feature_time', 'p'))] : []
  return select(
    as('s', rows),
    addedTo(cells, state => stateOfRow(table, state, float), within),
    { joins: [join('inner', 'p', moments, [...sameKey('s', cells.table.on, 'p', cells.keys), ...on, ...reach, ...isKnown])] },
  )
}

/** What the rows of a cell come to. */
function cellsOfRows(cells: Cells): Relation {
  const { table } = cells
  const { source, on, known } = table
  const cell = cellOf(field(happened(source), 's'), cells)
  const knownTime = effectiveKnown(source, known, 's')
  const merged = statesOf(cells).map(({ state, op }) => {
    const value = aggregate(op, [stateOfRow(table, state, float)])
    const type = op === 'sum' ? typeOfCell(state, table) : null
    return named(state.name, type === null ? value : cast(value, type))
  })
  const knownLater = choose<TermLeaf>(call('gt', cellOf(knownTime, cells), cell), knownTime, literal(null, time))
  return select(
    as('s', rowsOfKeys(cells, 'gt')),
    [...fields(on, 's'), named('_cell', cell), ...(known ? [named('_known', aggregate('max', [knownTime]))] : []), ...merged],
    { groupBy: [...keyTerms(table, 's'), cell, ...(known ? [knownLater] : [])] },
  )
}

/** The cells between the edges of windows. */
function wholePieces(cells: Cells): Relation {
  const look = field('_look', 'p')
  const cellOfEdge = (e: Seconds): Term => field(cellAt(e), 'p')
  const isKnown = cells.table.known ? [call<TermLeaf>('lt', field('_known', 'c'), field('feature_time', 'p'))] : []
  const within = (span: Span): readonly Term[] => [
    ...(opensAt(span) === furthestOff(cells) ? [] : [call<TermLeaf>('gt', look, cellOfEdge(opensAt(span)))]),
    ...(span.offset === nearest(cells) ? [] : [call<TermLeaf>('lt', look, cellOfEdge(span.offset))]),
  ]
  return select(
    as('c', cellsOfRows(cells)),
    addedTo(cells, state => field(state.name, 'c'), within),
    {
      joins: [
        join('inner', 'p', part(cells.names.wholes), [...sameKey('c', cells.table.on, 'p', cells.keys), call('eq', field('_cell', 'c'), look), ...isKnown]),
      ],
    },
  )
}

function statesOf({ components }: Cells): readonly Component[] {
  return uniqueBy(components, c => c.state.name)
}

/** The columns of the source that times and states are made of. */
function columnsRead(cells: Cells): readonly string[] {
  const { source, known } = cells.table
  const times = [happened(source), ...(known && source.knownTime !== null ? [source.knownTime.column] : [])]
  return [...times, ...statesOf(cells).flatMap(({ state }) => [...columnsIn(state.of), ...columnsIn(state.where)])]
}

/** The engine widens what it sums to numbers of 128 bits, which it adds up slowly; the rows of one key and cell are not billions. */
function typeOfCell(state: TileState, { source }: TileTable): Type | null {
  if (state.kind === 'n') return null
  const of = rowType(state.of!, source)
  return of.kind === 'decimal' && of.precision <= 9 ? decimal(18, of.scale) : null
}

/** A row for each moment, also for one that sees nothing. */
function finished({ keys, names }: Cells, slots: readonly WindowSlot[]): Relation {
  const columns = slots.map(s => finishSlot(s, c => field(c.name, 'e')))
  return select(as('m', part(names.marked)), [...fields([...keys, 'feature_time'], 'm'), ...columns], {
    joins: [join('left', 'e', part(names.seen), sameColumns('m', 'e', ['_moment']))],
  })
}
