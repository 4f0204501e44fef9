import { boolean, category, dimension, events, integer, number, timestamp, varchar } from 'featplan'
import { customer } from '../entities.ts'

/** The record of each customer over time: a row at joining, at each change of tier, and at leaving. */
export const customers = dimension('raw.customers', {
  entities: [customer],
  columns: {
    customer_id: varchar(),
    tier: category('bronze', 'silver', 'gold', 'platinum'),
    industry: category('retail', 'food', 'manufacturing', 'pharma', 'automotive', 'electronics', 'construction').nullable(),
    home_region: varchar(),
    payment_terms: category('prepaid', 'net15', 'net30', 'net60'),
    credit_limit_usd: number(12, 2).nullable(),
    signed_up_at: timestamp(),
    is_deleted: boolean(),
    valid_from: timestamp(),
    loaded_at: timestamp(),
  },
  validFrom: 'valid_from',
  knownTime: 'loaded_at',
  lateness: '2d',
  deletedWhen: 'is_deleted',
  defines: [customer],
})

/** One row per order, when it was placed. */
export const orders = events('raw.orders', {
  entities: [customer],
  columns: {
    order_id: varchar(),
    customer_id: varchar(),
    ordered_at: timestamp(),
    order_value_usd: number(12, 2).nullable(),
    items: integer(),
    channel: category('web', 'api', 'phone'),
    loaded_at: timestamp(),
  },
  eventTime: 'ordered_at',
  knownTime: 'loaded_at',
  lateness: '2d',
  tieBreak: ['order_id'],
})

/** One row per invoice that was paid, when it was paid. */
export const payments = events('raw.payments', {
  entities: [customer],
  columns: {
    payment_id: varchar(),
    order_id: varchar(),
    customer_id: varchar(),
    amount_usd: number(12, 2).nullable(),
    method: category('transfer', 'card', 'check'),
    due_at: timestamp(),
    paid_at: timestamp(),
    loaded_at: timestamp(),
  },
  eventTime: 'paid_at',
  knownTime: 'loaded_at',
  lateness: '2d',
  tieBreak: ['payment_id'],
})
