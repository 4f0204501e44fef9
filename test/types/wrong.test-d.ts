// Wrong uses that must not compile. What follows `@ts-expect-error` is what the compiler has to say: sentences.test.ts reads it.
import {
  asOf,
  avg,
  between,
  coalesce,
  count,
  countDistinct,
  countIf,
  dataset,
  daysSince,
  defineConfig,
  duckdb,
  encode,
  events,
  featureView,
  greatest,
  last,
  mean,
  model,
  monitor,
  nullShare,
  number,
  oneOf,
  percentile,
  raw,
  rate,
  require_,
  serving,
  snowflake,
  sql,
  store,
  sum,
  timestamp,
  varchar,
  versions,
  when,
  window,
} from 'featplan'
import { describe, it } from 'vitest'
import { churn, climate, customer, customers, deliveries, health, region, risk, route, service, vehicle, vehicles, weather } from './declarations.ts'

const at = { customer_id: varchar(), t: timestamp() }
const split = { train: '2026-01-01', validation: '2026-02-01' }
const label = count(deliveries).next('30d')

describe('expressions', () => {
  it('a misspelt column', () => {
    // @ts-expect-error Did you mean 'revenue_usd'?
    deliveries.c.revenu_usd
  })
  it('the average of a text', () => {
    // @ts-expect-error a number is due here, not a text
    avg(deliveries.c.customer_id)
  })
  it('the rate of a number', () => {
    // @ts-expect-error true or false is due here, not a number
    rate(deliveries.c.revenue_usd)
  })
  it('a count of rows where a number holds', () => {
    // @ts-expect-error true or false is due here, not a number
    countIf(deliveries.c.km)
  })
  it('a percentile of a moment', () => {
    // @ts-expect-error a number is due here, not a moment
    percentile(deliveries.c.delivered_at, 0.5)
  })
  it('an order comparison of a text with a number', () => {
    // @ts-expect-error Property 'gt' does not exist on type 'Text
    deliveries.c.customer_id.gt(1)
  })
  it('a category that does not exist', () => {
    // @ts-expect-error '"delivred"' is not assignable to parameter of type '"done" | "lost" | "open"
    deliveries.c.status.eq('delivred')
  })
  it('one of categories that does not exist', () => {
    // @ts-expect-error '"delivred"' is not assignable to parameter of type '"done" | "lost" | "open"
    deliveries.c.status.in('open', 'delivred')
  })
  it('a text that equals a number', () => {
    // @ts-expect-error Argument of type 'number' is not assignable to parameter of type 'string
    deliveries.c.customer_id.eq(3)
  })
  it('rows of two sources', () => {
    // @ts-expect-error 'events raw.deliveries' and 'events raw.weather' cannot stand in one expression: aggregate each, then combine the features
    sum(deliveries.c.km.plus(weather.c.rain_mm))
  })
  it('rows of two sources among several operands', () => {
    // @ts-expect-error 'events raw.deliveries' and 'events raw.weather' cannot stand in one expression: aggregate each, then combine the features
    greatest(deliveries.c.km, 3, weather.c.rain_mm)
  })
  it('a condition on another source', () => {
    // @ts-expect-error 'events raw.deliveries' and 'events raw.weather' cannot stand in one expression: aggregate each, then combine the features
    sum(deliveries.c.km).where(weather.c.rain_mm.gt(1))
  })
  it('a second condition on another source', () => {
    // @ts-expect-error 'events raw.deliveries' and 'events raw.weather' cannot stand in one expression: aggregate each, then combine the features
    sum(deliveries.c.km).where(deliveries.c.on_time, weather.c.rain_mm.gt(1))
  })
  it('a second condition that is a number', () => {
    // @ts-expect-error Type 'number' is not assignable to type 'boolean'
    sum(deliveries.c.km).where(deliveries.c.on_time, deliveries.c.km)
  })
  it('a condition that is a number', () => {
    // @ts-expect-error Type 'number' is not assignable to type 'boolean'
    sum(deliveries.c.km).where(deliveries.c.km)
  })
  it('a window over a snapshot', () => {
    // @ts-expect-error 'snapshot raw.vehicles' has no events to aggregate: take its columns asOf the point
    sum(vehicles.c.mileage)
  })
  it('a count of the rows of a dimension', () => {
    // @ts-expect-error 'dimension raw.customers' has no events to count
    count(customers)
  })
  it('a count of a column', () => {
    // @ts-expect-error no source: count(source) counts the rows of a source of events
    count(deliveries.c.km)
  })
  it('an aggregate of a feature', () => {
    // @ts-expect-error a feature is no row: aggregates are of the columns of a source of events
    sum(service.f.order_frequency_30d)
  })
  it('an aggregate of an aggregate', () => {
    // @ts-expect-error an aggregate needs a window: .over('30d')
    countDistinct(sum(deliveries.c.km))
  })
  it('an event column as of the point', () => {
    // @ts-expect-error 'events raw.deliveries' holds events: aggregate them over a window, such as last(value).over('30d')
    asOf(deliveries.c.km)
  })
  it('a feature as of the point', () => {
    // @ts-expect-error a feature is as of the point already
    asOf(service.f.order_frequency_30d)
  })
  it('a length that is none', () => {
    // @ts-expect-error '"30 days"' is not assignable to parameter of type
    sum(deliveries.c.km).over('30 days')
  })
  it('a category left out', () => {
    // @ts-expect-error Property 'gold' is missing in type
    encode(asOf(customers.c.tier), { bronze: 1, silver: 2 }, { otherwise: 0 })
  })
  it('a category too many', () => {
    // @ts-expect-error 'platinum' does not exist in type
    encode(asOf(customers.c.tier), { bronze: 1, silver: 2, gold: 3, platinum: 4 }, { otherwise: 0 })
  })
  it('a row-level value inside a feature expression', () => {
    // @ts-expect-error 'feature' and 'events raw.deliveries' cannot stand in one expression: aggregate each, then combine the features
    service.f.customer_on_time_rate_30d.plus(deliveries.c.km)
  })
  it('features of two entities', () => {
    // @ts-expect-error a feature of 'vehicle' beside one of 'customer': reach it by vehicle.at({ key }, feature)
    service.f.customer_on_time_rate_30d.div(health.f.vehicle_km_30d)
  })
  it('days since a row', () => {
    // @ts-expect-error a row of 'dimension raw.customers' is no feature: aggregate it, or take it asOf
    daysSince(customers.c.signed_up_at)
  })
  it('days since a number', () => {
    // @ts-expect-error Type 'number' is not assignable to type 'Day | Instant'
    daysSince(service.f.order_frequency_30d)
  })
  it('a text default for a number', () => {
    // @ts-expect-error Argument of type 'string' is not assignable to parameter of type 'number'
    service.f.order_frequency_30d.default('none')
  })
  it('a default that is no value of the category', () => {
    // @ts-expect-error '"none"' is not assignable to parameter of type '"high" | "low" | "medium"'
    service.f.customer_reliability_tier.default('none')
  })
  it('a text beside a number', () => {
    // @ts-expect-error Type 'string' is not assignable to type 'number
    coalesce(service.f.order_frequency_30d, 'none')
  })
  it('a numeric check on a text', () => {
    // @ts-expect-error Type 'Check<number>' is not assignable to type
    service.f.customer_reliability_tier.with({ checks: [between(0, 1)] })
  })
  it('a check for a value that the category does not have', () => {
    // @ts-expect-error '"hgh"' is not assignable to parameter of type '"high" | "low" | "medium"'
    service.f.customer_reliability_tier.with({ checks: [oneOf('hgh')] })
  })
  it('a misspelt option of a feature', () => {
    // @ts-expect-error 'ownr' does not exist in type 'Meta<number>'
    service.f.order_frequency_30d.with({ ownr: 'growth' })
  })
  it('a condition of a case that is a number', () => {
    // @ts-expect-error Type 'number' is not assignable to type 'boolean'
    when(service.f.order_frequency_30d, 1)
  })
  it('a version that is not there', () => {
    // @ts-expect-error Type '3' is not assignable to type '1 | 2 | undefined'
    versions({ 1: sum(deliveries.c.km).over('7d'), 2: sum(deliveries.c.km).over('8d') }, { current: 3 })
  })
  it('a plain string for SQL', () => {
    // @ts-expect-error Type 'string' is not assignable to type 'Fragment
    raw(number(), { snowflake: 'HAVERSINE(1,2,3,4)', duckdb: sql`1` })
  })
  it('a dialect that is missing', () => {
    // @ts-expect-error Property 'duckdb' is missing in type
    raw(number(), { snowflake: sql`1` })
  })
})

describe('sources and entities', () => {
  it('a key column that is missing', () => {
    // @ts-expect-error Property 'customer_id' is missing in type
    events('raw.a', { entities: [customer], columns: { t: timestamp() }, eventTime: 't' })
  })
  it('a key column of another type', () => {
    // @ts-expect-error Type '{ customer_id: Col<number>; t: Col<Instant>; }' is not assignable to type '{ customer_id: Col<string>; }'
    events('raw.b', { entities: [customer], columns: { customer_id: number(), t: timestamp() }, eventTime: 't' })
  })
  it('a mapped key column that is missing', () => {
    // @ts-expect-error Property 'cust_no' is missing in type
    events('raw.c', { entities: [customer.on({ customer_id: 'cust_no' })], columns: { cust: varchar(), t: timestamp() }, eventTime: 't' })
  })
  it('an event time that is no timestamp', () => {
    // @ts-expect-error Type '"customer_id"' is not assignable to type '"t"'
    events('raw.d', { entities: [customer], columns: at, eventTime: 'customer_id' })
  })
  it('half of a key of two columns, mapped', () => {
    // @ts-expect-error Property 'destination' is missing in type
    route.on({ origin: 'a' })
  })
  it('half of a key of two columns, looked up', () => {
    // @ts-expect-error Property 'region_code' is missing in type
    region.at({ country: asOf(customers.c.home_country) }, climate.f.rain_mm_24h)
  })
  it('a lookup of a feature of another entity', () => {
    // @ts-expect-error a feature of 'vehicle' where one of 'region' is due
    region.at({ country: asOf(customers.c.home_country), region_code: asOf(customers.c.home) }, health.f.vehicle_km_30d)
  })
  it('a population of an entity that the source does not hold', () => {
    // @ts-expect-error Type '"vehicle"' is not assignable to type '"customer"'
    events('raw.e', { entities: [customer], columns: at, eventTime: 't', defines: [vehicle] })
  })
  it('a known time that is no timestamp', () => {
    // @ts-expect-error Type '"customer_id"' is not assignable to type '"t"'
    events('raw.f', { entities: [customer], columns: at, eventTime: 't', knownTime: { column: 'customer_id', trustedFrom: '2026-01-01' } })
  })
  it('a window of no such length', () => {
    // @ts-expect-error '"a month"' is not assignable to parameter of type
    window('a month')
  })
})

describe('views', () => {
  it('an aggregate of another entity', () => {
    // @ts-expect-error a feature of 'customer' where one of 'region' is due
    featureView('v1', { entity: region }, { km: sum(deliveries.c.km).over('30d') })
  })
  it('a value that is derived from another entity', () => {
    // @ts-expect-error a feature of 'vehicle' where one of 'customer' is due
    featureView('v2', { entity: customer }, { x: health.f.vehicle_km_30d.div(2) })
  })
  it('an aggregate without a window', () => {
    // @ts-expect-error an aggregate needs a window: .over('30d')
    featureView('v3', { entity: customer }, { x: count(deliveries) })
  })
  it('a label, which looks into the future', () => {
    // @ts-expect-error a label looks into the future: it belongs to a dataset
    featureView('v4', { entity: customer }, { x: count(deliveries).next('30d') })
  })
  it('a row-level value', () => {
    // @ts-expect-error a row of 'events raw.deliveries' is no feature: aggregate it, or take it asOf
    featureView('v5', { entity: customer }, { x: deliveries.c.km })
  })
  it('a case without an end', () => {
    // @ts-expect-error a when() needs an end: .otherwise(value)
    featureView('v7', { entity: customer }, { x: when(service.f.order_frequency_30d.gt(1), 1) })
  })
  it('a number for a feature', () => {
    // @ts-expect-error no feature: give an expression, such as count(source).over(window)
    featureView('v8', { entity: customer }, { x: 5 })
  })
  it('an unknown sibling', () => {
    // @ts-expect-error Property 'nothing' does not exist on type
    service.derive(f => ({ y: f.nothing.plus(1) }))
  })
  it('a sibling of the same name', () => {
    // @ts-expect-error a feature of this view has the name already
    service.derive(f => ({ order_frequency_30d: f.order_frequency_30d.plus(1) }))
  })
  it('a view without its entity', () => {
    // @ts-expect-error Property 'entity' is missing in type
    featureView('v6', { every: '1d' }, { n: count(deliveries).over('7d') })
  })
  it('a misspelt option', () => {
    // @ts-expect-error 'evry' does not exist in type 'ViewOptions
    featureView('v9', { entity: customer, evry: '1d' }, { n: count(deliveries).over('7d') })
  })
})

describe('consumers', () => {
  it('an expression without a name', () => {
    // @ts-expect-error an expression without a name: name it in a view, and list it from there
    serving('s1', { entity: customer, features: [service.f.order_frequency_30d.plus(1)], freshness: '5m' })
  })
  it('a feature of another entity', () => {
    // @ts-expect-error a feature of 'vehicle' where one of 'customer' is due
    serving('s2', { entity: customer, features: [health.f.vehicle_km_30d], freshness: '5m' })
  })
  it('a view of another entity', () => {
    // @ts-expect-error a view of 'vehicle' where one of 'customer' is due
    serving('s3', { entity: customer, features: [health], freshness: '5m' })
  })
  it('an unknown field of the request', () => {
    // @ts-expect-error Property 'b' does not exist on type
    serving('s4', { entity: customer, features: [service], freshness: '5m', request: { a: number() }, computed: r => ({ x: r.b.plus(1) }) })
  })
  it('a kind of serving that is not there', () => {
    // @ts-expect-error '"iceberg table"' is not assignable to type '"dynamic table" | "hybrid table" | "interactive table" | "materialized view" | "online feature table" | "view"'
    serving('s5', { entity: customer, features: [service], freshness: '5m', as: 'iceberg table' })
  })
  it('a latency in minutes', () => {
    // @ts-expect-error '"1m"' is not assignable to type
    serving('s6', { entity: customer, features: [service], freshness: '5m', latency: '1m' })
  })
  it('a cluster key that no view has', () => {
    // @ts-expect-error Type '"vehicle_id"' is not assignable to type '"customer_id" | "feature_date" | "feature_type"'
    store('t', { views: { customer: [service, risk] }, clusterBy: ['vehicle_id'] })
  })
  it('a feature where a label is due', () => {
    // @ts-expect-error a label is due here: an aggregate with .next('90d')
    dataset('d', { entity: customer, spine: deliveries, features: [service], label: service.f.order_frequency_30d, split })
  })
  it('a label of another entity', () => {
    // @ts-expect-error a label of 'region' where one of 'customer' is due
    dataset('d', { entity: customer, spine: deliveries, features: [service], label: count(weather).next('30d'), split })
  })
  it('a spine without the entity', () => {
    // @ts-expect-error 'events raw.weather' does not describe 'customer'
    dataset('d', { entity: customer, spine: weather, features: [service], label: count(deliveries).next('30d'), split })
  })
  it('a label of what the spine does not describe', () => {
    // @ts-expect-error a label of 'region', which the spine does not describe
    dataset('d', { spine: deliveries, features: [service], label: count(weather).next('30d'), split })
  })
  it('a feature of what the spine does not describe', () => {
    // @ts-expect-error the spine does not describe 'region', of which this is a feature
    dataset('d', { entity: customer, spine: deliveries, features: [climate], label, split })
  })
  it('a row of another source as label', () => {
    // @ts-expect-error a row of 'events raw.weather' where one of the spine is due
    dataset('d', { entity: customer, spine: deliveries, features: [service], label: weather.c.rain_mm, split })
  })
  it('a label compared with a text', () => {
    // @ts-expect-error Argument of type 'string' is not assignable to parameter of type 'number'
    count(deliveries).next('30d').gt('0')
  })
  it('a label as a feature', () => {
    // @ts-expect-error a label looks into the future: it belongs to a dataset
    featureView('v10', { entity: customer, every: '1d' }, { n: label })
  })
  it('a column to keep that the spine does not have', () => {
    // @ts-expect-error Type '"rain_mm"' is not assignable to type
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split, keep: ['rain_mm'] })
  })
  it('an accuracy of views on a dataset', () => {
    // @ts-expect-error Type '"hop"' is not assignable to type '"exact" | "snapshot"'
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split, accuracy: 'hop' })
  })
  it('a split without the border of validation', () => {
    // @ts-expect-error Property 'validation' is missing in type
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split: { train: '2026-01-01' } })
  })
  it('a split by shares and by time', () => {
    // @ts-expect-error Types of property 'shares' are incompatible
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split: { train: '2026-01-01', shares: { train: 1 } } })
  })
  it('a gap beside shares', () => {
    // @ts-expect-error Types of property 'gap' are incompatible
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split: { shares: { train: 1 }, gap: '7d' } })
  })
  it('a part of the split that is not there', () => {
    // @ts-expect-error 'holdout' does not exist in type
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split: { shares: { train: 0.8, holdout: 0.2 } } })
  })
  it('groups of the split by an entity that the spine does not describe', () => {
    // @ts-expect-error Type '"region"' is not assignable to type
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split: { ...split, by: 'region' } })
  })
  it('groups of the split by a column that the spine does not have', () => {
    // @ts-expect-error Type '"rain_mm"' is not assignable to type
    dataset('d', { entity: customer, spine: deliveries, features: [service], label, split: { shares: { train: 1 }, by: ['rain_mm'] } })
  })
  it('a feature that the dataset does not hold', () => {
    // @ts-expect-error Type '"weather_impact_score"' is not assignable to type
    model('m', { version: '1', type: 'regression', trainedOn: churn, uses: ['weather_impact_score'] })
  })
  it('the mean of a text', () => {
    // @ts-expect-error a statistic of a number on a feature that is a text
    monitor('x', { on: service.f.customer_reliability_tier, stat: mean(), every: '1d', severity: 'info' })
  })
  it('a statistic of a feature on a source', () => {
    // @ts-expect-error a statistic of a feature on a source
    monitor('y', { on: weather, stat: mean(), every: '1d', severity: 'info' })
  })
  it('a monitor of an expression without a name', () => {
    // @ts-expect-error a feature of a view, or a source, is due here
    monitor('z', { on: last(deliveries.c.km).over('7d'), stat: nullShare(), every: '1d', severity: 'info' })
  })
  it('a target that is not declared', () => {
    // @ts-expect-error Type '"prod"' is not assignable to type '"local"'
    defineConfig({ project: 'p', targets: { local: duckdb({ path: 'x' }) }, defaultTarget: 'prod' })
  })
  it('an edition that is not there', () => {
    // @ts-expect-error '"premium"' is not assignable to type '"business critical" | "enterprise" | "standard"'
    snowflake({ connection: 'c', database: 'd', schema: 's', warehouse: 'w', edition: 'premium' })
  })
  it('a policy that is not there', () => {
    // @ts-expect-error '"unit"' is not assignable to parameter of type '"description" | "monitor" | "owner"'
    require_('unit')
  })
})
