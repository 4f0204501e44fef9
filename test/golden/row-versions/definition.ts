import { asOf, avg, boolean, count, dimension, entity, events, featureView, float, last, max, number, sum, timestamp, varchar } from 'featplan'

// an order is corrected, moved to another customer or deleted by a later version of its row
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer], defines: [customer],
  columns: { order_id: varchar(), customer_id: varchar(), amount: number(10, 2), weight: float(), status: varchar(), cancelled: boolean(), ordered_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'ordered_at', knownTime: 'loaded_at', tieBreak: ['order_id'], rowKey: ['order_id'], dedupe: 'latest known', deletedWhen: 'cancelled',
})
// what was said of a time may be said anew
export const tiers = dimension('raw.tiers', {
  entities: [customer],
  columns: { tier_id: varchar(), customer_id: varchar(), tier: varchar(), revision: number(38, 0), valid_from: timestamp(), loaded_at: timestamp() },
  validFrom: 'valid_from', knownTime: 'loaded_at', rowKey: ['tier_id'], rowVersion: 'revision',
})
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  orders_7d: count(orders).over('7d'),
  spent_30d: sum(orders.c.amount).over('30d'),
  weight_7d: avg(orders.c.weight).over('7d'),
  largest_7d: max(orders.c.amount).where(orders.c.status.eq('done')).over('7d'),
  last_status: last(orders.c.status).over('30d'),
  tier: asOf(tiers.c.tier),
})
