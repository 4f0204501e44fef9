import type { Relation, Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, as, ascending, call, field, fields, integer, join, named, over, param, part, sameColumns, select } from '../ir/terms.ts'
import { supersededFrom, versionEnters } from './as-of.ts'
import { seenFrom } from './cells.ts'
import { wholeRow } from './row.ts'
import { versionSpans, wasNewest } from './row-versions.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { TileTable } from './tile-table.ts'
import type { Part, WindowContext } from './window-slot.ts'
import { keyTerms, knownAt, pruned, renamedKeys, scanTiles, visible } from './window-slot.ts'

/** Keys that live: parts, and (keys, feature_time) of each at each point. */
export interface Alive {
  readonly parts: readonly Part[]
  readonly rows: Relation
}

// Keys that are shown by rows that come in versions: the newest version of a row may be of another key, or delete it, and
// then the key lives no longer.

/** A key lives where more events of it are known than have been taken back; `count` is the state that tells. */
export function changingEvents(name: string, table: TileTable, count: string, context: WindowContext): Alive {
  const { keys } = context
  const enters = seenFrom(table, 0, context)
  const changes = select(
    as('t', scanTiles(table, [count])),
    [...renamedKeys(table, keys, 't'), named('enters', enters), named('n', aggregate('sum', [field(count, 't')]))],
    { where: [call('lt', field('known_tile', 't'), param('to'))], groupBy: [...keyTerms(table, 't'), enters] },
  )
  const partition = keys.map(k => field(k, 'c'))
  const inOrder = [ascending(field('enters', 'c'))]
  const lives = select(as('c', part(`${name}_changes`)), [
    ...fields([...keys, 'enters'], 'c'),
    named('n', over('sum', [field('n', 'c')], partition, inOrder, { preceding: 'unbounded' })),
    named('until', over('lead', [field('enters', 'c')], partition, inOrder, null)),
  ])
  return {
    parts: [
      { name: `${name}_changes`, of: changes },
      { name, of: lives },
    ],
    rows: withinSpans(name, keys, [call('gt', field('n', 'e'), integer(0))]),
  }
}

/** A key is seen while a row of the dimension that names it is the newest version known. */
export function changingRows(name: string, source: CatalogSource, on: readonly string[], context: WindowContext): Alive {
  const { keys, every } = context
  const spans = select(
    as('s', versionSpans(source)),
    [...keys.map((k, i) => named(k, field(on[i]!, 's'))), named('enters', versionEnters(source, true, every)), named('until', supersededFrom(every))],
    { where: [wholeRow(source, on, 's'), wasNewest('s')] },
  )
  return { parts: [{ name, of: spans }], rows: { ...withinSpans(name, keys, []), distinct: true } }
}

function withinSpans(name: string, keys: readonly string[], where: readonly Term[]): ReturnType<typeof select> {
  const point = field('feature_time', 'p')
  const goesOn = call<TermLeaf>('or', call('isNull', field('until', 'e')), call('lt', point, field('until', 'e')))
  return select(as('e', part(name)), [...fields(keys, 'e'), named('feature_time', point)], {
    joins: [join('inner', 'p', part('points'), [call('gte', point, field('enters', 'e')), goesOn])],
    where,
  })
}

/** A table whose rows show when a key was first seen: `moment` holds the time of an event, `count` how often it counts, if that changes. */
export interface Shown {
  readonly table: TileTable
  readonly moment: string
  readonly count: string | null
}

/**
 * Keys that a snapshot has not captured yet, at each point: their first event that is known then happened after the newest
 * capture. `captures` has a row for each run and key, `first` the first point at which a capture of each key was known.
 */
export function changingBeforeCapture(shown: readonly Shown[], captures: Relation, first: Relation, context: WindowContext): Alive {
  const { keys } = context
  const grain = [...keys, 'feature_time']
  const seen = shown.map(s => momentsSeen(s, context))
  const point = field('feature_time', 'p')
  const earliest = select(as('e', part('_events_at')), [...fields(grain, 'e'), named('happened', aggregate('min', [field('happened', 'e')]))], {
    groupBy: grain.map(g => field(g, 'e')),
  })
  const newest = select(as('p', part('points')), [named('feature_time', point), named('captured_at', aggregate('max', [field('captured_at', 's')]))], {
    joins: [join('inner', 's', captures, [call('lt', field('captured_at', 's'), point)])],
    groupBy: [point],
  })
  const captured = field('captured_at', 'r')
  const uncaptured = call<TermLeaf>('or', call('isNull', field('alive_from', 'c')), call('gt', field('alive_from', 'c'), field('feature_time', 'f')))
  const rows = select(as('f', part('_first_at')), fields(grain, 'f'), {
    joins: [
      join('left', 'r', part('_newest_run'), sameColumns('f', 'r', ['feature_time'])),
      join('left', 'c', part('_captured_first'), sameColumns('f', 'c', keys)),
    ],
    where: [call<TermLeaf>('or', call('isNull', captured), call('gt', field('happened', 'f'), captured)), uncaptured],
  })
  return {
    parts: [
      { name: '_events_at', of: seen.length === 1 ? seen[0]! : { kind: 'union', all: seen } },
      { name: '_first_at', of: earliest },
      { name: '_newest_run', of: newest },
      { name: '_captured_first', of: first },
    ],
    rows,
  }
}

/** When the events happened that a point sees: those of which some version counts. */
function momentsSeen({ table, moment, count }: Shown, context: WindowContext): Relation {
  const span = { length: 'lifetime', offset: 0 } as const
  const point = field('feature_time', 'p')
  const grain = [...renamedKeys(table, context.keys, 't'), named('feature_time', point)]
  const rest = {
    joins: [join('inner', 'p', part('points'), [...visible(table, span, 't', point), ...knownAt(table, 't', point)])],
    where: pruned([span], 't'),
  }
  const happened = field(moment, 't')
  if (count === null)
    return select(as('t', scanTiles(table, [moment])), [...grain, named('happened', aggregate('min', [happened]))], {
      ...rest,
      groupBy: grain.map(g => g.expr),
    })
  const counted = select(
    as('t', scanTiles(table, [moment, count])),
    [...grain, named('happened', happened), named('n', aggregate('sum', [field(count, 't')]))],
    { ...rest, groupBy: [...grain.map(g => g.expr), happened] },
  )
  return select(as('e', counted), fields([...context.keys, 'feature_time', 'happened'], 'e'), { where: [call('gt', field('n', 'e'), integer(0))] })
}
