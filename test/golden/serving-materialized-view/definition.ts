import {
  asOf, category, count, defineConfig, dimension, duckdb, entity, events, featureView, serving, snowflake, timestamp, varchar,
} from 'featplan'

export const config = defineConfig({
  project: 'shop', defaultTarget: 'local',
  targets: {
    local: duckdb({ path: ':memory:', schema: 'ML', sources: { raw: 'raw' } }),
    prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', edition: 'enterprise', cloud: 'aws', sources: { raw: 'SHOP.RAW' } }),
  },
})
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const customers = dimension('raw.customers', {
  entities: [customer], columns: { customer_id: varchar(), tier: category('basic', 'plus'), valid_from: timestamp() }, validFrom: 'valid_from', defines: [customer],
})
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })
export const profile = featureView('customer_profile', { entity: customer, every: '1d' }, { tier: asOf(customers.c.tier).default('basic') })
export const pace = featureView('customer_pace', { entity: customer, every: '6h' }, { orders_6h: count(orders).over('6h'), orders_7d: count(orders).over('7d') })
export const online = serving('vw_online_customer', {
  entity: customer, features: [pace], freshness: '5m', as: 'materialized view', clusterBy: ['feature_time', 'customer_id'],
  computed: () => ({ orders_per_day: pace.f.orders_7d.div(7) }),
})
