import { asOf, category, count, dimension, entity, events, featureView, serving, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const customers = dimension('raw.customers', {
  entities: [customer], columns: { customer_id: varchar(), tier: category('basic', 'plus'), valid_from: timestamp() }, validFrom: 'valid_from', defines: [customer],
})
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })
export const profile = featureView('customer_profile', { entity: customer, every: '1d' }, { tier: asOf(customers.c.tier).default('basic') })
export const pace = featureView('customer_pace', { entity: customer, every: '6h' }, { orders_6h: count(orders).over('6h'), orders_7d: count(orders).over('7d') })
export const online = serving('vw_online_customer', { entity: customer, features: [profile, pace], freshness: '30s', latency: '100ms' })
