import { describe, expect, it } from 'vitest'
import {
  boolean,
  count,
  entity,
  events,
  featureView,
  integer,
  last,
  number,
  point,
  raw,
  sql,
  sum,
  timestamp,
  varchar,
  variant,
} from '../../../compiler/dsl/index.ts'
import type { Proof } from '../../../registry/verify/leakage/prove.ts'
import { proveLeakage } from '../../../registry/verify/leakage/prove.ts'
import { platform } from '../../e2e/platform.ts'
import { shop } from '../../e2e/shop.ts'
import { compiledOf } from '../../support/warehouse.ts'

const customer = entity('customer', { keys: { customer_id: varchar() } })
const columns = {
  customer_id: varchar(),
  amount: number(12, 2).nullable(),
  paid: boolean(),
  attrs: variant(),
  happened_at: timestamp(),
  loaded_at: timestamp(),
}
const orders = events('raw.orders', { entities: [customer], columns, eventTime: 'happened_at', knownTime: 'loaded_at', lateness: '2d', tieBreak: ['amount'] })
const unknown = events('raw.unknown', { entities: [customer], columns, eventTime: 'happened_at', lateness: '1d' })

async function proofs(definitions: readonly unknown[], options: Partial<Parameters<typeof proveLeakage>[1]> = {}): Promise<readonly Proof[]> {
  return (await proveLeakage(compiledOf([customer, orders, unknown, ...definitions]), { only: null, at: null, ...options })).features
}
const states = (list: readonly Proof[]): Readonly<Record<string, string>> =>
  Object.fromEntries(list.map(p => [p.feature.replace('feature.customer.', ''), p.state]))

describe('the proof of leakage', () => {
  it('passes every feature of the shop, each moved by what comes later', async () => {
    const { features, changes } = await proveLeakage(compiledOf(shop), { only: null, at: null })
    expect(features.filter(f => f.state !== 'passed')).toEqual([])
    expect(features.map(f => f.compared >= 30 && f.movedLater > 0)).toEqual(features.map(() => true))
    expect(Math.min(...Object.values(changes))).toBeGreaterThan(50)
  })

  it('passes every feature of the platform, each moved by what comes later', async () => {
    const { features } = await proveLeakage(await platform(), { only: null, at: null })
    const own = features.filter(f => !f.feature.startsWith('dataset.'))
    expect(own.length).toBeGreaterThan(50)
    expect(own.filter(f => f.state !== 'passed')).toEqual([])
    expect(features.length - own.length).toBeGreaterThan(50)
    expect(features.filter(f => f.state === 'failed' || f.compared < 5)).toEqual([])
  })

  it('fails SQL that reads rows whatever their time, and names the row that moved it', async () => {
    const all = raw(integer(), { snowflake: sql`(SELECT count(*) FROM RAW.ORDERS)`, duckdb: sql`(SELECT count(*) FROM raw.orders)` })
    const found = await proofs([featureView('odd', { entity: customer }, { good: count(orders).over('7d'), all: all.plus(count(orders).over('7d')) })])
    expect(states(found)).toEqual({ good: 'passed', all: 'failed' })
    const leak = found.find(f => f.state === 'failed')!.leak!
    expect(leak.by).toMatchObject({ source: 'raw.orders' })
    expect(leak.before).not.toBe(leak.after)
    expect(leak.point <= '2026-03-02T00:00:00Z' && [String(leak.by.row['happened_at']), String(leak.by.row['loaded_at'])].some(t => t >= '2026-03-02')).toBe(
      true,
    )
  })

  it('fails SQL that reads a row of the very moment', async () => {
    const newer = raw(integer(), {
      snowflake: sql`(SELECT count(*) FROM RAW.UNKNOWN AS u WHERE u.HAPPENED_AT <= ${point()})`,
      duckdb: sql`(SELECT count(*) FROM raw.unknown AS u WHERE u.happened_at <= ${point()})`,
    })
    const found = await proofs([featureView('odd', { entity: customer }, { n: count(unknown).over('7d'), newer })])
    // A row at T itself must not count: a window ends before its point.
    expect(states(found)).toEqual({ n: 'passed', newer: 'failed' })
    expect(found.find(f => f.state === 'failed')!.leak!.by.row['happened_at']).toBe('2026-03-02T00:00:00Z')
  })

  it('lets late rows count where that is declared, and nothing later', async () => {
    const values = { total: sum(orders.c.amount).over('3d'), last_paid: last(orders.c.paid).over('lifetime') }
    const found = await proofs([featureView('lax', { entity: customer, known: 'corrected' }, values)])
    expect(states(found)).toEqual({ total: 'passed', last_paid: 'passed' })
  })

  it('inserts later versions of rows of before, and lets versions delete', async () => {
    const versioned = {
      entities: [customer],
      columns: { ...columns, order_id: integer(), version: integer(), gone: boolean() },
      eventTime: 'happened_at',
      lateness: '3d',
      rowKey: ['order_id'],
      rowVersion: 'version',
      tieBreak: ['order_id'],
      deletedWhen: 'gone',
    } as const
    const told = events('raw.told', { ...versioned, knownTime: 'loaded_at' })
    const bare = events('raw.bare', versioned)
    const values = { told_n: count(told).over('7d'), told_sum: sum(told.c.amount).over('lifetime'), told_last: last(told.c.amount).over('5d') }
    // Without a known time a version takes the place of the former whenever it came: what F455 warns of.
    const found = await proofs([
      told,
      bare,
      featureView('a', { entity: customer }, values),
      featureView('b', { entity: customer }, { bare_n: count(bare).over('7d') }),
    ])
    expect(states(found)).toEqual({ told_n: 'passed', told_sum: 'passed', told_last: 'passed', bare_n: 'failed' })
    // Where late rows count by declaration, so does a version that comes to be after T of a row of before.
    expect(states(await proofs([told, featureView('a', { entity: customer, known: 'corrected' }, values)]))).toEqual({
      told_n: 'passed',
      told_sum: 'passed',
      told_last: 'passed',
    })
  })

  it('takes any cadence, moment and document', async () => {
    const hourly = featureView('hourly', { entity: customer, every: '6h' }, { n: count(orders).where(orders.c.attrs.get('test', boolean()).not()).over('2h') })
    const weekly = featureView('weekly', { entity: customer, every: '7d' }, { m: sum(orders.c.amount).over('14d') })
    expect(states(await proofs([hourly, weekly], { at: '2025-11-04T06:00:00Z', only: new Set(['feature.customer.n', 'feature.customer.m']) }))).toEqual({
      n: 'passed',
      m: 'passed',
    })
  })
})
