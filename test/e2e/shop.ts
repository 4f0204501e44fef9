import {
  asOf,
  avg,
  between,
  boolean,
  category,
  count,
  countDistinct,
  daysSince,
  dimension,
  encode,
  entity,
  events,
  featureView,
  float,
  last,
  max,
  number,
  rate,
  ratio,
  serving,
  slope,
  snapshot,
  store,
  sum,
  timestamp,
  varchar,
  when,
  window,
} from '../../compiler/dsl/index.ts'

// A shop with three views of which one reads the others, a lookup, a store, a serving and a snapshot: small enough to be
// computed hundreds of times, with late rows, ties and NULLs in its data.

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const region = entity('region', { keys: { region: varchar() } })

export const orders = events('raw.orders', {
  entities: [customer],
  columns: {
    order_id: varchar(),
    customer_id: varchar(),
    ordered_at: timestamp(),
    loaded_at: timestamp(),
    amount: number(12, 2).nullable(),
    weight: float().nullable(),
    paid: boolean().nullable(),
    channel: category('web', 'phone', 'shop'),
  },
  eventTime: 'ordered_at',
  knownTime: 'loaded_at',
  lateness: '2d',
  tieBreak: ['order_id'],
})
export const customers = dimension('raw.customers', {
  entities: [customer],
  columns: { customer_id: varchar(), tier: varchar(), region: varchar(), valid_from: timestamp(), loaded_at: timestamp() },
  validFrom: 'valid_from',
  knownTime: 'loaded_at',
  lateness: '2d',
  defines: [customer],
})
export const accounts = snapshot('raw.accounts', {
  entities: [customer],
  columns: { customer_id: varchar(), opened_at: timestamp().fixed(), balance: number(12, 2).nullable() },
})
export const weather = events('raw.weather', {
  entities: [region],
  columns: { region: varchar(), seen_at: timestamp(), rain: float() },
  eventTime: 'seen_at',
  defines: [region],
})
export const sources: readonly unknown[] = [customer, region, orders, customers, accounts, weather]

export const week = window('7d')

export const customerOrders = featureView(
  'customer_orders',
  { entity: customer },
  {
    orders_7d: count(orders).over(week),
    amount_7d: sum(orders.c.amount).over(week),
    mean_weight_14d: avg(orders.c.weight).over('14d'),
    paid_share_7d: rate(orders.c.paid).over(week).default(0),
    channels_7d: countDistinct(orders.c.channel).over(week),
    largest_14d: max(orders.c.amount).over('14d'),
    weight_trend_14d: slope(orders.c.weight).over('14d'),
    last_channel: last(orders.c.channel).over('lifetime'),
    days_since_last: daysSince(last(orders.c.ordered_at).over('lifetime')),
    orders_before_7d: count(orders).over(window('7d', { offset: '7d' })),
    tier: encode(asOf(customers.c.tier), { basic: 1, plus: 2 }, { otherwise: 0 }),
  },
).derive(f => ({ amount_per_order: f.amount_7d.div(f.orders_7d), busy: when(f.orders_7d.gte(3), 'yes').otherwise('no') }))

export const regionWeather = featureView('region_weather', { entity: region }, { rain_3d: sum(weather.c.rain).over('3d') })

export const customerRisk = featureView(
  'customer_risk',
  { entity: customer, owner: 'credit', tags: ['risk'], description: 'What may go wrong', settle: '2h' },
  {
    balance: asOf(accounts.c.balance),
    account_age: daysSince(asOf(accounts.c.opened_at)),
    rain_at_home: region.at({ region: asOf(customers.c.region) }, regionWeather.f.rain_3d),
    unpaid_14d: ratio(sum(orders.c.weight), count(orders)).where(orders.c.paid.eq(false)).over('14d'),
  },
).derive(f => ({
  risk: customerOrders.f.orders_7d
    .plus(f.rain_at_home)
    .with({ checks: [between(0, 1_000_000)], unit: 'points', owner: 'risk', tags: ['score'], description: 'Orders and rain', deprecated: 'use another' }),
}))

export const allFeatures = store('all_features', {
  views: { customer: [customerOrders, customerRisk], region: [regionWeather] },
  clusterBy: ['feature_date', 'customer_id'],
  owner: 'ml',
  tags: ['all'],
  description: 'Everything',
})
export const online = serving('online', {
  entity: customer,
  features: [customerOrders.f.orders_7d, customerOrders.f.tier, customerRisk],
  mode: 'latest',
  freshness: '5m',
})

export const views: readonly unknown[] = [customerOrders, regionWeather, customerRisk]
export const shop: readonly unknown[] = [...sources, ...views, allFeatures, online]

/** Raw rows of the days from 2026-01-01 up to 2026-03-01: every ninth order comes two days late, every seventh shares its second with another. */
export function rawData(rows: { readonly orders?: number; readonly customers?: number } = {}): readonly string[] {
  const [n, people] = [rows.orders ?? 400, rows.customers ?? 9]
  const at = `TIMESTAMP '2026-01-01 00:30:00' + to_seconds((CASE WHEN i % 7 = 3 THEN i - 1 ELSE i END) * ${Math.floor((59 * 86_400) / n)})`
  return [
    'CREATE SCHEMA raw',
    `CREATE TABLE raw.orders AS SELECT 'O' || lpad(i::VARCHAR, 5, '0') AS order_id, 'C' || (hash(i) % ${people}) AS customer_id, ${at} AS ordered_at,
      ${at} + CASE WHEN i % 9 = 4 THEN INTERVAL 40 HOUR ELSE INTERVAL 10 MINUTE END AS loaded_at,
      CASE WHEN i % 11 = 5 THEN NULL ELSE ((hash(i + 1000) % 100000) / 100)::DECIMAL(12, 2) END AS amount, CASE WHEN i % 13 = 6 THEN NULL ELSE (hash(i + 2000) % 9973)::DOUBLE / 7 END AS weight,
      CASE WHEN i % 5 = 1 THEN NULL ELSE hash(i + 3000) % 3 > 0 END AS paid, ['web', 'phone', 'shop'][1 + (hash(i + 4000) % 3)::INT] AS channel FROM range(${n}) AS t(i)`,
    `CREATE TABLE raw.customers AS SELECT 'C' || c AS customer_id, CASE WHEN (c + v) % 2 = 0 THEN 'basic' ELSE 'plus' END AS tier, 'R' || (c % 3) AS region,
      TIMESTAMP '2026-01-02' + to_days((c + 17 * v)::INT) AS valid_from, TIMESTAMP '2026-01-02 01:00:00' + to_days((c + 18 * v)::INT) AS loaded_at FROM range(${people}) AS t(c), range(3) AS u(v)`,
    `CREATE TABLE raw.accounts AS SELECT 'C' || c AS customer_id, TIMESTAMP '2025-06-01' + to_days(c::INT) AS opened_at, (100 * c)::DECIMAL(12, 2) AS balance FROM range(${people}) AS t(c)`,
    `CREATE TABLE raw.weather AS SELECT 'R' || (i % 3) AS region, TIMESTAMP '2026-01-01 00:00:00' + to_hours((i // 3 * 8)::INT) AS seen_at, (hash(i) % 50)::DOUBLE / 3 AS rain FROM range(${3 * 3 * 59}) AS t(i)`,
  ]
}
