import { count, entity, events, featureView, max, number, serving, timestamp, varchar } from 'featplan'

// Merged when it is read: whole tiles, the rows since the newest of them, and those of the tile that a window cuts
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), ordered_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'ordered_at',
  knownTime: 'loaded_at',
  defines: [customer],
})
export const behaviour = featureView('behaviour', { entity: customer }, { orders_7d: count(orders).over('7d'), largest_30d: max(orders.c.amount).over('30d') })
export const online = serving('vw_online', { entity: customer, features: [behaviour], mode: 'live', freshness: '1m' })
