import { count, entity, events, featureView, timestamp, varchar } from 'featplan'

// rows loaded before 2026-01-15 came in bulk: they count as known at most two days after they happened
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'ordered_at', knownTime: { column: 'loaded_at', trustedFrom: '2026-01-15' }, lateness: '2d',
})
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, { orders_7d: count(orders).over('7d') })
