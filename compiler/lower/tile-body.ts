import { InternalError, absurd } from '../base/diagnostic.ts'
import type { Aliased, Named, Order, Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { Scalar } from '../ir/scalar.ts'
import {
  aggregate,
  all,
  as,
  bucketOf,
  call,
  choose,
  field,
  fields,
  integer,
  leastFirst,
  named,
  over,
  param,
  part,
  select,
  toFloat,
  words,
} from '../ir/terms.ts'
import { happened, effectiveKnown, rowTerm, wholeRow } from './row.ts'
import { newestRows, signedRows } from './row-versions.ts'
import { hashTerm, smallest } from './sketch.ts'
import type { TileContent, TileState, TileTable } from './tile-table.ts'
import { isSigned } from './tile-table.ts'

/** Grain columns of every tile table, after its keys. */
export const tileTimes = ['event_tile', 'known_tile'] as const

/** Rows of a tile table whose known time lies in [from, to): the given states, grouped by key, event tile and known tile. */
export function tileBody(table: TileTable, states: readonly TileState[]): Relation {
  const { content } = table
  if (content.kind === 'states')
    return states.some(isOrdered)
      ? rankedBody(table, states)
      : select(rawRows(table), stateColumns(table, states), { where: newlyKnown(table), groupBy: grain(table) })
  if (content.kind === 'sketch') return sketchBody(table, content)
  const value = rowTerm(content.of, 's')
  const counted = [...newlyKnown(table), ...condition(content.where), ...(content.keepNulls ? [] : [present(value)])]
  if (content.kind === 'multiset') {
    const columns = [...grainColumns(table), named('value', value), named('n', aggregate('countAll', []))]
    return select(rawRows(table), columns, { where: counted, groupBy: [...grain(table), value] })
  }
  const ties = table.source.tieBreak.map((t, i) => named(`tie_${i + 1}`, field(t, 's')))
  const signed = isSigned(table) ? [...table.source.rowKey.map((c, i) => named(`row_${i + 1}`, field(c, 's'))), named('n', field('_sign', 's'))] : []
  return select(rawRows(table), [...grainColumns(table), named('value', value), named('event_time', field(happened(table.source), 's')), ...ties, ...signed], {
    where: counted,
  })
}

/** The smallest hashes of each tile. */
function sketchBody(table: TileTable, content: Extract<TileContent, { kind: 'sketch' }>): Relation {
  const value = rowTerm(content.of, 's')
  const hash = hashTerm(value)
  const hashed = select(rawRows(table), [...grainColumns(table), named('value', hash)], {
    where: [...newlyKnown(table), ...condition(content.where), present(value)],
    groupBy: [...grain(table), hash],
  })
  return { kind: 'with', parts: [{ name: 'hashed', of: hashed }], body: smallest('hashed', [...table.on, ...tileTimes], content.size) }
}

function rawRows(table: TileTable): Aliased {
  return as('s', isSigned(table) ? signedRows(table.source) : newestRows(table.source))
}

function newlyKnown(table: TileTable): Term[] {
  // The signed rows are those that became known.
  if (isSigned(table)) return [wholeRow(table.source, table.on, 's')]
  const known = effectiveKnown(table.source, table.known, 's')
  return [wholeRow(table.source, table.on, 's'), call('gte', known, param('from')), call('lt', known, param('to'))]
}

function eventTile(table: TileTable): Term {
  return bucketOf(field(happened(table.source), 's'), table.tile)
}

function grain(table: TileTable): Term[] {
  const known = isSigned(table) ? field('_at', 's') : effectiveKnown(table.source, table.known, 's')
  return [...table.on.map(k => field(k, 's')), eventTile(table), bucketOf(known, table.every)]
}

function grainColumns(table: TileTable): Named[] {
  const names = [...table.on, ...tileTimes]
  return grain(table).map((term, i) => named(names[i]!, term))
}

function stateColumns(table: TileTable, states: readonly TileState[]): Named[] {
  return [...grainColumns(table), ...states.map(state => named(state.name, stateTerm(table, state)))]
}

function condition(where: Scalar | null): Term[] {
  return where === null ? [] : [rowTerm(where, 's')]
}

function present(value: Term): Term {
  return call('not', call('isNull', value))
}

function isOrdered(state: TileState): boolean {
  return /^(first|last)/.test(state.kind)
}

/** First and last need an order of rows within a tile: event time, then the source's tie-break. */
function rankedBody(table: TileTable, states: readonly TileState[]): Relation {
  const order: Order[] = [happened(table.source), ...table.source.tieBreak].map(c => leastFirst(field(c, 's')))
  const rank = named('row_rank', over('rowNumber', [], grain(table), order, null))
  const rows = select(
    rawRows(table),
    [
      ...fields(
        table.source.columns.map(c => c.name),
        's',
      ),
      rank,
    ],
    { where: newlyKnown(table) },
  )
  const body = select(as('s', part('ranked')), stateColumns(table, states), { groupBy: grain(table) })
  return { kind: 'with', parts: [{ name: 'ranked', of: rows }], body }
}

/** What versions add, less what they take back. */
function signedTerm(state: TileState): Term {
  const where = state.where === null ? null : rowTerm(state.where, 's')
  const sign = field('_sign', 's')
  if (state.kind === 'n') return call('coalesce', aggregate('sum', [sign], where), integer(0))
  if (state.kind !== 'sum') throw new InternalError(`a '${state.kind}' cannot be taken back`)
  const value = rowTerm(state.of!, 's')
  return aggregate('sum', [choose(call('gt', sign, integer(0)), value, call('negate', value))], where)
}

function stateTerm(table: TileTable, state: TileState): Term {
  if (isSigned(table)) return signedTerm(state)
  const where = state.where === null ? null : rowTerm(state.where, 's')
  const value = state.of === null ? null : rowTerm(state.of, 's')
  const x = call<TermLeaf>('elapsed', eventTile(table), field(happened(table.source), 's'), words('days'))
  const y = value === null ? null : toFloat(value)
  const bothKnown = all<TermLeaf>([...(where === null ? [] : [where]), ...(value === null ? [] : [present(value)])])
  const count = aggregate('countAll', [], bothKnown)
  switch (state.kind) {
    case 'n':
      return aggregate('countAll', [], where)
    case 'sum':
    case 'min':
    case 'max':
      return aggregate(state.kind, [value!], where)
    case 'mean':
      return aggregate('avg', [y!], where)
    case 'm2':
      return call('times', aggregate('varPop', [y!], where), toFloat(count))
    case 'meanX':
      return aggregate('avg', [x], bothKnown)
    case 'm2x':
      return call('times', aggregate('varPop', [x], bothKnown), toFloat(count))
    case 'cxy':
      return call('times', aggregate('covarPop', [x, y!], bothKnown), toFloat(count))
    case 'firstValue':
    case 'lastValue':
    case 'firstTime':
    case 'lastTime':
    case 'firstTie':
    case 'lastTie':
      return orderedState(table, state, value!, where)
    default:
      return absurd(state.kind)
  }
}

function orderedState(table: TileTable, state: TileState, value: Term, where: Term | null): Term {
  const counted = [...(where === null ? [] : [where]), ...(state.keepNulls ? [] : [present(value)])]
  const taken = state.kind.endsWith('Value') ? value : field(state.tie ?? happened(table.source), 's')
  return aggregate(state.kind.startsWith('first') ? 'argMin' : 'argMax', [taken, field('row_rank', 's')], counted.length === 0 ? null : all(counted))
}
