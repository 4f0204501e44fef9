import { boolean, category, count, entity, events, featureView, number, sum, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), status: category('open', 'done', "won't do"), amount: number(12, 2), gift: boolean().nullable(), code: varchar(), ordered_at: timestamp() },
  eventTime: 'ordered_at',
})
const { amount, code, gift, status } = orders.c

export const customerOrders = featureView('customer_orders', { entity: customer, every: '1d' }, {
  done_7d: count(orders).where(status.eq('done').and(gift.not())).over('7d'),
  large_7d: sum(amount).where(amount.between(100, 999).or(code.matches('X\\d+'))).over('7d'),
  refused_7d: count(orders).where(status.notIn('open', 'done')).over('7d'),
})
