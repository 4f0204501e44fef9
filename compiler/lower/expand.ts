import { InternalError } from '../base/diagnostic.ts'
import type { Seconds } from '../base/duration.ts'
import { unique } from '../base/group.ts'
import type { Named, Relation, Term, TermLeaf } from '../ir/relation.ts'
import {
  aggregate,
  all,
  as,
  ascending,
  call,
  choose,
  descending,
  field,
  fields,
  integer,
  join,
  later,
  named,
  over,
  part,
  select,
  toFloat,
  words,
} from '../ir/terms.ts'
import type { AggregatePlan } from './aggregate-plan.ts'
import { discreteShare, continuousShare } from './shares.ts'
import { versionParts } from './version-slot.ts'
import { sketchParts } from './sketch.ts'
import type { Component, Part, WindowContext, WindowSlot } from './window-slot.ts'
import { furthest, groupTerms, renamedKeys, storedTiles } from './window-slot.ts'

/**
 * Joins each tile to the points that see it and merges by (key, point): right for every aggregate, window and known
 * time; costs points x tiles, so that it serves few points, rare rows (those known later than `after` their event), and
 * states that frames cannot merge.
 */
export function expandComponents(components: readonly Component[], slots: readonly WindowSlot[], context: WindowContext, after: Seconds | null): Relation {
  const { table } = slots[0]!
  const point = field('feature_time', 'p')
  const { scan, visible, within, readable, pruned } = context.reading ?? storedTiles
  const columns = components.map(c => {
    const conditions = visible(table, c, 't', point)
    return named(c.name, aggregate(c.op, [field(c.state.name, 't')], conditions.length === 0 ? null : all<TermLeaf>(conditions)))
  })
  const late = after === null ? [] : [call<TermLeaf>('gt', field('known_tile', 't'), later(field('event_tile', 't'), after))]
  return select(
    as('t', scan(table, unique(components.map(c => c.state.name)))),
    [...renamedKeys(table, context.keys, 't'), named('feature_time', point), ...columns],
    {
      joins: [join('inner', 'p', part('points'), [...within(table, widest(components), 't', point), ...readable(table, 't', point)])],
      where: [...pruned(components, 't', table), ...late],
      groupBy: groupTerms(table, 't', point),
    },
  )
}

function widest(spans: readonly { length: number | 'lifetime'; offset: number }[]): { length: number | 'lifetime'; offset: number } {
  const offset = Math.min(...spans.map(s => s.offset))
  const reach = furthest(spans)
  return { offset, length: reach === 'lifetime' ? reach : reach - offset }
}

/** The rows or states that each point sees, un-merged: (keys, feature_time, the columns, and what is made of columns that are `read`). */
function seen(slot: WindowSlot, context: WindowContext, columns: readonly string[], more: readonly Named[] = [], read: readonly string[] = []): Relation {
  const { table, leaf } = slot
  const { scan, visible, readable, pruned } = context.reading ?? storedTiles
  const point = field('feature_time', 'p')
  return select(
    as('t', scan(table, [...columns, ...read])),
    [...renamedKeys(table, context.keys, 't'), named('feature_time', point), ...fields(columns, 't'), ...more],
    {
      joins: [join('inner', 'p', part('points'), [...visible(table, leaf, 't', point), ...readable(table, 't', point)])],
      where: pruned([leaf], 't', table),
    },
  )
}

/** The parts that compute one aggregate which frames cannot merge. */
export function expandSlot(slot: WindowSlot, context: WindowContext): readonly Part[] {
  const { plan } = slot
  switch (plan.by) {
    case 'moments':
      return momentsParts(slot, plan, context)
    case 'comoments':
      return comomentsParts(slot, plan, context)
    case 'multiset':
      return plan.measure === 'distinct' ? distinctParts(slot, context) : percentileParts(slot, plan, context)
    case 'rows':
      return rowsParts(slot, plan, context)
    case 'sketch':
      return sketchParts(slot.name, plan.size, grouped(context), seen(slot, context, ['value']))
    case 'versions':
      return versionParts(slot, context)
    case 'merge':
    case 'ordered':
      throw new InternalError('merged aggregates are expanded together')
  }
}

const grouped = (context: WindowContext): readonly string[] => [...context.keys, 'feature_time']

function groupOver(fn: 'sum', term: Term, context: WindowContext): Term {
  return over(
    fn,
    [term],
    grouped(context).map(c => field(c)),
    [],
    null,
  )
}

function byPoint(from: string, context: WindowContext, value: Named): Relation {
  return select(as('g', part(from)), [...fields(grouped(context)), value], { groupBy: grouped(context).map(c => field(c)) })
}

const square = (t: Term): Term => call('times', t, t)

function momentsParts(slot: WindowSlot, plan: Extract<AggregatePlan, { by: 'moments' }>, context: WindowContext): readonly Part[] {
  const [n, mean, m2] = plan.states.map(s => s.name) as [string, string, string]
  const [seenName, centredName] = [`${slot.name}_seen`, `${slot.name}_centred`]
  const weight = toFloat(field(n))
  const common = call<TermLeaf>('divide', groupOver('sum', call('times', weight, field(mean)), context), toFloat(groupOver('sum', field(n), context)))
  const centred = select(as('e', part(seenName)), [...fields([...grouped(context), n, mean, m2]), named('common_mean', common)])
  const spread = call<TermLeaf>('plus', field(m2), call('times', weight, square(call('minus', field(mean), field('common_mean')))))
  const value = plan.finish(aggregate('sum', [field(n)]), aggregate('max', [field('common_mean')]), aggregate('sum', [spread]))
  return [
    { name: seenName, of: seen(slot, context, [n, mean, m2]) },
    { name: centredName, of: centred },
    { name: slot.name, of: byPoint(centredName, context, named(slot.name, value)) },
  ]
}

/** x is shifted from days since the tile began to days before the point, which keeps its digits. */
function comomentsParts(slot: WindowSlot, plan: Extract<AggregatePlan, { by: 'comoments' }>, context: WindowContext): readonly Part[] {
  const [n, meanX, meanY, m2x, cxy] = plan.states.map(s => s.name) as [string, string, string, string, string]
  const [seenName, centredName] = [`${slot.name}_seen`, `${slot.name}_centred`]
  const shifted = call<TermLeaf>('plus', field(meanX, 't'), call('elapsed', field('feature_time', 'p'), field('event_tile', 't'), words('days')))
  const weight = toFloat(field(n))
  const common = (x: string): Term => call('divide', groupOver('sum', call('times', weight, field(x)), context), toFloat(groupOver('sum', field(n), context)))
  const centred = select(as('e', part(seenName)), [
    ...fields([...grouped(context), n, m2x, cxy]),
    named('off_x', call('minus', field('x'), common('x'))),
    named('off_y', call('minus', field(meanY), common(meanY))),
  ])
  const sum = (own: string, a: string, b: string): Term =>
    aggregate('sum', [call('plus', field(own), call('times', weight, call('times', field(a), field(b))))])
  const value = plan.finish(aggregate('sum', [field(n)]), sum(m2x, 'off_x', 'off_x'), sum(cxy, 'off_x', 'off_y'))
  return [
    { name: seenName, of: seen(slot, context, [n, meanY, m2x, cxy], [named('x', shifted)], [meanX]) },
    { name: centredName, of: centred },
    { name: slot.name, of: byPoint(centredName, context, named(slot.name, value)) },
  ]
}

function distinctParts(slot: WindowSlot, context: WindowContext): readonly Part[] {
  const seenName = `${slot.name}_seen`
  const value = named(slot.name, aggregate('countDistinct', [field('value')]))
  return [
    { name: seenName, of: seen(slot, context, ['value']) },
    { name: slot.name, of: byPoint(seenName, context, value) },
  ]
}

/** Over the multiset in order of value: `reached` counts the rows up to and with a value, `total` all of them. */
function percentileParts(slot: WindowSlot, plan: Extract<AggregatePlan, { by: 'multiset' }>, context: WindowContext): readonly Part[] {
  const [seenName, rankedName] = [`${slot.name}_seen`, `${slot.name}_ranked`]
  const valued = groupOver('sum', field('n'), context)
  const partition = grouped(context).map(c => field(c))
  const reached = over('sum', [field('n')], partition, [ascending(field('value')), ascending(field('event_tile')), ascending(field('known_tile'))], {
    preceding: 'unbounded',
  })
  const tiles = [named('event_tile', field('event_tile', 't')), named('known_tile', field('known_tile', 't'))]
  const ranked = select(as('e', part(seenName)), [
    ...fields([...grouped(context), 'value']),
    named('reached', toFloat(reached)),
    named('total', toFloat(valued)),
  ])
  const value = plan.measure === 'discrete' ? discreteShare(plan.share) : continuousShare(plan.share)
  return [
    { name: seenName, of: seen(slot, context, ['value', 'n'], tiles) },
    { name: rankedName, of: ranked },
    { name: slot.name, of: byPoint(rankedName, context, named(slot.name, value)) },
  ]
}

function rowsParts(slot: WindowSlot, plan: Extract<AggregatePlan, { by: 'rows' }>, context: WindowContext): readonly Part[] {
  const ties = slot.table.source.tieBreak.map((_, i) => `tie_${i + 1}`)
  const [seenName, rankedName] = [`${slot.name}_seen`, `${slot.name}_ranked`]
  const rank = over(
    'rowNumber',
    [],
    grouped(context).map(c => field(c)),
    ['event_time', ...ties].map(c => descending(field(c))),
    null,
  )
  const ranked = select(as('e', part(seenName)), [...fields([...grouped(context), 'value']), named('newest', rank)], {
    qualify: [call('lte', rank, integer(plan.most))],
  })
  const value = aggregate('arrayByOrderDescending', [field('value'), call('negate', field('newest'))])
  return [
    { name: seenName, of: seen(slot, context, ['value', 'event_time', ...ties]) },
    { name: rankedName, of: ranked },
    { name: slot.name, of: byPoint(rankedName, context, named(slot.name, value)) },
  ]
}

/** Two merged values of one component, either of which may be missing. */
export function mergedTerm(op: Component['op'], a: Term, b: Term): Term {
  if (op === 'sum') return choose<TermLeaf>(call('isNull', a), b, choose(call('isNull', b), a, call('plus', a, b)))
  return call(op === 'min' ? 'leastKnown' : 'greatestKnown', a, b)
}
