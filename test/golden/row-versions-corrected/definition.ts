import { count, entity, events, featureView, max, number, timestamp, varchar } from 'featplan'

// without known time the newest version of a row counts, whenever it came
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { order_id: varchar(), customer_id: varchar(), amount: number(10, 2), changed_at: timestamp(), ordered_at: timestamp() },
  eventTime: 'ordered_at', rowKey: ['order_id'], rowVersion: 'changed_at', lateness: '3d',
})
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  orders_7d: count(orders).over('7d'),
  largest_7d: max(orders.c.amount).over('7d'),
})
