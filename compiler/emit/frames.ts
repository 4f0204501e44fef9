import type { Frames, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { mapLeaves } from '../ir/scalar.ts'
import { as, ascending, call, field, fields, join, named, over, part, sameColumns, select } from '../ir/terms.ts'

/** Frames as windows by key over all cells, joined with what entered. */
export function plainFrames(f: Frames): Relation {
  const grain = [...f.keys, f.time]
  const cells = select(as('k', part(f.of)), [...fields([...f.keys, f.since], 'k'), named(f.time, field(f.time, 'd'))], {
    joins: [join('cross', 'd', { kind: 'series', name: f.time, every: f.every, first: f.first, last: f.last })],
  })
  const columns = f.columns.map(c =>
    named(
      c.as,
      mapLeaves<TermLeaf, TermLeaf>(c.expr, leaf => windowOf(f, leaf)),
    ),
  )
  const framed = select(as('c', cells), [...fields([...grain, f.since], 'c'), ...columns], {
    joins: [join('left', 'e', part(f.entered), sameColumns('c', 'e', grain))],
  })
  const names = f.columns.map(c => c.as)
  return select(as('f', framed), fields([...grain, ...names], 'f'), { where: [call('gte', field(f.time, 'f'), field(f.since, 'f'))] })
}

function windowOf(f: Frames, leaf: TermLeaf): Term {
  if (leaf.kind !== 'over') return leaf
  const args = leaf.args.map(a => mapLeaves<TermLeaf, TermLeaf>(a, l => (l.kind === 'field' ? field(l.name, 'e') : l)))
  return over(
    leaf.fn,
    args,
    f.keys.map(k => field(k, 'c')),
    [ascending(field(f.time, 'c'))],
    leaf.frame,
  )
}
