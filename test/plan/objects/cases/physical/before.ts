import { count, defineConfig, duckdb, entity, events, featureView, number, snowflake, store, sum, timestamp, varchar } from 'featplan'

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
      physical: { retentionDays: 1 },
    }),
  },
})
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), ordered_at: timestamp() },
  eventTime: 'ordered_at',
  defines: [customer],
})
export const customerOrders = featureView(
  'customer_orders',
  { entity: customer, every: '1d', physical: { clusterBy: ['feature_date'], retentionDays: 7 } },
  {
    orders_7d: count(orders).over('7d'),
    amount_7d: sum(orders.c.amount).over('7d'),
  },
)
export const customerPace = featureView('customer_pace', { entity: customer, every: '1d' }, { orders_1d: count(orders).over('1d') })
export const everything = store('tbl_features', { views: { customer: [customerOrders] }, clusterBy: ['feature_date'] })
