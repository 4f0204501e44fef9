import { asOf, dimension, entity, events, featureView, integer, max, raw, sql, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const customers = dimension('raw.customers', {
  entities: [customer], columns: { customer_id: varchar(), home: varchar(), valid_from: timestamp() }, validFrom: 'valid_from', defines: [customer],
})
export const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), code: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })
const vowels = raw(integer(), { snowflake: sql`REGEXP_COUNT(${orders.c.code}, '[aeiou]')`, duckdb: sql`len(regexp_extract_all(${orders.c.code}, '[aeiou]'))` })
export const customerText = featureView('customer_text', { entity: customer, every: '1d' }, {
  home_words: raw(integer(), { snowflake: sql`ARRAY_SIZE(SPLIT(${asOf(customers.c.home)}, ' '))`, duckdb: sql`len(string_split(${asOf(customers.c.home)}, ' '))` }),
  vowels_7d: max(vowels).over('7d'),
})
