import { asOf, category, count, dimension, entity, events, featureView, integer, number, serving, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const customers = dimension('raw.customers', {
  entities: [customer], columns: { customer_id: varchar(), tier: category('basic', 'plus'), valid_from: timestamp() }, validFrom: 'valid_from', defines: [customer],
})
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })
export const profile = featureView('customer_profile', { entity: customer, every: '1d' }, { tier: asOf(customers.c.tier).default('basic') })
export const pace = featureView('customer_pace', { entity: customer, every: '6h' }, { orders_6h: count(orders).over('6h'), orders_7d: count(orders).over('7d') })
/** What a quote needs of a customer. */
export const quote = serving('vw_quote', {
  entity: customer, features: [profile, pace.f.orders_7d], freshness: '5m', request: { cart_usd: number(12, 2), parcels: integer() },
  computed: r => ({
    orders_per_day: pace.f.orders_7d.div(7),
    usd_per_parcel: r.cart_usd.div(r.parcels),
    is_large: r.cart_usd.gt(pace.f.orders_7d.times(100)),
  }),
})
