import { avg, entity, events, featureView, float, sum, timestamp, varchar } from 'featplan'

// the sum is in tiles already, the number of weights is not: both tile storages are read as one
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer], columns: { customer_id: varchar(), weight: float().nullable(), ordered_at: timestamp() }, eventTime: 'ordered_at', defines: [customer],
})
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  weight_7d: sum(orders.c.weight).over('7d'),
  mean_weight_7d: avg(orders.c.weight).over('7d'),
})
