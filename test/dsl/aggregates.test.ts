import {
  avg,
  count,
  approxCountDistinct,
  countDistinct,
  countIf,
  first,
  last,
  lastN,
  max,
  median,
  min,
  percentile,
  percentileDisc,
  rate,
  ratio,
  slope,
  stddev,
  sum,
  variance,
  volatility,
  window,
} from 'featplan'
import { describe, expect, it } from 'vitest'
import type { Scalar } from '../../compiler/ir/scalar.ts'
import { aggregateNames } from '../../compiler/ir/scalar.ts'
import { orders, route } from './definitions.ts'

const { c } = orders
const nodeOf = (x: unknown): Scalar => (x as { readonly node: Scalar }).node
const column = (name: string): Scalar => ({ kind: 'column', source: 'source.raw.orders', name, keys: null })
const day = 86_400
const plain = {
  kind: 'window',
  parameter: null,
  keepNulls: false,
  source: 'source.raw.orders',
  keys: null,
  where: null,
  length: 30 * day,
  offset: 0,
  partial: false,
}

const made = {
  count: [count(orders), { of: null }],
  countIf: [countIf(c.paid), { of: column('paid') }],
  sum: [sum(c.amount), { of: column('amount') }],
  avg: [avg(c.amount), { of: column('amount') }],
  rate: [rate(c.paid), { of: column('paid') }],
  stddev: [stddev(c.amount), { of: column('amount') }],
  variance: [variance(c.amount), { of: column('amount') }],
  slope: [slope(c.amount), { of: column('amount') }],
  volatility: [volatility(c.amount), { of: column('amount') }],
  min: [min(c.ordered_at), { of: column('ordered_at') }],
  max: [max(c.amount), { of: column('amount') }],
  first: [first(c.status, { keepNulls: true }), { of: column('status'), keepNulls: true }],
  last: [last(c.status), { of: column('status') }],
  lastN: [lastN(c.amount, 3), { of: column('amount'), parameter: 3 }],
  countDistinct: [countDistinct(c.from_hub), { of: column('from_hub') }],
  approxCountDistinct: [approxCountDistinct(c.from_hub, 0.02), { of: column('from_hub'), parameter: 0.02 }],
  median: [median(c.amount), { of: column('amount') }],
  percentile: [percentile(c.amount, 0.9), { of: column('amount'), parameter: 0.9 }],
  percentileDisc: [percentileDisc(c.amount, 0.9), { of: column('amount'), parameter: 0.9 }],
} as const

describe('aggregates', () => {
  it.each(aggregateNames)('%s', name => {
    const [aggregate, expected] = made[name]
    expect(nodeOf(aggregate.over('30d'))).toEqual({ ...plain, aggregate: name, ...expected })
  })
  it('over windows with a name, an offset, partial history and a lifetime', () => {
    expect(nodeOf(count(orders).over(window('7d', { offset: '1d' })))).toMatchObject({ length: 7 * day, offset: day, partial: false })
    expect(nodeOf(count(orders).over('7d', { offset: '2d', partial: true }))).toMatchObject({ length: 7 * day, offset: 2 * day, partial: true })
    expect(nodeOf(count(orders).over('lifetime'))).toMatchObject({ length: 'lifetime', offset: 0 })
    expect(nodeOf(count(orders).over(window('lifetime')))).toMatchObject({ length: 'lifetime' })
  })
  it('of rows where all conditions are true', () => {
    const gt = { kind: 'call', fn: 'gt', args: [column('amount'), { kind: 'literal', value: 1, type: { kind: 'int' } }] }
    expect(nodeOf(count(orders).where(c.paid).over('7d'))).toMatchObject({ where: column('paid') })
    expect(nodeOf(count(orders).where(c.paid).where(c.amount.gt(1)).over('7d'))).toMatchObject({
      where: { kind: 'call', fn: 'and', args: [column('paid'), gt] },
    })
  })
  it('a ratio of two, where condition and window hold for both', () => {
    const part = { ...plain, where: column('paid'), length: 7 * day }
    expect(nodeOf(ratio(sum(c.amount), count(orders)).where(c.paid).over('7d'))).toEqual({
      kind: 'call',
      fn: 'divide',
      args: [
        { ...part, aggregate: 'sum', of: column('amount') },
        { ...part, aggregate: 'count', of: null },
      ],
    })
  })
  it('of a source in a role', () => {
    const role = orders.by(route.on({ origin: 'to_hub', destination: 'from_hub' }))
    const keys = { origin: 'to_hub', destination: 'from_hub' }
    expect(nodeOf(count(role).over('7d'))).toMatchObject({ keys, of: null })
    expect(nodeOf(sum(role.c.amount.plus(1)).over('7d'))).toMatchObject({ keys, source: 'source.raw.orders' })
  })
})
