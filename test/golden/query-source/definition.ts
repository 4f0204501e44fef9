import { count, entity, events, featureView, sql, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at', defines: [customer] })
export const returns = events('ops.returns', {
  entities: [customer],
  columns: { customer_id: varchar(), returned_at: timestamp() },
  query: {
    snowflake: sql`SELECT "CUSTOMER_ID", DATEADD(day, 3, "ORDERED_AT") AS "RETURNED_AT" FROM "SHOP"."RAW"."ORDERS" WHERE "CUSTOMER_ID" <> 'K0'`,
    duckdb: sql`SELECT customer_id, ordered_at + INTERVAL 3 DAY AS returned_at FROM raw.orders WHERE customer_id <> 'K0'`,
  },
  eventTime: 'returned_at',
})
export const customerReturns = featureView('customer_returns', { entity: customer, every: '1d' }, { returns_7d: count(returns).over('7d'), orders_7d: count(orders).over('7d') })
