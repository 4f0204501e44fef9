import type { Compiled } from '../../compiler/index.ts'
import { asOf, count, featureView, last, max, serving, store, sum } from '../../compiler/dsl/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { applied, compiledOf, materialized, planned, sessionFor } from '../support/warehouse.ts'
import { accounts, customer, customers, orders, rawData, region, regionWeather, sources } from './shop.ts'

const now = '2026-01-05T06:00:00Z'

/** A small warehouse: the number of statements does not depend on it. */
export async function prepare(driver: Driver): Promise<void> {
  for (const sql of rawData({ orders: 120, customers: 3 })) await driver.execute(sql)
}

/** Like the commands: what was applied is not planned again, and nothing is due twice. */
export async function deploy(driver: Driver, what: Compiled): Promise<void> {
  const session = sessionFor(driver, what, { now })
  if ((await planned(session, true)).steps.length > 0) await applied(session, true)
  await materialized(session)
}

const risk = (of: typeof first): readonly unknown[] => {
  const view = featureView(
    'customer_risk',
    { entity: customer },
    {
      balance: asOf(accounts.c.balance),
      rain_at_home: region.at({ region: asOf(customers.c.region) }, regionWeather.f.rain_3d),
    },
  ).derive(() => ({ twice: of.f.orders_7d.times(2) }))
  return [
    ...sources,
    regionWeather,
    of,
    view,
    store('all_features', { views: { customer: [of, view], region: [regionWeather] }, clusterBy: ['feature_date'] }),
    serving('online', { entity: customer, features: [of.f.orders_7d, view], mode: 'latest', freshness: '5m' }),
  ]
}
const first = featureView(
  'customer_orders',
  { entity: customer },
  {
    orders_7d: count(orders).over('7d'),
    amount_7d: sum(orders.c.amount).over('7d'),
    last_channel: last(orders.c.channel).over('lifetime'),
  },
)
/** Another value under an old name, one over tiles that are there, one of a new key, and one fewer. */
const second = featureView(
  'customer_orders',
  { entity: customer },
  {
    orders_7d: count(orders).over('5d'),
    orders_3d: count(orders).over('3d'),
    phone_7d: count(orders).where(orders.c.channel.eq('phone')).over('7d'),
    largest_7d: max(orders.c.amount).over('7d'),
    amount_7d: sum(orders.c.amount).over('7d'),
  },
)

export const beforeDefinitions = risk(first)
export const afterDefinitions = risk(second as unknown as typeof first)
export const before = compiledOf(beforeDefinitions)
export const after = compiledOf(afterDefinitions)
