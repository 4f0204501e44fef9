import type { Named, Order, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { aggregate, all, as, ascending, call, field, integer, join, named, over, part, select, toFloat } from '../../ir/terms.ts'

/** A column of both versions; `numeric`: its values can be subtracted, `ordered`: rows can be sorted by it. */
export interface ComparedColumn {
  readonly name: string
  readonly numeric: boolean
  readonly ordered: boolean
}

export interface Compared {
  readonly a: Relation
  readonly b: Relation
  /** Columns that tell an example from others; several examples may share them. */
  readonly grain: readonly string[]
  readonly columns: readonly ComparedColumn[]
}

/**
 * Two versions row by row: one row with how many examples are only in `a`, only in `b` and in both, and for the i-th column
 * how many values differ, how far apart they are, and how many are NULL. Examples that share their keys and time are paired
 * in the order of their other values, so that equal ones meet.
 */
export function compareBody({ a, b, grain, columns }: Compared): Relation {
  const numbered = (rows: Relation): Relation => {
    const order: readonly Order[] = columns.filter(c => c.ordered).map(c => ascending(field(c.name, 's')))
    const twin = over(
      'rowNumber',
      [],
      grain.map(g => field(g, 's')),
      order,
      null,
    )
    return select(as('s', rows), [...[...grain, ...columns.map(c => c.name)].map(c => named(c, field(c, 's'))), named('twin', twin)])
  }
  const on = [...grain, 'twin'].map(c => call<TermLeaf>('sameAs', field(c, 'l'), field(c, 'r')))
  const both = select(
    as('l', part('a')),
    columns.flatMap(c => sides(c)),
    { joins: [join('inner', 'r', part('b'), on)] },
  )
  const counted = (rows: string, as_: string): Relation => select(as('n', part(rows)), [named(as_, aggregate('countAll', []))])
  const figures: Named[] = [named('in_both', aggregate('countAll', [])), ...columns.flatMap((c, i) => columnFigures(c, i))]
  const summary = select(as('p', part('pairs')), figures)
  return {
    kind: 'with',
    parts: [
      { name: 'a', of: numbered(a) },
      { name: 'b', of: numbered(b) },
      { name: 'pairs', of: both },
    ],
    body: select(
      as('x', counted('a', 'in_a')),
      [named('in_a', field('in_a', 'x')), named('in_b', field('in_b', 'y')), ...figures.map(f => named(f.as, field(f.as, 'z')))],
      { joins: [join('cross', 'y', counted('b', 'in_b')), join('cross', 'z', summary)] },
    ),
  }
}

function sides({ name }: ComparedColumn): readonly Named[] {
  return [named(`a_${name}`, field(name, 'l')), named(`b_${name}`, field(name, 'r'))]
}

function columnFigures({ name, numeric }: ComparedColumn, i: number): readonly Named[] {
  const [a, b] = [field(`a_${name}`, 'p'), field(`b_${name}`, 'p')]
  const count = (filter: Term): Term => aggregate('countAll', [], filter)
  const delta: Term = call('abs', call('minus', toFloat(b), toFloat(a)))
  const known = all<TermLeaf>([call('not', call('isNull', a)), call('not', call('isNull', b))])
  return [
    named(`changed_${i}`, count(call('not', call('sameAs', a, b)))),
    named(`nulls_a_${i}`, count(call('isNull', a))),
    named(`nulls_b_${i}`, count(call('isNull', b))),
    named(`most_${i}`, numeric ? aggregate('max', [delta], known) : integer(0)),
    named(`mean_${i}`, numeric ? aggregate('avg', [delta], all<TermLeaf>([known, call('ne', a, b)])) : integer(0)),
  ]
}
