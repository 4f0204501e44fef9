import { count, entity, events, featureView, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'ordered_at', knownTime: 'loaded_at', lateness: '2d',
})
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d', known: 'corrected' }, { orders_7d: count(orders).over('7d') })
