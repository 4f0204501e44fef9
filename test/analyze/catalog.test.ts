import { describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import type { Catalog, CatalogFeature } from '../../compiler/ir/catalog.ts'
import { typeName } from '../../compiler/ir/type.ts'
import { projectOf, spanOf } from '../support/project.ts'
import { sample } from './sample.ts'

const { value, diagnostics } = analyze(
  projectOf(sample, {
    descriptions: { 'view.customer_service#tier': 'The tier as a number.', 'view.customer_service': 'How it went.', 'entity.customer': 'A company.' },
  }),
)
const catalog = value as Catalog
const feature = (name: string): CatalogFeature => catalog.features[`feature.${name}`]!

describe('a good project', () => {
  it('has no diagnostics and every definition in the catalog', () => {
    expect(diagnostics).toEqual([])
    expect(catalog.entities.map(e => [e.name, e.definedBy])).toEqual([
      ['customer', 'source.raw.customers'],
      ['vehicle', 'source.raw.vehicles'],
      ['region', 'source.raw.weather'],
      ['route', 'source.raw.deliveries'],
    ])
    expect([catalog.sources, catalog.views, catalog.stores, catalog.servings, catalog.datasets, catalog.models, catalog.monitors].map(x => x.length)).toEqual([
      4, 5, 1, 1, 1, 1, 2,
    ])
  })

  it('types features and says in words what they are', () => {
    const lines = Object.values(catalog.features).map(f => `${f.address.slice(8)}: ${typeName(f.type)}${f.nullable ? '' : ' not null'} = ${f.formula}`)
    expect(lines).toMatchInlineSnapshot(`
      [
        "customer.on_time_rate_30d: float not null = rate(deliveries.on_time) over 30d, default 0",
        "customer.orders_30d: integer not null = count(deliveries) where deliveries.status = 'done' and not deliveries.attrs.test over 30d",
        "customer.orders_before_30d: integer not null = count(deliveries) where deliveries.status = 'done' and not deliveries.attrs.test over 30d before the last 30d",
        "customer.order_value_30d: float = (sum(deliveries.revenue_usd) over 30d) / (count(deliveries) over 30d)",
        "customer.profit_30d: number(38,2) = sum(deliveries.revenue_usd - deliveries.cost_usd) over 30d",
        "customer.delivery_hours_7d@1: float = avg(elapsed(deliveries.picked_up_at to deliveries.delivered_at in hours)) over 7d",
        "customer.delivery_hours_7d@2: float = avg(elapsed(deliveries.picked_up_at to deliveries.delivered_at in hours)) where deliveries.status = 'done' over 7d",
        "customer.trend_30d: float = slope(elapsed(deliveries.picked_up_at to deliveries.delivered_at in hours)) over 30d",
        "customer.days_since_last: float = elapsed(last(deliveries.delivered_at) over lifetime to the point in days)",
        "customer.tier: integer not null = case when asOf(customers.tier) = 'bronze' then 1 when asOf(customers.tier) = 'silver' then 2 when asOf(customers.tier) = 'gold' then 3 otherwise 0 end",
        "customer.order_change: float = orders_30d / orders_before_30d",
        "customer.reliability: varchar not null = case when on_time_rate_30d >= 0.95 then 'high' when on_time_rate_30d >= 0.8 then 'medium' otherwise 'low' end",
        "region.rain_24h: number(38,1) = sum(weather.rain_mm) over 1d",
        "vehicle.mileage: number(9,1) = asOf(vehicles.mileage)",
        "vehicle.km_30d: number(38,1) = sum(deliveries.km) over 30d",
        "route.returns_30d: integer not null = count(deliveries) by origin = to_hub, destination = return_hub over 30d",
        "customer.rain_score: float = least(greatest(region.at({ country: asOf(customers.home_country), region_code: asOf(customers.home) }, rain_24h) / 100, 0), 1)",
        "customer.risk_score: float = least(greatest(case when reliability = 'high' then 0.1 when reliability = 'medium' then 0.4 when reliability = 'low' then 0.9 end + days_since_last / 365, 0), 1)",
      ]
    `)
  })

  it('knows what a missing row means', () => {
    const empty = (name: string): unknown => feature(name).empty
    expect(empty('customer.orders_30d')).toMatchObject({ kind: 'literal', value: 0 })
    expect(empty('customer.on_time_rate_30d')).toEqual({ kind: 'literal', value: 0, type: { kind: 'float' } })
    expect(empty('customer.order_value_30d')).toEqual({ kind: 'literal', value: null, type: { kind: 'float' } })
    expect(empty('customer.days_since_last')).toMatchObject({ value: null })
    expect(empty('customer.tier')).toMatchObject({ value: 0 })
    expect(empty('customer.profit_30d')).toEqual({ kind: 'literal', value: null, type: { kind: 'decimal', precision: 38, scale: 2 } })
  })

  it('rewrites expressions so that printers need no types', () => {
    expect(feature('customer.order_change').expr).toEqual({
      kind: 'call',
      fn: 'divide',
      args: ['orders_30d', 'orders_before_30d'].map(n => ({
        kind: 'cast',
        lenient: false,
        type: { kind: 'float' },
        of: { kind: 'feature', ref: `feature.customer.${n}` },
      })),
    })
    expect(feature('customer.profit_30d').expr).toMatchObject({
      kind: 'window',
      of: { kind: 'cast', type: { kind: 'decimal', precision: 13, scale: 2 }, of: { kind: 'call', fn: 'minus' } },
    })
  })

  it('gives each version an address and a column, and aliases the current one', () => {
    const view = catalog.views.find(v => v.name === 'customer_service')!
    expect(view.features.filter(f => f.includes('delivery_hours'))).toEqual(['feature.customer.delivery_hours_7d@1', 'feature.customer.delivery_hours_7d@2'])
    expect(view.aliases).toEqual({ delivery_hours_7d: 'feature.customer.delivery_hours_7d@1' })
    expect(feature('customer.delivery_hours_7d@2')).toMatchObject({ column: 'delivery_hours_7d__v2', version: 2, name: 'delivery_hours_7d' })
    expect(catalog.servings[0]!.features.map(f => f.as)).toEqual(
      expect.arrayContaining(['delivery_hours_7d', 'delivery_hours_7d__v1', 'delivery_hours_7d__v2']),
    )
    expect(catalog.datasets[0]!.features.filter(f => f.includes('delivery_hours'))).toEqual(['feature.customer.delivery_hours_7d@1'])
  })

  it('inherits metadata with its origin', () => {
    const { meta } = feature('customer.tier')
    expect(meta.owner).toEqual({ value: 'growth', from: 'view.customer_service' })
    expect(meta.tags).toEqual({ value: ['people'], from: 'entity.customer' })
    expect(meta.description).toEqual({ value: 'The tier as a number.', from: 'feature.customer.tier' })
    expect(feature('customer.trend_30d').meta.description).toEqual({ value: null, from: 'builtin' })
    expect(feature('customer.tier').span).toEqual(spanOf('view.customer_service', 'tier'))
    expect(feature('customer.on_time_rate_30d')).toMatchObject({ unit: 'share', renamedFrom: 'feature.customer.on_time' })
  })

  it('orders views and gives each a contract', () => {
    const order = catalog.views.map(v => v.name)
    expect(order.indexOf('region_weather')).toBeLessThan(order.indexOf('customer_risk'))
    const contract = (name: string): unknown => catalog.views.find(v => v.name === name)!.contract
    expect(contract('region_weather')).toEqual({
      every: 3600,
      known: 'as-known',
      settle: 3600,
      accuracy: 'snapshot',
      availableAfter: 3600 + 6 * 3600,
      start: '2024-01-01T00:00:00Z',
    })
    expect(contract('customer_service')).toEqual({ every: 86400, known: 'as-known', settle: 3600, accuracy: 'snapshot', availableAfter: 3600, start: null })
    expect(contract('customer_risk')).toMatchObject({ start: '2024-01-01T00:00:00Z' })
    expect(catalog.views.find(v => v.name === 'customer_risk')!.readsViews.toSorted()).toEqual(['view.customer_service', 'view.region_weather'])
  })

  it('follows a raw column to the model that reads it', () => {
    const reached = new Set(['source.raw.deliveries#on_time'])
    for (const from of reached) for (const e of catalog.lineage) if (e.from === from) reached.add(e.to)
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'feature.customer.on_time_rate_30d',
        'feature.customer.reliability',
        'feature.customer.risk_score',
        'store.consolidated#risk_score',
        'serving.online#risk_score',
        'dataset.churn#risk_score',
        'model.Customer Segments',
      ]),
    )
    const into = (to: string): string[] =>
      catalog.lineage
        .filter(e => e.to === to)
        .map(e => `${e.how} ${e.from}`)
        .toSorted()
    expect(into('feature.customer.delivery_hours_7d@2')).toEqual([
      'filter source.raw.deliveries#status',
      'key source.raw.deliveries#customer_id',
      'time source.raw.deliveries#delivered_at',
      'time source.raw.deliveries#loaded_at',
      'value source.raw.deliveries#delivered_at',
      'value source.raw.deliveries#picked_up_at',
    ])
    expect(into('feature.route.returns_30d')).toContain('key source.raw.deliveries#return_hub')
    expect(into('feature.customer.rain_score')).toEqual(
      expect.arrayContaining(['value feature.region.rain_24h', 'key source.raw.customers#home', 'key source.raw.customers#customer_id']),
    )
    expect(into('dataset.churn#label')).toContain('value source.raw.deliveries#revenue_usd')
    expect(into('serving.online#cart_share')).toEqual(['value feature.customer.order_value_30d'])
  })

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog)
  })
})
