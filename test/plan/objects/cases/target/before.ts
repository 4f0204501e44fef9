import {
  age,
  count,
  defineConfig,
  duckdb,
  entity,
  events,
  featureView,
  mean,
  monitor,
  notNull,
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
      tags: { COST_CENTER: { values: ['growth', 'risk'] } },
      warehouses: { WH: { size: 'small', autoSuspend: 60, autoResume: true, clusters: { min: 1, max: 2 }, scaling: 'economy' } },
      roles: { reader: ['ANALYST', 'SCIENTIST'], writer: ['TRAINER'] },
      schedule: '1h',
      notifications: { slack: 'SLACK_FEATURES' },
      measure: 'on change',
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
  { entity: customer, every: '1d' },
  {
    orders_7d: count(orders)
      .over('7d')
      .with({ checks: [notNull()] }),
    amount_7d: sum(orders.c.amount).over('7d'),
  },
)
export const everything = store('tbl_features', { views: { customer: [customerOrders] }, clusterBy: ['feature_date'] })
export const busy = monitor('orders_mean', { on: customerOrders.f.orders_7d, stat: mean().above(100), every: '1d', severity: 'warning', notify: ['slack'] })
export const stale = monitor('orders_age', { on: orders, stat: age().above('6h'), every: '1h', severity: 'critical', notify: ['slack'] })
