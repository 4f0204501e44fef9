import { count, entity, events, featureView, timestamp, varchar } from 'featplan'

// no source defines a customer: the keys seen in either source that the view reads
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })
export const calls = events('raw.calls', { entities: [customer], columns: { customer_id: varchar().nullable(), called_at: timestamp() }, eventTime: 'called_at' })
export const contact = featureView('customer_contact', { entity: customer, every: '1d' }, { orders_7d: count(orders).over('7d'), calls_7d: count(calls).over('7d') })
