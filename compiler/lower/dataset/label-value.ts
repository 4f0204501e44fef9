import { absurd, InternalError } from '../../base/diagnostic.ts'
import { aggregateType } from '../../ir/aggregates.ts'
import type { CatalogSource } from '../../ir/catalog.ts'
import type { Order, Relation, Term, TermLeaf } from '../../ir/relation.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../../ir/scalar.ts'
import { mapLeaves } from '../../ir/scalar.ts'
import {
  aggregate,
  all,
  as,
  ascending,
  call,
  cast,
  choose,
  descending,
  field,
  fields,
  integer,
  leastFirst,
  named,
  over,
  part,
  select,
  stable,
  toFloat,
  words,
} from '../../ir/terms.ts'
import { continuousShare, discreteShare } from '../shares.ts'
import { happened, rowType } from '../row.ts'
import type { Part } from '../window-slot.ts'
import { carried } from './spine.ts'

/** The rows that count for labels, one for each label that they count for: its grain, and columns of the source as `carried`. */
export interface Counted {
  readonly part: string
  readonly grain: readonly string[]
  readonly source: CatalogSource
}

/** Whether an aggregate is computed beside others in one grouping, or needs the rows in an order. */
export function isOrdered({ aggregate: name }: WindowAggregate): boolean {
  return ['first', 'last', 'lastN', 'median', 'percentile', 'percentileDisc'].includes(name)
}

function valueOf(of: Scalar): Term {
  return mapLeaves<ScalarLeaf, TermLeaf>(of, leaf => {
    if (leaf.kind !== 'column') throw new InternalError(`the rows of a label hold a '${leaf.kind}'`)
    return field(carried(leaf.name), 'm')
  })
}

function known(value: Term): Term {
  return call('not', call('isNull', value))
}

function both(where: Term | null, and: Term): Term {
  return where === null ? and : all<TermLeaf>([where, and])
}

/** The value of an aggregate that needs no order, over the counted rows as `m`. */
export function aggregateTerm(leaf: WindowAggregate, source: CatalogSource): Term {
  const where = leaf.where === null ? null : valueOf(leaf.where)
  if (leaf.of === null) return aggregate('countAll', [], where)
  const value = valueOf(leaf.of)
  const type = rowType(leaf.of, source)
  const sum = type.kind === 'float' ? stable('sum', [value], where) : aggregate('sum', [value], where)
  const count = aggregate('countAll', [], both(where, known(value)))
  const mean = call<TermLeaf>('divide', toFloat(sum), toFloat(count))
  const squares = (): Term => call('times', stable('varPop', [toFloat(value)], where), toFloat(count))
  const variance = (): Term => choose(call('gte', count, integer(2)), call('divide', squares(), toFloat(call('minus', count, integer(1)))))
  switch (leaf.aggregate) {
    case 'count':
      return aggregate('countAll', [], where)
    case 'countIf':
      return aggregate('countAll', [], both(where, value))
    case 'sum':
      return cast(sum, aggregateType('sum', type))
    case 'avg':
      return mean
    case 'rate':
      return call('divide', toFloat(aggregate('countAll', [], both(where, value))), toFloat(count))
    case 'min':
    case 'max':
      return aggregate(leaf.aggregate, [value], where)
    case 'variance':
      return variance()
    case 'stddev':
      return call('sqrt', variance())
    case 'volatility':
      return call('divide', call('sqrt', variance()), call('abs', mean))
    case 'slope':
      return slope(source, toFloat(value), both(where, known(value)), count)
    // nothing is saved by less than exact here
    case 'approxCountDistinct':
    case 'countDistinct':
      return aggregate('countDistinct', [value], where)
    case 'first':
    case 'last':
    case 'lastN':
    case 'median':
    case 'percentile':
    case 'percentileDisc':
      throw new InternalError(`${leaf.aggregate} needs the rows in an order`)
    default:
      return absurd(leaf.aggregate)
  }
}

/** Least squares over events, x in days from the time of the example. */
function slope(source: CatalogSource, y: Term, counted: Term, count: Term): Term {
  const x = call<TermLeaf>('elapsed', field('label_time', 'm'), field(carried(happened(source)), 'm'), words('days'))
  return choose(call('gte', count, integer(2)), call('divide', stable('covarPop', [x, y], counted), stable('varPop', [x], counted)))
}

/** An aggregate that looks at the rows in an order: (grain, `name`). */
export function orderedParts(leaf: WindowAggregate, name: string, counted: Counted): readonly Part[] {
  const { source, grain } = counted
  const value = valueOf(leaf.of!)
  const times = [happened(source), ...source.tieBreak].map(c => field(carried(c), 'm'))
  const condition = both(
    leaf.where === null ? null : valueOf(leaf.where),
    leaf.keepNulls ? { kind: 'literal', value: true, type: { kind: 'flag' } } : known(value),
  )
  const rows = (columns: Parameters<typeof select>[1], order: readonly Order[] | null, most: number): Relation => {
    const rank = over(
      'rowNumber',
      [],
      grain.map(g => field(g, 'm')),
      order ?? [],
      null,
    )
    return select(as('m', part(counted.part)), [...fields(grain, 'm'), named('value', value), ...columns, ...(order === null ? [] : [named('newest', rank)])], {
      where: [condition],
      ...(order === null ? {} : { qualify: [call('lte', rank, integer(most))] }),
    })
  }
  const grouped = (from: string, term: Term): Part => ({
    name,
    of: select(as('r', part(from)), [...fields(grain, 'r'), named(name, term)], { groupBy: grain.map(g => field(g, 'r')) }),
  })
  const ranked = `${name}_ranked`
  switch (leaf.aggregate) {
    case 'first':
      return [{ name: ranked, of: rows([], times.map(leastFirst), 1) }, taken(name, ranked, grain)]
    case 'last':
      return [{ name: ranked, of: rows([], times.map(descending), 1) }, taken(name, ranked, grain)]
    case 'lastN': {
      const list = aggregate('arrayByOrderDescending', [field('value', 'r'), call('negate', field('newest', 'r'))])
      return [{ name: ranked, of: rows([], times.map(descending), leaf.parameter ?? 1) }, grouped(ranked, list)]
    }
    default: {
      const partition = grain.map(g => field(g, 'm'))
      const reached = over('rowNumber', [], partition, [ascending(value)], null)
      const total = over('count', [], partition, [], null)
      const share = leaf.aggregate === 'median' ? 0.5 : (leaf.parameter ?? 0.5)
      const term = leaf.aggregate === 'percentileDisc' ? discreteShare(share) : continuousShare(share)
      return [{ name: ranked, of: rows([named('reached', toFloat(reached)), named('total', toFloat(total))], null, 0) }, grouped(ranked, term)]
    }
  }
}

function taken(name: string, from: string, grain: readonly string[]): Part {
  return { name, of: select(as('r', part(from)), [...fields(grain, 'r'), named(name, field('value', 'r'))]) }
}
