import { asOf, boolean, dimension, entity, featureView, number, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const customers = dimension('raw.customers', {
  entities: [customer],
  columns: { customer_id: varchar(), credit: number(12, 2).nullable(), gone: boolean(), valid_from: timestamp(), valid_to: timestamp().nullable(), loaded_at: timestamp() },
  validFrom: 'valid_from', validTo: 'valid_to', deletedWhen: 'gone', knownTime: 'loaded_at', lateness: '1d', tieBreak: ['credit'], defines: [customer],
})
export const profile = featureView('customer_profile', { entity: customer, every: '1d' }, { credit: asOf(customers.c.credit) })
