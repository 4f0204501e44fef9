import { InternalError } from '../../base/diagnostic.ts'
import { unique } from '../../base/group.ts'
import type { Seconds } from '../../base/duration.ts'
import type { Named, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { all, bucketOf, call, choose, field, fields, integer, later, literal, named, select, as, toFloat } from '../../ir/terms.ts'
import type { Type } from '../../ir/type.ts'
import { float, int } from '../../ir/type.ts'
import { tileTimes } from '../tile-body.ts'
import { effectiveKnown, happened, rowTerm, wholeRow } from '../row.ts'
import { knownRows } from '../row-versions.ts'
import { hashTerm } from '../sketch.ts'
import type { TileContent, TileState, TileTable } from '../tile-table.ts'
import type { ViewPlan } from '../view-plan.ts'
import type { Reading, Span } from '../window-slot.ts'
import { sameKey } from '../window-slot.ts'

/** How exact a value at any moment is: windows that begin to the microsecond, or rounded down to multiples of a hop. */
export type MomentAccuracy = 'exact' | { readonly hop: Seconds }

/**
 * Raw rows in the form of tiles, each row a tile of its own: its event time is the tile, and when it became known its
 * known tile. So all that merges tiles merges rows, with windows to the microsecond.
 */
export function rawReading(tables: ViewPlan['tables'], keys: readonly string[], accuracy: MomentAccuracy): Reading {
  const visible: Reading['visible'] = (_, span, alias, point) => inWindow(span, accuracy, field('event_tile', alias), point)
  return {
    scan: (table, columns) => rawTiles(table, columns, tables.find(t => t.table.address === table.address)!.states),
    visible,
    within: visible,
    readable: (table, alias, point) => [
      ...sameKey(alias, table.on, 'p', keys),
      ...(table.known ? [call<TermLeaf>('gt', point, field('known_tile', alias))] : []),
      ...knownRows(table.source, table.known).seenAt(alias, point),
    ],
    pruned: () => [],
  }
}

/** Whether an event is in the window of a point: [point - offset - length, point - offset), its begin rounded down to the hop. */
function inWindow(span: Span, accuracy: MomentAccuracy, at: Term, point: Term): Term[] {
  const happenedBefore = call<TermLeaf>('lt', at, later(point, -span.offset))
  return span.length === 'lifetime' ? [happenedBefore] : [happenedBefore, call<TermLeaf>('gte', at, windowOpens(point, span.length + span.offset, accuracy))]
}

/** The first moment that a window of so many seconds before a point counts. */
export function windowOpens(point: Term, reach: Seconds, accuracy: MomentAccuracy): Term {
  const opens = later(point, -reach)
  return accuracy === 'exact' ? opens : bucketOf(opens, accuracy.hop)
}

function rawTiles(table: TileTable, columns: readonly string[], states: readonly TileState[]): Relation {
  const { source, content } = table
  const times = [field(happened(source), 's'), effectiveKnown(source, table.known, 's')]
  const grain = [...fields(table.on, 's'), ...tileTimes.map((name, i) => named(name, times[i]!))]
  const counted = content.kind === 'states' ? [] : rowsCounted(content)
  // What a point makes of means of x reads them from the tile itself.
  const read = (): readonly TileState[] => unique([...columns.map(c => stateCalled(c, states)), ...states.filter(s => s.kind === 'meanX')])
  const values = content.kind === 'states' ? read().map(s => named(s.name, stateOfRow(table, s))) : contentColumns(table, columns)
  const own = values.filter(v => !grain.some(g => g.as === v.as))
  const rows = knownRows(source, table.known)
  return select(as('s', rows.from), [...grain, ...own, ...fields(rows.columns, 's')], { where: [wholeRow(source, table.on, 's'), ...rows.where, ...counted] })
}

function stateCalled(name: string, states: readonly TileState[]): TileState {
  return states.find(s => s.name === name) ?? missing(name)
}

function missing(name: string): never {
  throw new InternalError(`no state '${name}' of a row`)
}

function rowsCounted(content: Exclude<TileContent, { kind: 'states' }>): Term[] {
  const where = content.where === null ? [] : [rowTerm(content.where, 's')]
  return content.kind !== 'sketch' && content.keepNulls ? where : [...where, present(rowTerm(content.of, 's'))]
}

function present(value: Term): Term {
  return call('not', call('isNull', value))
}

/** The columns of a multiset or of single rows. */
function contentColumns(table: TileTable, columns: readonly string[]): Named[] {
  const { source, content } = table
  if (content.kind === 'states') return []
  const value = rowTerm(content.of, 's')
  const terms: Record<string, Term> = { value: content.kind === 'sketch' ? hashTerm(value) : value, n: integer(1), event_time: field(happened(source), 's') }
  source.tieBreak.forEach((tie, i) => (terms[`tie_${i + 1}`] = field(tie, 's')))
  source.rowKey.forEach((c, i) => (terms[`row_${i + 1}`] = field(c, 's')))
  return columns.map(c => named(c, terms[c] ?? missing(c)))
}

/** The state of a tile that holds the row `s` alone. */
export function stateOfRow(table: TileTable, state: TileState, counts: Type = int): Term {
  const where = state.where === null ? [] : [rowTerm(state.where, 's')]
  const value = state.of === null ? null : rowTerm(state.of, 's')
  const guarded = (conditions: readonly Term[], then: Term, otherwise: Term | null = null): Term =>
    conditions.length === 0 ? then : choose(all(conditions), then, otherwise)
  const counted = [...where, ...(state.keepNulls || value === null ? [] : [present(value)])]
  switch (state.kind) {
    case 'n':
      return guarded(where, literal(1, counts), literal(0, counts))
    case 'mean':
      return guarded(counted, toFloat(value!))
    case 'm2':
    case 'meanX':
    case 'm2x':
    case 'cxy':
      return guarded(counted, literal(0, float))
    case 'firstTime':
    case 'lastTime':
      return guarded(counted, field(happened(table.source), 's'))
    case 'firstTie':
    case 'lastTie':
      return guarded(counted, field(state.tie!, 's'))
    default:
      return guarded(where, value!)
  }
}
