import {
  approxCountDistinct, avg, boolean, count, countDistinct, countIf, entity, events, featureView, first, float, integer, last, lastN, max, median, min, number, percentile, percentileDisc, rate, ratio,
  slope, stddev, sum, timestamp, varchar, variance, volatility,
} from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: {
    order_id: varchar(), customer_id: varchar(), amount: number(12, 2).nullable(), items: integer(), weight: float().nullable(), paid: boolean().nullable(), channel: varchar().nullable(),
    ordered_at: timestamp(), loaded_at: timestamp(),
  },
  eventTime: 'ordered_at', knownTime: 'loaded_at', lateness: '2d', tieBreak: ['order_id'],
})
const { amount, items, weight, paid, channel } = orders.c

export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  orders: count(orders).over('7d'),
  paid_orders: countIf(paid).over('7d'),
  amount_sum: sum(amount).over('7d'),
  items_sum: sum(items).over('7d'),
  weight_mean: avg(weight).over('7d'),
  paid_share: rate(paid).over('7d'),
  amount_per_item: ratio(sum(amount), sum(items)).over('7d'),
  weight_deviation: stddev(weight).over('7d'),
  weight_variance: variance(weight).over('7d'),
  weight_trend: slope(weight).over('7d'),
  weight_unrest: volatility(weight).over('7d'),
  amount_least: min(amount).over('7d'),
  channel_greatest: max(channel).over('7d'),
  channel_first: first(channel).over('7d'),
  channel_last: last(channel).over('7d'),
  channel_last_any: last(channel, { keepNulls: true }).over('7d'),
  channels_newest: lastN(channel, 3).over('7d'),
  channels: countDistinct(channel).over('7d'),
  channels_about: approxCountDistinct(channel, 0.02).over('7d'),
  amount_median: median(amount).over('7d'),
  weight_p90: percentile(weight, 0.9).over('7d'),
  amount_p90: percentileDisc(amount, 0.9).over('7d'),
})
