import { InternalError, absurd } from '../base/diagnostic.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import { aggregate, as, ascending, call, descending, field, fields, integer, join, leastFirst, named, over, part, select, toFloat, words } from '../ir/terms.ts'
import type { AggregatePlan } from './aggregate-plan.ts'
import { continuousShare, discreteShare } from './shares.ts'
import { hashTerm, sketchParts } from './sketch.ts'
import type { TileState } from './tile-table.ts'
import type { Part, WindowContext, WindowSlot } from './window-slot.ts'
import { renamedKeys, storedTiles } from './window-slot.ts'

/**
 * An aggregate over rows that come in versions, for which partial results cannot be taken back: from the rows that count
 * at each point. A version was added and, where a newer one took its place, taken back: what is left of both is there.
 */
export function versionParts(slot: WindowSlot, context: WindowContext): readonly Part[] {
  const { plan } = slot
  if (plan.by !== 'versions') throw new InternalError(`${slot.name} is not computed from versions`)
  const [seen, rows] = [`${slot.name}_versions`, `${slot.name}_rows`]
  const grain = [...context.keys, 'feature_time']
  const counted = field('n', 'e')
  const ranked = [...rankOf(slot, plan.plan, grain)]
  const most = plan.plan.by === 'rows' ? [call<TermLeaf>('lte', ranked[0]!.expr, integer(plan.plan.most))] : []
  const left = select(as('e', part(seen)), [...fields([...grain, 'event_time', 'value'], 'e'), ...ranked], {
    where: [call('gt', counted, integer(0))],
    qualify: most,
  })
  const kept = [
    { name: seen, of: seenVersions(slot, context) },
    { name: rows, of: left },
  ]
  // The smallest hashes of what is left.
  if (plan.plan.by === 'sketch') return [...kept, ...sketchParts(slot.name, plan.plan.size, grain, hashes(rows, grain))]
  const value = select(as('r', part(rows)), [...fields(grain, 'r'), named(slot.name, valueOf(plan.plan))], { groupBy: grain.map(g => field(g, 'r')) })
  return [...kept, { name: slot.name, of: value }]
}

function hashes(rows: string, grain: readonly string[]): Relation {
  return select(as('r', part(rows)), [...fields(grain, 'r'), named('value', hashTerm(field('value', 'r')))])
}

/** Each row that a point sees, with how often it was added less how often it was taken back. */
function seenVersions({ table, leaf }: WindowSlot, context: WindowContext): Relation {
  const { scan, visible, readable, pruned } = context.reading ?? storedTiles
  const point = field('feature_time', 'p')
  const own = ['value', 'event_time', ...tiesOf(table.source.tieBreak), ...table.source.rowKey.map((_, i) => `row_${i + 1}`)]
  const columns = [...renamedKeys(table, context.keys, 't'), named('feature_time', point), ...fields(own, 't')]
  return select(as('t', scan(table, [...own, 'n'])), [...columns, named('n', aggregate('sum', [field('n', 't')]))], {
    joins: [join('inner', 'p', part('points'), [...visible(table, leaf, 't', point), ...readable(table, 't', point)])],
    where: pruned([leaf], 't', table),
    groupBy: columns.map(c => c.expr),
  })
}

function tiesOf(tieBreak: readonly string[]): readonly string[] {
  return tieBreak.map((_, i) => `tie_${i + 1}`)
}

/** The place of a row among those of its point, where the aggregate asks for one. */
function rankOf({ table }: WindowSlot, plan: AggregatePlan, grain: readonly string[]): readonly Named[] {
  const partition = grain.map(g => field(g, 'e'))
  const inOrder = ['event_time', ...tiesOf(table.source.tieBreak), ...table.source.rowKey.map((_, i) => `row_${i + 1}`)].map(c => field(c, 'e'))
  const rank = (order: readonly Term[], turn: typeof ascending): Term => over('rowNumber', [], partition, order.map(turn), null)
  switch (plan.by) {
    case 'ordered':
      return [named('row_rank', rank(inOrder, leastFirst))]
    case 'rows':
      return [named('newest', rank(inOrder, descending))]
    case 'multiset':
      return plan.measure === 'distinct'
        ? []
        : [
            named('reached', toFloat(rank([field('value', 'e')], ascending))),
            named('total', toFloat(over('count', [field('value', 'e')], partition, [], null))),
          ]
    default:
      return []
  }
}

function valueOf(plan: AggregatePlan): Term {
  const value = field('value', 'r')
  const y = toFloat(value)
  const x = call<TermLeaf>('elapsed', field('feature_time', 'r'), field('event_time', 'r'), words('days'))
  const n = aggregate('countAll', [])
  const times = (spread: Term): Term => call('times', spread, toFloat(n))
  switch (plan.by) {
    case 'merge':
      return plan.finish(plan.states.map(s => mergedState(s.state, value)))
    case 'moments':
      return plan.finish(n, aggregate('avg', [y]), times(aggregate('varPop', [y])))
    case 'comoments':
      return plan.finish(n, times(aggregate('varPop', [x])), times(aggregate('covarPop', [x, y])))
    case 'ordered':
      return aggregate(plan.which === 'first' ? 'argMin' : 'argMax', [value, field('row_rank', 'r')])
    case 'multiset':
      if (plan.measure === 'distinct') return aggregate('countDistinct', [value])
      return plan.measure === 'discrete' ? discreteShare(plan.share) : continuousShare(plan.share)
    case 'rows':
      return aggregate('arrayByOrderDescending', [value, call('negate', field('newest', 'r'))])
    case 'sketch':
    case 'versions':
      throw new InternalError(`'${plan.by}' is no value of rows`)
    default:
      return absurd(plan)
  }
}

/** A state of a tile, over the rows themselves: their condition held when they were stored. */
function mergedState({ kind }: TileState, value: Term): Term {
  switch (kind) {
    case 'n':
      return aggregate('count', [value])
    case 'sum':
    case 'min':
    case 'max':
      return aggregate(kind, [value])
    default:
      throw new InternalError(`a '${kind}' is not merged`)
  }
}
