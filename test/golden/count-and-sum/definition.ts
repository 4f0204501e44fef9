import { count, entity, events, featureView, number, sum, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2).nullable(), ordered_at: timestamp() },
  eventTime: 'ordered_at',
})
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d', description: "What a customer's orders of a week come to" }, {
  orders_7d: count(orders).over('7d').with({ description: 'Orders of the last 7 days' }),
  amount_7d: sum(orders.c.amount).over('7d'),
})
