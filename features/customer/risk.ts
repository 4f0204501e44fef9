import { avg, between, coalesce, featureView, literal, notNull, oneOf, sum, when } from 'featplan'
import { customer } from '../entities.ts'
import { orders, payments } from '../sources/customers.ts'
import { month, quarter } from '../windows.ts'
import { customerService } from './service.ts'

const daysLate = payments.c.due_at.until(payments.c.paid_at, 'days')
const service = customerService.f

/** What may go wrong with a customer: late payment, too much credit, leaving. */
export const customerRisk = featureView(
  'customer_risk',
  { entity: customer, owner: 'credit' },
  {
    /** Mean days between due date and payment over the last 90 days, negative where paid early; unknown without payments. */
    payment_delay_days_90d: avg(daysLate)
      .over(quarter)
      .with({ unit: 'days', checks: [between(-100, 1_000)] }),
  },
)
  .derive(f => ({
    /** The risk that the next invoice is paid late, 0 to 1: reaches 1 at a mean delay of 20 days; 0.5 where nothing is known. */
    payment_delay_risk: f.payment_delay_days_90d
      .div(20)
      .clamp(0, 1)
      .default(0.5)
      .with({ unit: 'score', checks: [notNull(), between(0, 1)] }),
  }))
  .derive(f => ({
    /** Credit risk: high where payments come late or the orders of 30 days exceed the limit, low where neither is near, else medium. */
    credit_risk_tier: when(f.payment_delay_risk.gte(0.5).or(sum(orders.c.order_value_usd).over(month).div(service.credit_limit_usd).gt(1)), 'high')
      .when(f.payment_delay_risk.gte(0.15).or(service.credit_limit_usd.isNull()), 'medium')
      .otherwise('low')
      .with({ checks: [notNull(), oneOf('high', 'medium', 'low')] }),
    /** The risk of losing money or the customer, 0 to 1: late payment 40 %, silence 30 % (full after 60 days), late deliveries 20 %, a low tier 10 %. */
    risk_score: f.payment_delay_risk
      .times(0.4)
      .plus(coalesce(service.days_since_last_order.div(60).clamp(0, 1), 1).times(0.3))
      .plus(coalesce(literal(1).minus(service.customer_on_time_rate_30d), 0.2).times(0.2))
      .plus(literal(4).minus(service.customer_tier_numeric).div(4).clamp(0, 1).times(0.1))
      .clamp(0, 1)
      .with({ unit: 'score', checks: [notNull(), between(0, 1)] }),
  }))
