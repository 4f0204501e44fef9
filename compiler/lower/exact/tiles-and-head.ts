import { unique, uniqueBy } from '../../base/group.ts'
import type { Named, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { aggregate, all, as, bucketOf, call, field, fields, join, later, literal, named, select } from '../../ir/terms.ts'
import { flag } from '../../ir/type.ts'
import { tileTimes } from '../tile-body.ts'
import { knownRows } from '../row-versions.ts'
import type { TileTable } from '../tile-table.ts'
import { isSigned } from '../tile-table.ts'
import type { ViewPlan } from '../view-plan.ts'
import type { Reading, Span } from '../window-slot.ts'
import { sameKey, scanTiles } from '../window-slot.ts'
import type { MomentAccuracy } from './reading.ts'
import { rawReading, windowOpens } from './reading.ts'

/**
 * Stored tiles as far as they go, and raw rows for the rest: those that became known since the newest tile (the head),
 * and those of the tiles that a window cuts at its begin or end. All that is merged is there exactly once, as of one
 * moment, which is `now`.
 */
export function tilesAndHead(tables: ViewPlan['tables'], keys: readonly string[], accuracy: MomentAccuracy): Reading {
  const raw = rawReading(tables, keys, accuracy)
  return {
    scan: (table, columns) => {
      const means = tables.find(t => t.table.address === table.address)!.states.filter(s => s.kind === 'meanX')
      const names = unique([...columns, ...means.map(s => s.name)]).filter(c => !tileTimes.some(t => t === c))
      const all = raw.scan(table, names)
      return isSigned(table) ? versions(table, all, names) : { kind: 'union', all: [wholeTiles(table, names), rows(table, all, names)] }
    },
    visible: (table, span, alias, point) => [seen(table, span, { alias, point, accuracy })],
    within: raw.within,
    readable: (table, alias, point) => [
      ...sameKey(alias, table.on, 'p', keys),
      ...(table.known ? [call<TermLeaf>('or', call('not', field('is_row', alias)), call('gt', point, field('known_tile', alias)))] : []),
      ...knownRows(table.source, table.known).seenAt(alias, point),
    ],
    pruned: (spans, alias, table) => [needed(table, spans, { alias, accuracy })],
  }
}

/** Up to when each row that is known stands in a tile; NULL where there is no tile. Rows without known time may come late. */
function coveredUntil(table: TileTable): Relation {
  const newest = later(aggregate('max', [field('known_tile', 'm')]), table.every - (table.known ? 0 : table.source.lateness))
  return select(as('m', scanTiles(table, [])), [named('until', bucketOf(newest, table.every))])
}

const markers = ['tile_at', 'is_row', 'is_head']

function wholeTiles(table: TileTable, columns: readonly string[]): Relation {
  const marks = [field('event_tile', 's'), literal(false, flag), literal(false, flag)]
  return select(as('s', scanTiles(table, columns)), [...fields([...table.on, ...tileTimes, ...columns], 's'), ...marks.map((m, i) => named(markers[i]!, m))], {
    joins: [join('cross', 'c', coveredUntil(table))],
    where: [call('lt', field('known_tile', 's'), field('until', 'c'))],
  })
}

function rows(table: TileTable, raw: Relation, columns: readonly string[]): Relation {
  const until = field('until', 'c')
  const isHead = call<TermLeaf>('or', call('isNull', until), call('gte', field('known_tile', 's'), until))
  const marks = [bucketOf(field('event_tile', 's'), table.tile), literal(true, flag), isHead]
  const own: Named[] = [...fields([...table.on, ...tileTimes, ...columns], 's'), ...marks.map((m, i) => named(markers[i]!, m))]
  return select(as('s', raw), own, { joins: [join('cross', 'c', coveredUntil(table))] })
}

/** What is taken back is in the tile of when that became known: rows in versions are read themselves. */
function versions(table: TileTable, raw: Relation, columns: readonly string[]): Relation {
  const marks = [bucketOf(field('event_tile', 's'), table.tile), literal(true, flag), literal(true, flag)]
  const own = fields([...table.on, ...tileTimes, ...columns, ...knownRows(table.source, table.known).columns], 's')
  return select(as('s', raw), [...own, ...marks.map((m, i) => named(markers[i]!, m))])
}

interface At {
  readonly alias: string
  readonly point: Term
  readonly accuracy: MomentAccuracy
}

/** A tile that lies in the window as a whole; or a row in it that is of the head, or of a tile that does not. */
function seen(table: TileTable, span: Span, { alias, point, accuracy }: At): Term {
  const ends = later(point, -span.offset)
  const opens = span.length === 'lifetime' ? null : windowOpens(point, span.length + span.offset, accuracy)
  const [at, tile] = [field('event_tile', alias), field('tile_at', alias)]
  const since = (moment: Term): Term[] => (opens === null ? [] : [call('gte', moment, opens)])
  const whole = all<TermLeaf>([call('lte', later(tile, table.tile), ends), ...since(tile)])
  const isRow = field('is_row', alias)
  return call(
    'or',
    call('and', call('not', isRow), whole),
    call('and', isRow, call('lt', at, ends), ...since(at), call('or', field('is_head', alias), call('not', whole))),
  )
}

/** Rows before the head are read only from tiles that some window cuts. */
function needed(table: TileTable, spans: readonly Span[], { alias, accuracy }: Pick<At, 'alias' | 'accuracy'>): Term {
  const now: Term = { kind: 'param', name: 'now' }
  const edges = spans
    .flatMap(s => [later(now, -s.offset), ...(s.length === 'lifetime' ? [] : [windowOpens(now, s.length + s.offset, accuracy)])])
    .map(e => bucketOf(e, table.tile))
  const distinct = uniqueBy(edges, e => JSON.stringify(e))
  return call('or', call('not', field('is_row', alias)), field('is_head', alias), ...distinct.map(e => call<TermLeaf>('eq', field('tile_at', alias), e)))
}
