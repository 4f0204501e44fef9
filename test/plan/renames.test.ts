import { expect, it } from 'vitest'
import { count, entity, events, featureView, timestamp, varchar } from '../../compiler/dsl/index.ts'
import { applied, inWarehouse, planned, sessionFor } from '../support/warehouse.ts'

const customer = entity('customer', { keys: { customer_id: varchar() } })
const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), ordered_at: timestamp() },
  eventTime: 'ordered_at',
  defines: [customer],
})
const raw = ['CREATE SCHEMA raw', 'CREATE TABLE raw.orders (customer_id VARCHAR, ordered_at TIMESTAMP)']
const at = { now: '2026-01-20T06:00:00Z' }
const n = count(orders).over('7d')
const shop = (features: Record<string, typeof n>): readonly unknown[] => [customer, orders, featureView('shop', { entity: customer }, features)]

it('F513 a name that vanishes by a slip of the pen needs a word, although its values would stay', async () => {
  await inWarehouse(raw, async driver => {
    await applied(sessionFor(driver, shop({ orders_7d: n }), at))
    const untold = await planned(sessionFor(driver, shop({ orders_7dd: n }), at))
    expect(untold.blocked.map(b => `${b.code} ${b.address}`)).toEqual(['F513 view.shop'])
    expect(untold.changes.find(c => c.address === 'view.shop')).toMatchObject({ action: 'rename', class: 'breaking', loses: ['orders_7d'] })
    const told = await planned(sessionFor(driver, shop({ orders_7dd: n.with({ renamedFrom: 'orders_7d' }) }), at))
    expect([told.blocked, told.steps.filter(s => s.phase === 'fill')]).toEqual([[], []])
    expect(told.changes.find(c => c.address === 'view.shop')).toMatchObject({ action: 'rename', class: 'breaking', loses: [] })
  })
})

it('is of one feature to one: another of the same values is new', async () => {
  await inWarehouse(raw, async driver => {
    await applied(sessionFor(driver, shop({ a: n }), at))
    const { changes } = await planned(sessionFor(driver, shop({ b: n.with({ renamedFrom: 'a' }), c: n }), at))
    const fields = changes.find(c => c.address === 'view.shop')!.fields.map(f => [f.path, f.applied])
    expect(fields).toEqual([
      ['features.c', null],
      ['features.b.name', 'a'],
    ])
  })
})
