import {
  age,
  count,
  defineConfig,
  duckdb,
  entity,
  events,
  featureView,
  lateShare,
  monitor,
  notNull,
  nullShare,
  number,
  snowflake,
  store,
  sum,
  timestamp,
  varchar,
} from 'featplan'

export const config = defineConfig({
  project: 'shop',
  defaultTarget: 'local',
  targets: {
    local: duckdb({ path: ':memory:', schema: 'ML', sources: { raw: 'raw' } }),
    prod: snowflake({
      connection: 'prod',
      database: 'SHOP',
      schema: 'ML',
      warehouse: 'WH',
      sources: { raw: 'SHOP.RAW' },
      edition: 'enterprise',
      physical: { tags: { COST_CENTER: 'growth' } },
      tags: { COST_CENTER: { values: ['growth', 'sales'] }, PII: {} },
      warehouses: { WH: { size: 'medium', autoSuspend: 60, autoResume: true }, FILL_WH: { size: 'xlarge', clusters: { min: 1, max: 3 } } },
      roles: { reader: ['ANALYST'], writer: ['TRAINER'], owner: 'ML_OWNER' },
      schedule: { cron: '15 * * * *', zone: 'UTC' },
      notifications: { slack: 'SLACK_FEATURES', mail: 'MAIL_ML' },
      measure: '1h',
    }),
  },
})
export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), ordered_at: timestamp(), loaded_at: timestamp() },
  eventTime: 'ordered_at',
  knownTime: 'loaded_at',
  freshness: '6h',
  defines: [customer],
})
export const customerOrders = featureView(
  'customer_orders',
  { entity: customer, every: '1d', physical: { warehouse: 'FILL_WH' } },
  {
    orders_7d: count(orders)
      .over('7d')
      .with({ checks: [notNull()] }),
    amount_7d: sum(orders.c.amount)
      .over('7d')
      .with({ checks: [notNull()] }),
  },
)
export const customerPace = featureView('customer_pace', { entity: customer, every: '6h', start: '2026-01-01' }, { orders_6h: count(orders).over('6h') })
export const everything = store('tbl_features', { views: { customer: [customerOrders, customerPace] }, clusterBy: ['feature_date'] })
export const complete = monitor('orders_complete', {
  on: customerOrders.f.orders_7d,
  stat: nullShare().above(0.1),
  every: '1d',
  severity: 'warning',
  notify: ['slack', 'mail'],
})
export const stale = monitor('orders_age', { on: orders, stat: age().above('3h'), every: '1h', severity: 'critical', notify: ['slack'] })
export const late = monitor('orders_late', { on: orders, stat: lateShare().above(0.05), every: '6h', severity: 'info', notify: ['mail'] })
