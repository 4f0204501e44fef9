import { count, defineConfig, duckdb, entity, events, featureView, snowflake, timestamp, varchar } from 'featplan'

export const config = defineConfig({
  project: 'shop', defaultTarget: 'local',
  targets: {
    local: duckdb({ path: ':memory:', schema: 'ML', sources: { files: './test/golden/file-source/*.csv' } }),
    prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { files: './test/golden/file-source/*.csv' } }),
  },
})
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('files.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, { orders_7d: count(orders).over('7d') })
