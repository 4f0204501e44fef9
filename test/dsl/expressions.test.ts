import {
  asOf,
  coalesce,
  concat,
  date,
  daysSince,
  encode,
  greatest,
  greatestKnown,
  integer,
  least,
  leastKnown,
  literal,
  number,
  point,
  raw,
  sql,
  varchar,
  when,
} from 'featplan'
import { describe, expect, it } from 'vitest'
import type { Scalar } from '../../compiler/ir/scalar.ts'
import { customer, customers, orders, route, service } from './definitions.ts'

const { c } = orders
const nodeOf = (x: unknown): Scalar => (x as { readonly node: Scalar }).node
const column = (name: string): Scalar => ({ kind: 'column', source: 'source.raw.orders', name, keys: null })
const call = (fn: string, ...args: readonly unknown[]): unknown => ({ kind: 'call', fn, args })
const whole = (value: number): unknown => ({ kind: 'literal', value, type: { kind: 'int' } })
const word = (value: string): unknown => ({ kind: 'literal', value, type: { kind: 'text' } })
const amount = column('amount')
const paid = column('paid')
const at = column('ordered_at')
const hub = column('from_hub')

describe('methods of expressions record calls of the function table', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['plus', c.amount.plus(1), call('plus', amount, whole(1))],
    ['minus', c.amount.minus(c.amount), call('minus', amount, amount)],
    ['times', c.amount.times(2), call('times', amount, whole(2))],
    ['div', c.amount.div(2), call('divide', amount, whole(2))],
    ['gt', c.amount.gt(1), call('gt', amount, whole(1))],
    ['gte', c.amount.gte(1), call('gte', amount, whole(1))],
    ['lt', c.amount.lt(1), call('lt', amount, whole(1))],
    ['lte', c.amount.lte(1), call('lte', amount, whole(1))],
    ['between', c.amount.between(1, 2), call('and', call('gte', amount, whole(1)), call('lte', amount, whole(2)))],
    ['clamp', c.amount.clamp(0, 1), call('least', call('greatest', amount, whole(0)), whole(1))],
    ['round', c.amount.round(), call('round', amount, whole(0))],
    ['round to decimals', c.amount.round(2), call('round', amount, whole(2))],
    ['floor', c.amount.floor(), call('floor', amount)],
    ['ceil', c.amount.ceil(), call('ceil', amount)],
    ['abs', c.amount.abs(), call('abs', amount)],
    ['negate', c.amount.negate(), call('negate', amount)],
    ['ln', c.amount.ln(), call('ln', amount)],
    ['exp', c.amount.exp(), call('exp', amount)],
    ['sqrt', c.amount.sqrt(), call('sqrt', amount)],
    ['power', c.amount.power(2), call('power', amount, whole(2))],
    [
      'bucketize',
      c.amount.bucketize(10, 100),
      {
        kind: 'case',
        arms: [
          [call('lt', amount, whole(10)), whole(0)],
          [call('lt', amount, whole(100)), whole(1)],
          [call('gte', amount, whole(100)), whole(2)],
        ],
        otherwise: null,
      },
    ],
    ['toFloat', c.amount.toFloat(), { kind: 'cast', of: amount, type: { kind: 'float' }, lenient: false }],
    ['toInteger', c.amount.toInteger(), { kind: 'cast', of: amount, type: { kind: 'int' }, lenient: true }],
    ['toText', c.amount.toText(), { kind: 'cast', of: amount, type: { kind: 'text' }, lenient: false }],
    ['isNull', c.amount.isNull(), call('isNull', amount)],
    ['isNotNull', c.amount.isNotNull(), call('not', call('isNull', amount))],
    ['eq', c.amount.eq(1), call('eq', amount, whole(1))],
    ['ne', c.amount.ne(1), call('ne', amount, whole(1))],
    ['sameAs', c.amount.sameAs(1), call('sameAs', amount, whole(1))],
    ['in', c.from_hub.in('a', 'b'), call('in', hub, word('a'), word('b'))],
    ['notIn', c.from_hub.notIn('a'), call('not', call('in', hub, word('a')))],
    ['nullIf', c.from_hub.nullIf(''), call('nullIf', hub, word(''))],
    ['default', c.amount.default(0), call('coalesce', amount, whole(0))],
    ['lower', c.from_hub.lower(), call('lower', hub)],
    ['upper', c.from_hub.upper(), call('upper', hub)],
    ['trim', c.from_hub.trim(), call('trim', hub)],
    ['length', c.from_hub.length(), call('length', hub)],
    ['substring', c.from_hub.substring(1, 3), call('substring', hub, whole(1), whole(3))],
    ['matches', c.from_hub.matches('a.*'), call('matches', hub, word('a.*'))],
    ['toNumber', c.from_hub.toNumber(), { kind: 'cast', of: hub, type: { kind: 'float' }, lenient: true }],
    ['toNumber with digits', c.from_hub.toNumber(12, 2), { kind: 'cast', of: hub, type: { kind: 'decimal', precision: 12, scale: 2 }, lenient: true }],
    ['toDate', c.from_hub.toDate(), { kind: 'cast', of: hub, type: { kind: 'date' }, lenient: true }],
    ['toTimestamp', c.from_hub.toTimestamp(), { kind: 'cast', of: hub, type: { kind: 'time' }, lenient: true }],
    ['and, flat', c.paid.and(c.paid).and(c.paid), call('and', paid, paid, paid)],
    ['or', c.paid.or(c.paid), call('or', paid, paid)],
    ['not', c.paid.not(), call('not', paid)],
    ['plus of a length', c.ordered_at.plus('2d'), call('timePlus', at, whole(172_800))],
    ['minus of a length', c.ordered_at.minus('1h'), call('timePlus', at, whole(-3600))],
    ['before', c.ordered_at.before('2026-01-01'), call('lt', at, word('2026-01-01'))],
    ['after', c.ordered_at.after(c.ordered_at), call('gt', at, at)],
    ['notAfter', c.ordered_at.notAfter('2026-01-01'), call('lte', at, word('2026-01-01'))],
    ['notBefore', c.ordered_at.notBefore('2026-01-01'), call('gte', at, word('2026-01-01'))],
    ['until', c.ordered_at.until(c.ordered_at, 'hours'), call('elapsed', at, at, word('hours'))],
    ['daysUntil', c.day.daysUntil(c.day), call('daysBetween', column('day'), column('day'))],
    ['truncate', c.ordered_at.truncate('week'), call('truncate', at, word('week'))],
    ['datePart', c.ordered_at.datePart('hour'), call('datePart', at, word('hour'))],
    ['day', c.ordered_at.day(), call('dateOf', at)],
    ['midnight', c.day.midnight(), call('timeOf', column('day'))],
    ['get', c.extra.get('a.b', integer()), { kind: 'json', of: column('extra'), path: ['a', 'b'], type: { kind: 'int' } }],
    ['get by steps', c.extra.get(['a.b', '0'], date()), { kind: 'json', of: column('extra'), path: ['a.b', '0'], type: { kind: 'date' } }],
  ])('%s', (_, made, expected) => {
    expect(nodeOf(made)).toEqual(expected)
  })
})

describe('functions', () => {
  it('of several operands', () => {
    expect(nodeOf(coalesce(c.amount, c.amount, 0))).toEqual(call('coalesce', amount, amount, whole(0)))
    expect(nodeOf(greatest(c.amount, 0))).toEqual(call('greatest', amount, whole(0)))
    expect(nodeOf(least(c.amount, 0))).toEqual(call('least', amount, whole(0)))
    expect(nodeOf(greatestKnown(c.amount, 0))).toEqual(call('greatestKnown', amount, whole(0)))
    expect(nodeOf(leastKnown(c.amount, 0))).toEqual(call('leastKnown', amount, whole(0)))
    expect(nodeOf(concat(c.from_hub, '-', c.to_hub))).toEqual(call('concat', hub, word('-'), column('to_hub')))
  })
  it('a case, with values that are constants or expressions', () => {
    expect(nodeOf(when(c.paid, c.amount).when(c.amount.gt(1), 1).otherwise(null))).toEqual({
      kind: 'case',
      arms: [
        [paid, amount],
        [call('gt', amount, whole(1)), whole(1)],
      ],
      otherwise: null,
    })
    expect(nodeOf(when(c.paid, 'a').otherwise('b'))).toEqual({ kind: 'case', arms: [[paid, word('a')]], otherwise: word('b') })
  })
  it('encode', () => {
    expect(nodeOf(encode(c.status, { open: 1, done: 2 }, { otherwise: 0 }))).toEqual({
      kind: 'case',
      arms: [
        [call('eq', column('status'), word('open')), whole(1)],
        [call('eq', column('status'), word('done')), whole(2)],
      ],
      otherwise: whole(0),
      complete: true,
    })
    expect(nodeOf(encode(c.status, { open: 1, done: 2 }, { otherwise: null }))).toMatchObject({ otherwise: null })
  })
  it('values as of the point, and the point', () => {
    const since = { kind: 'asOf', of: { kind: 'column', source: 'source.raw.customers', name: 'since', keys: null } }
    expect(nodeOf(asOf(customers.c.since))).toEqual(since)
    expect(nodeOf(daysSince(asOf(customers.c.since)))).toEqual(call('elapsed', since, { kind: 'point' }, word('days')))
    expect(nodeOf(point())).toEqual({ kind: 'point' })
  })
  it('a feature of another entity', () => {
    expect(nodeOf(customer.at({ customer_id: literal('x') }, service.f.orders_30d))).toEqual({
      kind: 'lookup',
      entity: 'entity.customer',
      keys: { customer_id: word('x') },
      of: { kind: 'feature', ref: 'feature.customer.orders_30d' },
    })
  })
  it('raw SQL', () => {
    const made = raw(varchar(), { snowflake: sql`F(${c.amount}, 'x')`, duckdb: sql`${c.amount}` })
    expect(nodeOf(made)).toEqual({ kind: 'raw', type: { kind: 'text' }, bodies: { snowflake: ['F(', amount, ", 'x')"], duckdb: [amount] } })
  })
  it('columns of a source in a role', () => {
    const role = orders.by(route.on({ origin: 'to_hub', destination: 'from_hub' }))
    expect(nodeOf(role.c.amount)).toEqual({ kind: 'column', source: 'source.raw.orders', name: 'amount', keys: { origin: 'to_hub', destination: 'from_hub' } })
  })
})

describe('constants', () => {
  it.each<readonly [unknown, unknown]>([
    [5, { kind: 'int' }],
    [-5, { kind: 'int' }],
    [0.95, { kind: 'decimal', precision: 2, scale: 2 }],
    [12.5, { kind: 'decimal', precision: 3, scale: 1 }],
    [-0.1, { kind: 'decimal', precision: 1, scale: 1 }],
    [1e-7, { kind: 'float' }],
    [0.1 + 0.2, { kind: 'float' }],
    [2 ** 60, { kind: 'float' }],
    [true, { kind: 'flag' }],
    ['x', { kind: 'text' }],
  ])('%s', (value, type) => {
    expect(nodeOf(literal(value as never))).toEqual({ kind: 'literal', value, type })
  })
})

describe('metadata', () => {
  it('is lost by what is computed from it, and kept by default', () => {
    const named = c.amount.with({ unit: 'USD' })
    expect(named.default(0)).toMatchObject({ meta: { unit: 'USD' } })
    expect(named.plus(1)).toMatchObject({ meta: null })
    expect(number(3, 1)).toMatchObject({ definition: { type: { kind: 'decimal', precision: 3, scale: 1 } } })
  })
})
