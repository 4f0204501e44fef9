import { count, entity, events, featureView, timestamp, varchar, window } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  orders_7d: count(orders).over('7d'),
  orders_7d_before: count(orders).over(window('7d', { offset: '7d' })),
})
