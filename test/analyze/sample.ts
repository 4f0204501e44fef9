import {
  asOf,
  avg,
  between,
  boolean,
  category,
  count,
  daysSince,
  dataset,
  dimension,
  encode,
  entity,
  events,
  featureView,
  last,
  mean,
  model,
  monitor,
  notNull,
  number,
  psi,
  rate,
  ratio,
  serving,
  slope,
  snapshot,
  store,
  sum,
  timestamp,
  varchar,
  variant,
  versions,
  when,
  window,
} from '../../compiler/dsl/index.ts'

/** A small project with every kind of definition. */
export const month = window('30d')
export const customer = entity('customer', { keys: { customer_id: varchar() }, tags: ['people'] })
export const vehicle = entity('vehicle', { keys: { vehicle_id: varchar() } })
export const region = entity('region', { keys: { country: varchar(), region_code: varchar() } })
export const route = entity('route', { keys: { origin: varchar(), destination: varchar() } })

export const deliveries = events('raw.deliveries', {
  entities: [customer, vehicle, route.on({ origin: 'from_hub', destination: 'to_hub' })],
  columns: {
    customer_id: varchar(),
    vehicle_id: varchar(),
    from_hub: varchar(),
    to_hub: varchar(),
    return_hub: varchar(),
    revenue_usd: number(12, 2),
    cost_usd: number(12, 2),
    km: number(9, 1),
    on_time: boolean(),
    status: category('open', 'done', 'lost'),
    attrs: variant(),
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
export const customers = dimension('raw.customers', {
  entities: [customer],
  validFrom: 'valid_from',
  defines: [customer],
  columns: {
    customer_id: varchar(),
    tier: category('bronze', 'silver', 'gold'),
    home: varchar(),
    home_country: varchar(),
    signed_up_at: timestamp(),
    valid_from: timestamp(),
  },
})
export const vehicles = snapshot('raw.vehicles', {
  entities: [vehicle],
  columns: { vehicle_id: varchar(), capacity_kg: number(9, 1).fixed(), mileage: number(9, 1) },
  defines: [vehicle],
})
export const weather = events('raw.weather', {
  entities: [region],
  columns: { country: varchar(), region_code: varchar(), rain_mm: number(6, 1), at: timestamp() },
  eventTime: 'at',
  freshness: '3h',
  lateness: '6h',
  historyFrom: '2024-01-01',
  defines: [region],
})

const hours = deliveries.c.picked_up_at.until(deliveries.c.delivered_at, 'hours')
const done = count(deliveries).where(deliveries.c.status.eq('done').and(deliveries.c.attrs.get('test', boolean()).not()))

export const service = featureView(
  'customer_service',
  { entity: customer, owner: 'growth' },
  {
    on_time_rate_30d: rate(deliveries.c.on_time)
      .over(month)
      .default(0)
      .with({ unit: 'share', checks: [notNull(), between(0, 1)], renamedFrom: 'on_time' }),
    orders_30d: done.over(month),
    orders_before_30d: done.over(window('30d', { offset: '30d' })),
    order_value_30d: ratio(sum(deliveries.c.revenue_usd), count(deliveries)).over(month),
    profit_30d: sum(deliveries.c.revenue_usd.minus(deliveries.c.cost_usd)).over(month),
    delivery_hours_7d: versions({ 1: avg(hours).over('7d'), 2: avg(hours).where(deliveries.c.status.eq('done')).over('7d') }, { current: 1 }),
    trend_30d: slope(hours).over(month),
    days_since_last: daysSince(last(deliveries.c.delivered_at).over('lifetime')),
    tier: encode(asOf(customers.c.tier), { bronze: 1, silver: 2, gold: 3 }, { otherwise: 0 }),
  },
).derive(f => ({
  order_change: f.orders_30d.div(f.orders_before_30d),
  reliability: when(f.on_time_rate_30d.gte(0.95), 'high').when(f.on_time_rate_30d.gte(0.8), 'medium').otherwise('low'),
}))
export const climate = featureView('region_weather', { entity: region, every: '1h' }, { rain_24h: sum(weather.c.rain_mm).over('24h') })
export const health = featureView('vehicle_health', { entity: vehicle }, { mileage: asOf(vehicles.c.mileage), km_30d: sum(deliveries.c.km).over(month) })
export const returns = featureView(
  'route_returns',
  { entity: route },
  {
    returns_30d: count(deliveries.by(route.on({ origin: 'to_hub', destination: 'return_hub' }))).over(month),
  },
)
export const risk = featureView(
  'customer_risk',
  { entity: customer },
  {
    rain_score: region
      .at({ country: asOf(customers.c.home_country), region_code: asOf(customers.c.home) }, climate.f.rain_24h)
      .div(100)
      .clamp(0, 1),
    risk_score: encode(service.f.reliability, { high: 0.1, medium: 0.4, low: 0.9 }, { otherwise: null }).plus(service.f.days_since_last.div(365)).clamp(0, 1),
  },
)
export const everything = store('consolidated', {
  views: { customer: [service, risk], vehicle: [health] },
  clusterBy: ['feature_date', 'customer_id'],
  protect: true,
})
export const online = serving('online', {
  entity: customer,
  features: [service, risk.f.risk_score],
  mode: 'latest',
  freshness: '5m',
  request: { cart_usd: number(12, 2) },
  computed: r => ({ cart_share: r.cart_usd.div(service.f.order_value_30d) }),
})
export const churn = dataset('churn', {
  entity: customer,
  spine: deliveries,
  features: [service, risk.f.risk_score],
  label: sum(deliveries.c.revenue_usd).next('90d').gt(0),
  split: { train: '2026-01-01', validation: '2026-04-01', gap: '90d' },
  accept: { F453: 'the delivery itself counts', F455: 'customers are entered at once' },
})
export const segments = model('Customer Segments', {
  version: '1.0',
  type: 'classification',
  trainedOn: churn,
  uses: ['tier', 'risk_score'],
  stage: 'champion',
  traffic: 0.9,
})
export const drift = monitor('on_time_drift', {
  on: service.f.on_time_rate_30d,
  stat: psi({ against: 'training' }).above(0.2),
  every: '1d',
  severity: 'critical',
})
export const level = monitor('risk_mean', { on: risk.f.risk_score, stat: mean().above(0.7), every: '1d', severity: 'warning' })

export const base: readonly unknown[] = [customer, vehicle, region, route, deliveries, customers, vehicles, weather]
export const views: readonly unknown[] = [service, climate, health, returns, risk]
export const consumers: readonly unknown[] = [everything, online, churn, segments, drift, level]
export const sample: readonly unknown[] = [...base, ...views, ...consumers]
