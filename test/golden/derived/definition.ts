import { count, entity, events, featureView, greatest, least, number, sum, timestamp, varchar, when, window } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), amount: number(12, 2), ordered_at: timestamp() }, eventTime: 'ordered_at' })
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  orders_7d: count(orders).over('7d'),
  orders_before_7d: count(orders).over(window('7d', { offset: '7d' })),
  amount_7d: sum(orders.c.amount).over('7d').default(0),
}).derive(f => ({
  change: f.orders_7d.div(f.orders_before_7d),
  mean_amount: f.amount_7d.div(f.orders_7d).round(2),
  most: greatest(f.orders_7d, f.orders_before_7d),
  least_known: least(f.amount_7d, 100),
})).derive(f => ({
  pace: when(f.change.isNull(), 'new').when(f.change.gte(1.5), 'faster').when(f.change.lt(0.5).and(f.most.gt(0)), 'slower').otherwise('steady'),
  score: f.mean_amount.plus(1).ln().clamp(0, 10).default(0),
}))
