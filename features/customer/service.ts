import { asOf, avg, between, count, daysSince, encode, featureView, last, notNull, oneOf, rate, when } from 'featplan'
import { customer } from '../entities.ts'
import { customers, orders } from '../sources/customers.ts'
import { deliveries } from '../sources/deliveries.ts'
import { ever, month, monthBefore } from '../windows.ts'

/** Who a customer is, what it orders and how we serve it. */
export const customerService = featureView(
  'customer_service',
  { entity: customer, owner: 'growth' },
  {
    /** The customer's tier as a number: 1 bronze, 2 silver, 3 gold, 4 platinum. */
    customer_tier_numeric: encode(asOf(customers.c.tier), { bronze: 1, silver: 2, gold: 3, platinum: 4 }, { otherwise: 0 }).with({
      checks: [notNull(), between(1, 4)],
    }),
    /** Days since the customer signed up. */
    customer_tenure_days: daysSince(asOf(customers.c.signed_up_at)).with({ unit: 'days', checks: [notNull(), between(0, 36_500)] }),
    /** The customer's industry as a number from 1; 0 where it is not known. */
    industry_code: encode(
      asOf(customers.c.industry),
      { retail: 1, food: 2, manufacturing: 3, pharma: 4, automotive: 5, electronics: 6, construction: 7 },
      { otherwise: 0 },
    ).with({ checks: [notNull(), between(0, 7)] }),
    /** The credit that we grant the customer. */
    credit_limit_usd: asOf(customers.c.credit_limit_usd).with({ unit: 'USD', checks: [between(0, 10_000_000)] }),
    /** Days that the customer has to pay an invoice; 0 pays ahead. */
    payment_terms_numeric: encode(asOf(customers.c.payment_terms), { prepaid: 0, net15: 15, net30: 30, net60: 60 }, { otherwise: null }).with({
      unit: 'days',
      checks: [between(0, 60)],
    }),
    /** Share of the customer's deliveries of the last 30 days that arrived when promised; unknown without deliveries. */
    customer_on_time_rate_30d: rate(deliveries.c.on_time)
      .over(month)
      .with({ unit: 'share', checks: [between(0, 1)] }),
    /** Orders that the customer placed in the last 30 days. */
    order_frequency_30d: count(orders)
      .over(month)
      .with({ unit: 'orders', checks: [notNull(), between(0, 1_000_000)] }),
    /** Mean value of the customer's orders of the last 30 days; unknown without orders. */
    average_order_value_30d: avg(orders.c.order_value_usd)
      .over(month)
      .with({ unit: 'USD', checks: [between(0, 1_000_000)] }),
    /** Days since the customer's last order; unknown before the first. */
    days_since_last_order: daysSince(last(orders.c.ordered_at).over(ever)).with({ unit: 'days', checks: [between(0, 36_500)] }),
  },
).derive(f => ({
  /** Orders of the last 30 days divided by those of the 30 days before; unknown where there were none before. */
  order_frequency_change_30d: f.order_frequency_30d.div(count(orders).over(monthBefore)).with({ unit: 'ratio', checks: [between(0, 1_000_000)] }),
  /** How reliably we serve the customer: high from 95 % on time, medium from 80 %, else low. */
  customer_reliability_tier: when(f.customer_on_time_rate_30d.isNull(), 'unknown')
    .when(f.customer_on_time_rate_30d.gte(0.95), 'high')
    .when(f.customer_on_time_rate_30d.gte(0.8), 'medium')
    .otherwise('low')
    .with({ checks: [notNull(), oneOf('high', 'medium', 'low', 'unknown')] }),
}))
