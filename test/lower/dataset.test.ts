import { expect, it } from 'vitest'
import { dataset, defineConfig, duckdb, last, median, snowflake, sum } from '../../compiler/dsl/index.ts'
import { printQuery } from '../../compiler/emit/index.ts'
import type { DialectName } from '../../compiler/ir/scalar.ts'
import type { DatasetRequest } from '../../compiler/lower/dataset/index.ts'
import { datasetBody, datasetCounts, numberedBody } from '../../compiler/lower/dataset/index.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import { match } from '../../compiler/plan/match.ts'
import { calls, customer, customerOrders, declarations, orders, placeOrders, split } from '../registry/dataset/world.ts'
import { placedIn } from '../support/golden-cases.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { compiledOf } from '../support/warehouse.ts'

const config = defineConfig({
  project: 'shop',
  defaultTarget: 'local',
  targets: {
    local: duckdb({ path: ':memory:', sources: { raw: 'raw' } }),
    prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { raw: 'SHOP.RAW' } }),
  },
})
const base = { entity: customer, spine: calls, features: [customerOrders, placeOrders], accept: { F455: 'a test' } } as const
const cases = {
  snapshot: dataset('snapshot', { ...base, label: sum(orders.c.amount).next('7d').gt(50), keep: ['call_id'], split: { ...split, by: 'customer' } }),
  shares: dataset('shares', { ...base, label: calls.c.minutes, ttl: '3d', split: { shares: { train: 0.8, test: 0.2 }, by: 'place' } }),
  ordered: dataset('ordered', { ...base, features: [], label: median(orders.c.weight).next('7d'), split }),
  newest: dataset('newest', { ...base, features: [], label: last(orders.c.amount).next('1d'), split: { shares: { train: 1 } } }),
  exact: dataset('exact', { ...base, accuracy: 'exact', features: [customerOrders.f.orders_7d], label: sum(orders.c.weight).next('7d'), split }),
}
const compiled = compiledOf([...declarations, ...Object.values(cases)], { config })
const day = 86_400
const january = Date.UTC(2026, 0, 1) / 1000
const covered = [
  { from: january, to: january + 20 * day },
  { from: january + 25 * day, to: january + 59 * day },
]
const request: DatasetRequest = {
  known: '2026-03-01T06:00:00Z',
  from: '2026-01-05T00:00:00Z',
  to: null,
  horizons: { 'source.raw.orders': '2026-02-26T00:00:00Z' },
  coverage: { 'view.customer_orders': covered, 'view.place_orders': covered.slice(1) },
  starts: { 'view.customer_orders': january, 'view.place_orders': january },
  reach: { first: january + 4 * day, last: january + 50 * day },
}

function textOf(name: keyof typeof cases, target: string, dialect: DialectName): string {
  const placed = placedIn(compiled, target, null)
  const { bindings } = match(compiled.lowered, placed, null, { schemas: [], objects: [] })
  const found = compiled.catalog.datasets.find(d => d.name === name)!
  const { model } = compiled.lowered
  const bodies = [
    datasetBody(model, found, request),
    datasetCounts(model, found, request),
    ...(name === 'shares' ? [numberedBody(model, found, request, '_row')] : []),
  ]
  return bodies.map(body => `${printQuery(bindRelation(body, bindings), dialect, null)};\n`).join('\n')
}

it.each(Object.keys(cases) as (keyof typeof cases)[])('prints the dataset %s in both dialects', async name => {
  await expect(textOf(name, 'local', 'duckdb')).toMatchFileSnapshot(`../golden/datasets/${name}.duckdb.sql`)
  const text = textOf(name, 'prod', 'snowflake')
  await expect(text).toMatchFileSnapshot(`../golden/datasets/${name}.snowflake.sql`)
  checkSnowflake(text.split(/;\n\n?/).filter(s => s.trim() !== ''))
})
