import { count, entity, events, featureView, number, store, sum, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer], columns: { customer_id: varchar(), amount: number(12, 2), ordered_at: timestamp() }, eventTime: 'ordered_at', defines: [customer],
})
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  orders_7d: count(orders).over('7d'),
  amount_7d: sum(orders.c.amount).over('7d'),
})
export const everything = store('tbl_features', { views: { customer: [customerOrders] }, clusterBy: ['feature_date'] })
