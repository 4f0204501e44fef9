// Every kind of declaration once, as an author writes it. It has to compile; the other files here use it.
import {
  age,
  asOf,
  avg,
  between,
  boolean,
  category,
  count,
  dataset,
  date,
  daysSince,
  defineConfig,
  dimension,
  duckdb,
  encode,
  entity,
  env,
  events,
  featureView,
  float,
  integer,
  last,
  mean,
  model,
  monitor,
  notNull,
  number,
  psi,
  rate,
  ratio,
  raw,
  require_,
  serving,
  slope,
  snapshot,
  snowflake,
  sql,
  store,
  sum,
  timestamp,
  varchar,
  variant,
  versions,
  volatility,
  when,
  window,
} from 'featplan'

// ---- features.config.ts
export const config = defineConfig({
  project: 'logistics',
  defaultTarget: 'local',
  targets: {
    local: duckdb({ path: '.feat/local.duckdb', sources: { raw: './data/*.parquet' } }),
    prod: snowflake({
      connection: env('SNOWFLAKE_CONNECTION'),
      database: 'LOGISTICS_DW_PROD',
      schema: 'ML_FEATURES',
      warehouse: 'COMPUTE_WH_MEDIUM',
      sources: { raw: 'LOGISTICS_DW_PROD.RAW' },
    }),
  },
  environments: { schema: '{schema}__{env}' },
  defaults: { owner: 'ml-platform', every: '1d' },
  policies: [require_('owner'), require_('description')],
  objects: { models: 'tbl_ml_model_registry' },
})

// ---- windows
export const week = window('7d')
export const month = window('30d')
export const monthBefore = window('30d', { offset: '30d' })
export const ever = window('lifetime')

// ---- entities
/** A company that ships with us. */
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const vehicle = entity('vehicle', { keys: { vehicle_id: varchar().renamedFrom('veh_no') } })
export const region = entity('region', { keys: { country: varchar(), region_code: varchar() } })
/** A pair of places, with two keys. */
export const route = entity('route', { keys: { origin: varchar(), destination: varchar() } })
/** One single thing. */
export const fleet = entity('fleet', { keys: {} })

// ---- sources
/** One row per completed delivery. */
export const deliveries = events('raw.deliveries', {
  entities: [customer, vehicle, route.on({ origin: 'from_hub', destination: 'to_hub' }), fleet],
  columns: {
    customer_id: varchar(),
    vehicle_id: varchar(),
    from_hub: varchar(),
    to_hub: varchar(),
    return_hub: varchar().nullable(),
    revenue_usd: number(12, 2),
    cost_usd: number(12, 2),
    km: number(9, 1),
    on_time: boolean(),
    status: category('open', 'done', 'lost'),
    attrs: variant(),
    parcels: integer(),
    picked_up_at: timestamp(),
    delivered_at: timestamp(),
    loaded_at: timestamp(),
  },
  eventTime: 'delivered_at',
  knownTime: { column: 'loaded_at', trustedFrom: '2025-06-01' },
  lateness: '2d',
  tieBreak: ['loaded_at'],
  defines: [route],
})
/** The company's record over time. */
export const customers = dimension('raw.customers', {
  entities: [customer],
  columns: {
    customer_id: varchar(),
    tier: category('bronze', 'silver', 'gold'),
    home: varchar(),
    home_country: varchar(),
    signed_up_on: date(),
    signed_up_at: timestamp(),
    closed: boolean(),
    valid_from: timestamp(),
  },
  validFrom: 'valid_from',
  deletedWhen: 'closed',
  defines: [customer],
})
export const vehicles = snapshot('raw.vehicles', {
  entities: [vehicle],
  columns: { vehicle_id: varchar(), capacity_kg: number(9, 1).fixed(), mileage: float() },
  defines: [vehicle],
})
export const weather = events('raw.weather', {
  entities: [region],
  columns: { country: varchar(), region_code: varchar(), rain_mm: number(6, 1), at: timestamp() },
  eventTime: 'at',
  freshness: '3h',
  defines: [region],
})
/** A source that is a query. */
export const refunds = events('refunds', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), at: timestamp() },
  eventTime: 'at',
  query: {
    snowflake: sql`SELECT customer_id, amount, at FROM RAW.PAYMENTS WHERE amount < 0`,
    duckdb: sql`SELECT customer_id, amount, at FROM raw.payments WHERE amount < 0`,
  },
})

// ---- a view; row-level values and conditions are plain constants
const hours = deliveries.c.picked_up_at.until(deliveries.c.delivered_at, 'hours')
const done = count(deliveries).where(deliveries.c.status.eq('done').and(deliveries.c.attrs.get('test', boolean()).not()))

/** How a customer's deliveries went lately. */
export const service = featureView(
  'customer_service',
  { entity: customer, owner: 'growth', serve: { freshness: '5m' } },
  {
    /** Share of deliveries in the last 30 days that met the promised time. */
    customer_on_time_rate_30d: rate(deliveries.c.on_time)
      .over(month)
      .default(0)
      .with({ unit: 'share', checks: [notNull(), between(0, 1)], renamedFrom: 'on_time_30d' }),
    order_frequency_30d: done.over(month),
    order_frequency_prior_30d: done.over(monthBefore),
    average_order_value_30d: ratio(sum(deliveries.c.revenue_usd), count(deliveries)).over(month),
    avg_delivery_time_7d: versions({ 1: avg(hours).over(week), 2: avg(hours).where(deliveries.c.status.eq('done')).over(week) }, { current: 1 }),
    delivery_time_trend_30d: slope(hours).over(month),
    delivery_time_volatility_30d: volatility(hours).over(month),
    days_since_last_delivery: daysSince(last(deliveries.c.delivered_at).over(ever)),
    customer_tenure_days: daysSince(asOf(customers.c.signed_up_at)),
    customer_tier_numeric: encode(asOf(customers.c.tier), { bronze: 1, silver: 2, gold: 3 }, { otherwise: 0 }),
    home_geohash_cells: raw(number(), { snowflake: sql`LENGTH(ST_GEOHASH(${asOf(customers.c.home)}))`, duckdb: sql`length(${asOf(customers.c.home)})` }),
  },
).derive(f => ({
  /** Change of frequency against the 30 days before. */
  order_frequency_change: f.order_frequency_30d.div(f.order_frequency_prior_30d),
  customer_reliability_tier: when(f.customer_on_time_rate_30d.gte(0.95), 'high').when(f.customer_on_time_rate_30d.gte(0.8), 'medium').otherwise('low'),
}))

// ---- further entities
export const climate = featureView('region_weather', { entity: region, every: '1h' }, { rain_mm_24h: sum(weather.c.rain_mm).over('24h') })
export const routes = featureView('route_cost', { entity: route, accuracy: { hop: '6h' } }, { cost_per_delivery_30d: avg(deliveries.c.cost_usd).over(month) })
/** A second role of one entity. */
export const returns = featureView(
  'route_returns',
  { entity: route },
  {
    returns_30d: count(deliveries.by(route.on({ origin: 'to_hub', destination: 'return_hub' }))).over(month),
  },
)
export const health = featureView(
  'vehicle_health',
  { entity: vehicle },
  { current_mileage: asOf(vehicles.c.mileage), vehicle_km_30d: sum(deliveries.c.km).over(month) },
)
export const total = featureView('fleet_total', { entity: fleet }, { fleet_km_90d: sum(deliveries.c.km).over('90d', { partial: true }) })

// ---- another view, another entity's feature, an earlier tier
export const risk = featureView(
  'customer_risk',
  { entity: customer },
  {
    weather_impact_score: region
      .at({ country: asOf(customers.c.home_country), region_code: asOf(customers.c.home) }, climate.f.rain_mm_24h)
      .div(100)
      .clamp(0, 1),
    risk_score: encode(service.f.customer_reliability_tier, { high: 0.1, medium: 0.4, low: 0.9 }, { otherwise: null })
      .plus(service.f.days_since_last_delivery.div(365))
      .clamp(0, 1),
  },
)

// ---- products
/** Everything, one row per entity and day. */
export const consolidated = store('tbl_ml_consolidated_feature_store', {
  views: { customer: [service, risk], vehicle: [health], time_series: [total] },
  clusterBy: ['feature_date', 'customer_id'],
  protect: true,
})
export const online = serving('vw_ml_real_time_customer_features', {
  entity: customer,
  features: [service, risk.f.risk_score],
  mode: 'latest',
  freshness: '5m',
  as: 'dynamic table',
  latency: '2s',
  refresh: 'incremental',
  initialize: 'on schedule',
  clusterBy: ['customer_id'],
  request: { cart_usd: number(12, 2) },
  computed: r => ({ cart_vs_average: r.cart_usd.div(service.f.average_order_value_30d) }),
})
export const quick = serving('vw_quick', { entity: customer, features: [service], freshness: '10s', as: 'online feature table', latency: '50ms' })
export const followed = serving('vw_followed', { entity: customer, features: [service], freshness: 'downstream', as: 'dynamic table' })
export const current = serving('vw_current', { entity: customer, features: [service], mode: 'live' })
export const whenever = serving('vw_whenever', { entity: customer, features: [service] })
export const churn = dataset('churn', {
  entity: customer,
  spine: deliveries,
  features: [service, risk.f.risk_score],
  label: sum(deliveries.c.revenue_usd).next('90d').gt(0),
  split: { train: '2026-01-01', validation: '2026-04-01', gap: '90d' },
})
export const segmentation = model('Customer Segmentation Model', {
  version: '1.0',
  type: 'classification',
  trainedOn: churn,
  uses: ['customer_tier_numeric', 'risk_score'],
  stage: 'champion',
  traffic: 0.9,
  guard: { accuracy: { min: 0.8 } },
})
export const drift = monitor('on_time_drift', {
  on: service.f.customer_on_time_rate_30d,
  stat: psi({ against: 'training' }).above(0.2),
  every: '1d',
  severity: 'critical',
  notify: ['#ml-alerts'],
})
export const level = monitor('risk_mean', { on: risk.f.risk_score, stat: mean().above(0.7), every: '1d', severity: 'warning' })
export const stale = monitor('weather_stale', { on: weather, stat: age().above('6h'), every: '1h', severity: 'critical' })
