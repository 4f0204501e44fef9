import { boolean, category, count, encode, entity, events, featureView, last, number, sum, timestamp, varchar, variant } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { order_id: varchar(), customer_id: varchar(), channel: category('web', 'shop'), attrs: variant().nullable(), ordered_at: timestamp() },
  eventTime: 'ordered_at', tieBreak: ['order_id'],
})
const { attrs, channel } = orders.c
export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  gifts_7d: count(orders).where(attrs.get('gift', boolean())).over('7d'),
  weight_7d: sum(attrs.get('parcel.weight', number(9, 2))).over('7d'),
  last_city: last(attrs.get(['address', 'city'], varchar())).over('7d'),
  last_attrs: last(attrs).over('7d'),
  channel_7d: encode(last(channel).over('7d'), { web: 1, shop: 2 }, { otherwise: null }),
})
