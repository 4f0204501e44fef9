import { uniqueBy } from '../base/group.ts'
import type { Named, Relation, Term } from '../ir/relation.ts'
import { aggregate, as, ascending, bucketOf, call, field, fields, join, later, leastFirst, named, over, param, part, sameColumns, select } from '../ir/terms.ts'
import type { MergeOp } from './aggregate-plan.ts'
import type { Component, Part, WindowContext, WindowSlot } from './window-slot.ts'
import { groupTerms, keyTerms, pruned, renamedKeys, scanTiles } from './window-slot.ts'
import type { TileTable } from './tile-table.ts'

/** One cell per key and point, over which what entered up to each point is merged: everything that entered up to `from` enters there. */
export function cellParts(prefix: string, table: TileTable, context: WindowContext): readonly Part[] {
  const keys = select(as('t', scanTiles(table, [])), renamedKeys(table, context.keys, 't'), {
    distinct: true,
    where: [call('lt', field('known_tile', 't'), param('to'))],
  })
  if (context.keys.length === 0) return [{ name: `${prefix}_cells`, of: select(as('p', part('points')), fields(['feature_time'], 'p')) }]
  const cells = select(as('k', part(`${prefix}_keys`)), [...fields(context.keys, 'k'), named('feature_time', field('feature_time', 'p'))], {
    joins: [join('cross', 'p', part('points'))],
  })
  return [
    { name: `${prefix}_keys`, of: keys },
    { name: `${prefix}_cells`, of: cells },
  ]
}

/** Tiles by the point at which their rows enter a lifetime: no earlier than `from`. */
export function entering(table: TileTable, components: readonly Component[], context: WindowContext): Relation {
  const at = entryPoint(table, components[0]!.offset, context)
  const states = stateOps(components)
  const columns = [
    ...renamedKeys(table, context.keys, 't'),
    named('feature_time', at),
    ...states.map(s => named(s.column, aggregate(s.op, [field(s.state, 't')]))),
  ]
  return select(as('t', scanTiles(table, [...new Set(states.map(s => s.state))])), columns, {
    where: [...pruned(components, 't'), call('lt', at, param('to'))],
    groupBy: groupTerms(table, 't', at),
  })
}

/** The first point that sees a tile, or `from` where that was earlier. Tiles have no NULL among their times. */
export function entryPoint(table: TileTable, offset: number, context: WindowContext): Term {
  return call('greatestKnown', ...seenSince(table, offset, context), param('from'))
}

/** The first point that sees a tile, however early that was. */
export function seenFrom(table: TileTable, offset: number, context: WindowContext): Term {
  const since = seenSince(table, offset, context)
  return since.length === 1 ? since[0]! : call('greatestKnown', ...since)
}

/** The entry point of the first tile of a group: what is the same for all of them is computed once. */
export function firstEntryPoint(table: TileTable, context: WindowContext): Term {
  const [event, known] = [field('event_tile', 't'), field('known_tile', 't')]
  const whole = table.tile === context.every
  const seen = !table.known
    ? pointAfter(aggregate('min', [event]), table, 0, context)
    : whole
      ? later(aggregate('min', [call('greatestKnown', event, known)]), context.every)
      : aggregate('min', [seenFrom(table, 0, context)])
  return call('greatestKnown', seen, param('from'))
}

/** The points from which on a tile has happened and is known. */
function seenSince(table: TileTable, offset: number, context: WindowContext): readonly Term[] {
  const known = later(field('known_tile', 't'), context.every)
  return [pointAfter(field('event_tile', 't'), table, offset, context), ...(table.known ? [known] : [])]
}

function pointAfter(eventTile: Term, table: TileTable, offset: number, context: WindowContext): Term {
  const happens = later(eventTile, table.tile + offset)
  return table.tile === context.every && offset % context.every === 0 ? happens : bucketOf(later(happens, context.every - table.tile), context.every)
}

interface StateOp {
  readonly column: string
  readonly state: string
  readonly op: MergeOp
}

/** A state may be merged by two operations: each is its own column. */
function stateOps(components: readonly Component[]): readonly StateOp[] {
  return uniqueBy(
    components.map((c): StateOp => ({ column: enteredColumn(c), state: c.state.name, op: c.op })),
    o => o.column,
  )
}

function enteredColumn(c: Component): string {
  return c.state.name
}

/** Running values over cells joined with what entered: (keys, feature_time, components). */
export function framed(prefix: string, entered: string, components: readonly Component[], context: WindowContext): Relation {
  const grain = [...context.keys, 'feature_time']
  const frames = components.map(c => named(c.name, runningTerm(c, context)))
  return select(as('c', part(`${prefix}_cells`)), [...fields(grain, 'c'), ...frames], {
    joins: [join('left', 'd', part(entered), sameColumns('c', 'd', grain))],
  })
}

function runningTerm(c: Component, context: WindowContext): Term {
  const partition = context.keys.map(k => field(k, 'c'))
  return over(c.op, [field(enteredColumn(c), 'd')], partition, [ascending(field('feature_time', 'c'))], { preceding: 'unbounded' })
}

/** Rows of first or last in event order, for lifetimes: the running greatest (or least) rank names the row. */
export function runningOrdered(slot: WindowSlot, prefix: string, context: WindowContext): readonly Part[] {
  if (slot.plan.by !== 'ordered') return []
  const { table, plan, leaf } = slot
  const [value, at, ...ties] = plan.states.map(s => s.name) as [string, string, ...string[]]
  const [ranked, entries, best] = [`${slot.name}_ranked`, `${slot.name}_entries`, `${slot.name}_best`]
  const order = [at, ...ties, 'known_tile'].map(c => leastFirst(field(c, 't')))
  const rank = named('event_rank', over('rowNumber', [], keyTerms(table, 't'), order, null))
  const enters = entryPoint(table, leaf.offset, context)
  const rows = select(
    as('t', scanTiles(table, [value, at, ...ties])),
    [...renamedKeys(table, context.keys, 't'), named('feature_time', enters), named('value', field(value, 't')), rank],
    {
      where: [call('not', call('isNull', field(at, 't'))), ...pruned([leaf], 't'), call('lt', enters, param('to'))],
    },
  )
  const op = plan.which === 'last' ? 'max' : 'min'
  const grain = [...context.keys, 'feature_time']
  const entered = select(as('r', part(ranked)), [...fields(grain, 'r'), named('event_rank', aggregate(op, [field('event_rank', 'r')]))], {
    groupBy: grain.map(g => field(g, 'r')),
  })
  const running = over(
    op,
    [field('event_rank', 'd')],
    context.keys.map(k => field(k, 'c')),
    [ascending(field('feature_time', 'c'))],
    { preceding: 'unbounded' },
  )
  const bestRows = select(as('c', part(`${prefix}_cells`)), [...fields(grain, 'c'), named('event_rank', running)], {
    joins: [join('left', 'd', part(entries), sameColumns('c', 'd', grain))],
  })
  return [
    { name: ranked, of: rows },
    { name: entries, of: entered },
    { name: best, of: bestRows },
    { name: slot.name, of: valueOfBest(slot, best, ranked, context) },
  ]
}

function valueOfBest(slot: WindowSlot, best: string, ranked: string, context: WindowContext): Relation {
  const columns: Named[] = [...fields([...context.keys, 'feature_time'], 'b'), named(slot.name, field('value', 'r'))]
  const on = [...sameColumns('b', 'r', [...context.keys, 'event_rank'])]
  return select(as('b', part(best)), columns, {
    joins: [join('inner', 'r', part(ranked), on)],
    where: [call('gte', field('feature_time', 'b'), param('from'))],
  })
}

/** Distinct values of a lifetime: each counts from the point at which it was first seen. */
export function runningDistinct(slot: WindowSlot, prefix: string, context: WindowContext): readonly Part[] {
  const { table, leaf } = slot
  const [firsts, entries] = [`${slot.name}_firsts`, `${slot.name}_entries`]
  const enters = entryPoint(table, leaf.offset, context)
  const first = select(
    as('t', scanTiles(table, ['value'])),
    [...renamedKeys(table, context.keys, 't'), named('value', field('value', 't')), named('feature_time', aggregate('min', [enters]))],
    {
      where: [...pruned([leaf], 't'), call('lt', enters, param('to'))],
      groupBy: [...keyTerms(table, 't'), field('value', 't')],
    },
  )
  const grain = [...context.keys, 'feature_time']
  const entered = select(as('r', part(firsts)), [...fields(grain, 'r'), named('n', aggregate('countAll', []))], { groupBy: grain.map(g => field(g, 'r')) })
  const running = over(
    'sum',
    [field('n', 'd')],
    context.keys.map(k => field(k, 'c')),
    [ascending(field('feature_time', 'c'))],
    { preceding: 'unbounded' },
  )
  const counted = select(as('c', part(`${prefix}_cells`)), [...fields(grain, 'c'), named(slot.name, running)], {
    joins: [join('left', 'd', part(entries), sameColumns('c', 'd', grain))],
  })
  return [
    { name: firsts, of: first },
    { name: entries, of: entered },
    { name: slot.name, of: counted },
  ]
}
