import {
  asOf,
  avg,
  count,
  countDistinct,
  countIf,
  defineConfig,
  duckdb,
  featureView,
  first,
  last,
  lastN,
  max,
  median,
  min,
  percentile,
  percentileDisc,
  rate,
  ratio,
  slope,
  snowflake,
  stddev,
  store,
  sum,
  variance,
  volatility,
} from '../../compiler/dsl/index.ts'
import type { Compiled } from '../../compiler/index.ts'
import { accounts, customer, customers, orders, region, regionWeather, sources } from '../e2e/shop.ts'
import { compiledOf } from '../support/warehouse.ts'

const { amount, weight, paid, channel } = orders.c

/** Every aggregate of the language over a week, and what else a row can be made of. */
const customerOrders = featureView(
  'customer_orders',
  { entity: customer, every: '1d' },
  {
    orders: count(orders).over('7d'),
    paid_orders: countIf(paid).over('7d'),
    amount_sum: sum(amount).over('7d'),
    weight_mean: avg(weight).over('7d'),
    paid_share: rate(paid).over('7d'),
    amount_per_weight: ratio(sum(amount), sum(weight)).over('7d'),
    weight_deviation: stddev(weight).over('7d'),
    weight_variance: variance(weight).over('7d'),
    weight_trend: slope(weight).over('7d'),
    weight_unrest: volatility(weight).over('7d'),
    amount_least: min(amount).over('7d'),
    channel_greatest: max(channel).over('7d'),
    channel_first: first(channel).over('7d'),
    amount_last_any: last(amount, { keepNulls: true }).over('7d'),
    amounts_newest: lastN(amount, 3).over('7d'),
    channels: countDistinct(channel).over('7d'),
    amount_median: median(amount).over('7d'),
    weight_p90: percentile(weight, 0.9).over('7d'),
    amount_p90: percentileDisc(amount, 0.9).over('7d'),
    amount_ever: sum(amount).over('lifetime'),
  },
)
const customerRisk = featureView(
  'customer_risk',
  { entity: customer, every: '1d' },
  {
    balance: asOf(accounts.c.balance),
    tier: asOf(customers.c.tier),
    rain_at_home: region.at({ region: asOf(customers.c.region) }, regionWeather.f.rain_3d),
  },
)

const definitions = [
  ...sources,
  regionWeather,
  customerOrders,
  customerRisk,
  store('all_features', { views: { customer: [customerOrders, customerRisk], region: [regionWeather] }, clusterBy: ['feature_date'] }),
]

/** Where the project is deployed: schemas of its own in a database of the account, and the same names on DuckDB. */
export interface Place {
  readonly connection: string
  readonly database: string
  readonly warehouse: string
  /** What the names of its schemas begin with. */
  readonly schema: string
}

/** The schemas that a run makes, and takes away again. */
export function schemasOf({ schema }: Place): { readonly raw: string; readonly shown: string; readonly state: string; readonly storage: string } {
  return { raw: `${schema}_raw`, shown: schema, state: `${schema}_state`, storage: `${schema}_state_storage` }
}

/** A small project in which each aggregate, a lookup, a snapshot and a store occur. */
export function liveProject(place: Place): Compiled {
  const { raw, shown, state } = schemasOf(place)
  const { connection, database, warehouse } = place
  const config = defineConfig({
    project: 'live',
    targets: {
      local: duckdb({ path: ':memory:', schema: shown, stateSchema: state, sources: { raw } }),
      account: snowflake({ connection, database, warehouse, schema: shown, stateSchema: state, sources: { raw: `${database}.${raw}` } }),
    },
    defaultTarget: 'local',
  })
  return compiledOf(definitions, { config })
}
