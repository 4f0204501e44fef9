import { asOf, count, defineConfig, dimension, duckdb, entity, events, featureView, number, snowflake, sum, timestamp, varchar } from 'featplan'

export const config = defineConfig({
  project: 'shop',
  defaultTarget: 'local',
  targets: {
    local: duckdb({ path: ':memory:', schema: 'ML', sources: { raw: 'raw' } }),
    prod: snowflake({
      connection: 'prod',
      database: 'SHOP',
      schema: 'ML',
      warehouse: 'WH',
      sources: { raw: 'SHOP.RAW' },
      edition: 'enterprise',
      featureStore: true,
    }),
  },
})
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const route = entity('route', { keys: { origin: varchar(), destination: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), ordered_at: timestamp() },
  eventTime: 'ordered_at',
})
export const trips = events('raw.trips', {
  entities: [route],
  columns: { origin: varchar(), destination: varchar(), started_at: timestamp() },
  eventTime: 'started_at',
})
export const customers = dimension('raw.customers', {
  entities: [customer],
  columns: { customer_id: varchar(), tier: varchar(), valid_from: timestamp() },
  validFrom: 'valid_from',
  defines: [customer],
})
/** What a customer's orders say. */
export const customerOrders = featureView(
  'customer_orders',
  { entity: customer, every: '1d', physical: { tags: { 'GOV.TAGS.COST_CENTER': 'growth' } } },
  {
    orders_7d: count(orders).over('7d'),
    amount_7d: sum(orders.c.amount).over('7d'),
  },
)
export const routeTrips = featureView(
  'route_trips',
  { entity: route, every: '1d', physical: { featureStore: { version: 'v2' } } },
  {
    trips_7d: count(trips).over('7d'),
  },
)
export const customerTier = featureView('customer_tier', { entity: customer, every: '1d', physical: { featureStore: false } }, { tier: asOf(customers.c.tier) })
