import type { Named, Relation, Select, Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, all, as, call, choose, field, fields, integer, join, later, literal, named, part, sameColumns, select } from '../ir/terms.ts'
import { float } from '../ir/type.ts'
import { tileBody, tileTimes } from './tile-body.ts'
import type { TileState, TileTable } from './tile-table.ts'

/** Rows that a storage of a tile table holds for known times in [from, to): grain and states by their logical names. */
export type StoredTiles = Relation

/** Columns of the tiles that changed. */
export const changedColumns = ['event_tile', 'known_tile'] as const

/**
 * Event tiles whose rows are not those that the source gives today: late rows came, or rows were changed or taken away.
 * Both sides are laid over each other by what tells rows apart; floats are the same where they agree within 1e-9.
 */
export function changedTiles(table: TileTable, states: readonly TileState[], stored: StoredTiles): Relation {
  return {
    kind: 'with',
    parts: sides(table, states, stored),
    body: select(as('c', part('changed')), fields([...changedColumns], 'c'), { distinct: true }),
  }
}

/**
 * The moments from which on keys may live otherwise, with the moment at which the key was first seen before: where its
 * first row comes earlier now, or is gone. `first`: NULL where the key is new, or where nobody knows when it is seen next.
 */
export function changedFirsts(table: TileTable, states: readonly TileState[], stored: StoredTiles, everything: StoredTiles): Relation {
  const seen = named('first_seen', aggregate('min', [seenAt(table, 't')]))
  const firsts: Relation = select(as('t', everything), [...fields(table.on, 't'), seen], { groupBy: table.on.map(k => field(k, 't')) })
  const at = seenAt(table, 'c')
  const was = field('first_seen', 'f')
  const isGone = all<TermLeaf>([call('eq', at, was), call('eq', field('fresh_rows', 'c'), integer(0))])
  const columns = [named('seen', at), named('first_seen', choose(call('lt', at, was), was))]
  const joins = [
    table.on.length === 0
      ? join('left', 'f', part('firsts'), [call('eq', integer(1), integer(1))])
      : join('left', 'f', part('firsts'), sameColumns('c', 'f', table.on)),
  ]
  const body = select(as('c', part('changed')), columns, { joins, where: [call('or', call('isNull', was), call('lt', at, was), isGone)], distinct: true })
  return { kind: 'with', parts: [...sides(table, states, stored), { name: 'firsts', of: firsts }], body }
}

/** When the rows of a tile may first be seen, without any offset. */
function seenAt(table: TileTable, alias: string): Term {
  const happens = later(field('event_tile', alias), table.tile)
  return table.known ? call('greatest', happens, later(field('known_tile', alias), table.every)) : happens
}

function sides(table: TileTable, states: readonly TileState[], stored: StoredTiles): readonly { readonly name: string; readonly of: Relation }[] {
  const fresh = tileBody(table, states)
  const grain = [...table.on, ...tileTimes]
  const columns = [...grain, ...states.map(s => s.name)]
  const side = (alias: string, of: Relation, n: number): Select => select(as(alias, of), [...fields(columns, alias), named('side', integer(n))])
  const both: Relation = { kind: 'union', all: [side('a', part('fresh'), 1), side('b', stored, -1)] }
  // Of rows and of values nothing but their number can differ.
  const merged = table.content.kind === 'states' ? states : table.content.kind === 'multiset' ? states.filter(s => s.name === 'n') : []
  const apart = columns.filter(c => !merged.some(s => s.name === c))
  const isFresh = call<TermLeaf>('eq', field('side', 'u'), integer(1))
  const on = (which: 'new' | 'old', s: TileState): Named =>
    named(`${which}_${s.name}`, aggregate('max', [field(s.name, 'u')], which === 'new' ? isFresh : call('not', isFresh)))
  const laid = select(
    as('u', both),
    [
      ...fields(apart, 'u'),
      named('balance', aggregate('sum', [field('side', 'u')])),
      named('fresh_rows', aggregate('countAll', [], isFresh)),
      ...merged.flatMap(s => [on('new', s), on('old', s)]),
    ],
    { groupBy: apart.map(c => field(c, 'u')) },
  )
  const differs = [call<TermLeaf>('ne', field('balance', 'd'), integer(0)), ...merged.map(s => call<TermLeaf>('not', same(s)))]
  const changed = select(as('d', part('laid')), [...fields(grain, 'd'), named('fresh_rows', field('fresh_rows', 'd'))], {
    where: [differs.length === 1 ? differs[0]! : call('or', ...differs)],
  })
  return [
    { name: 'fresh', of: fresh },
    { name: 'laid', of: laid },
    { name: 'changed', of: changed },
  ]
}

/** Sums of floats depend on the order in which they were added. */
function same(state: TileState): Term {
  const [a, b] = [field(`new_${state.name}`, 'd'), field(`old_${state.name}`, 'd')]
  if (state.type.kind !== 'float') return call('sameAs', a, b)
  const within = call<TermLeaf>('times', literal(1e-9, float), call('greatest', call('abs', a), call('abs', b)))
  return call('or', call('sameAs', a, b), call('coalesce', call('lte', call('abs', call('minus', a, b)), within), literal(false, { kind: 'flag' })))
}
