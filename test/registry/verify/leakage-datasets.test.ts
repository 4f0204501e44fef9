import { expect, it } from 'vitest'
import { count, dataset, featureView, integer, raw, sql } from '../../../compiler/dsl/index.ts'
import { proveLeakage } from '../../../registry/verify/leakage/prove.ts'
import { compiledOf } from '../../support/warehouse.ts'
import { busy, calls, customer, customerOrders, declarations, orders, placeOrders, split } from '../dataset/world.ts'

const exactly = dataset('exactly', {
  spine: calls,
  label: calls.c.minutes,
  features: [customerOrders, placeOrders],
  accuracy: 'exact',
  split,
  accept: { F455: 'a test', F457: 'a test' },
})

it('passes the examples of datasets, at newest points and at the very moments of their labels', async () => {
  const { features } = await proveLeakage(compiledOf([...declarations, busy, exactly]), {
    only: new Set([busy, exactly].map(d => `dataset.${d.name}` as const)),
    at: null,
  })
  expect(features).toHaveLength(10)
  expect(features.filter(f => f.state !== 'passed' || f.compared < 20)).toEqual([])
})

it('fails a dataset by a feature that reads all there is', async () => {
  const here = raw(integer(), {
    snowflake: sql`(SELECT COUNT(*) FROM RAW.ORDERS)`,
    duckdb: sql`(SELECT count(*) FROM raw.orders)`,
  })
  const odd = featureView('odd', { entity: customer }, { here: here.plus(count(orders).over('2d')) })
  const trained = dataset('trained', { spine: calls, label: calls.c.minutes, features: [odd], split, accept: { F455: 'a test' } })
  const { features } = await proveLeakage(compiledOf([...declarations, odd, trained]), { only: new Set(['dataset.trained']), at: null })
  expect(features.map(f => [f.feature, f.state])).toEqual([['dataset.trained#here', 'failed']])
  expect(features[0]!.leak!.by.source).toBe('raw.orders')
})
