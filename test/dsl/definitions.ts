import { category, dimension, entity, events, featureView, count, number, snapshot, timestamp, varchar, boolean, variant, date } from 'featplan'

/** A small project that the tests of the language share. */
export const customer = entity('customer', { keys: { customer_id: varchar() }, owner: 'growth' })
export const route = entity('route', { keys: { origin: varchar(), destination: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer, route.on({ origin: 'from_hub', destination: 'to_hub' })],
  columns: {
    customer_id: varchar(),
    from_hub: varchar(),
    to_hub: varchar(),
    amount: number(12, 2),
    paid: boolean(),
    status: category('open', 'done'),
    extra: variant().nullable(),
    ordered_at: timestamp(),
    day: date(),
  },
  eventTime: 'ordered_at',
  tieBreak: ['from_hub'],
})
export const customers = dimension('raw.customers', {
  entities: [customer],
  columns: { customer_id: varchar(), tier: category('gold', 'silver'), since: timestamp(), valid_from: timestamp() },
  validFrom: 'valid_from',
  defines: [customer],
})
export const depots = snapshot('raw.depots', { entities: [route], columns: { origin: varchar(), destination: varchar(), size: number(6, 0).fixed() } })
export const service = featureView('service', { entity: customer }, { orders_30d: count(orders).over('30d') })
