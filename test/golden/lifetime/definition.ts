import { countDistinct, daysSince, entity, events, featureView, last, number, sum, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer], columns: { order_id: varchar(), customer_id: varchar(), channel: varchar(), amount: number(12, 2), ordered_at: timestamp() },
  eventTime: 'ordered_at', tieBreak: ['order_id'], historyFrom: '2025-12-01',
})
export const customerLife = featureView('customer_life', { entity: customer, every: '1d' }, {
  spent_ever: sum(orders.c.amount).over('lifetime'),
  channels_ever: countDistinct(orders.c.channel).over('lifetime'),
  days_since_last: daysSince(last(orders.c.ordered_at).over('lifetime')),
})
