import { asOf, category, daysSince, dimension, encode, entity, featureView, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const customers = dimension('raw.customers', {
  entities: [customer], columns: { customer_id: varchar(), tier: category('basic', 'plus'), signed_up_at: timestamp(), valid_from: timestamp() },
  validFrom: 'valid_from', defines: [customer],
})
export const profile = featureView('customer_profile', { entity: customer, every: '1d' }, {
  tier: asOf(customers.c.tier).default('basic'),
  tier_code: encode(asOf(customers.c.tier), { basic: 1, plus: 2 }, { otherwise: 0 }),
  tenure_days: daysSince(asOf(customers.c.signed_up_at)),
})
