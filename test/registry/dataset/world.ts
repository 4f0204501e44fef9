import { count, dataset, entity, events, featureView, float, integer, max, number, sum, timestamp, varchar } from '../../../compiler/dsl/index.ts'

// A shop whose calls are labelled: keys that are NULL, doubled or hold separators, times that tie, rows that come late.

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const place = entity('place', { keys: { country: varchar(), town: varchar() } })

export const orders = events('raw.orders', {
  entities: [customer, place.on({ country: 'to_country', town: 'to_town' })],
  columns: {
    customer_id: varchar(),
    to_country: varchar(),
    to_town: varchar(),
    at: timestamp(),
    loaded_at: timestamp(),
    amount: number(9, 2).nullable(),
    weight: float().nullable(),
    n: integer(),
  },
  eventTime: 'at',
  knownTime: 'loaded_at',
  lateness: '2d',
  tieBreak: ['n'],
})
export const calls = events('raw.calls', {
  entities: [customer, place.on({ country: 'from_country', town: 'from_town' })],
  columns: {
    call_id: integer(),
    customer_id: varchar().nullable(),
    from_country: varchar().nullable(),
    from_town: varchar().nullable(),
    called_at: timestamp().nullable(),
    loaded_at: timestamp(),
    minutes: integer().nullable(),
  },
  eventTime: 'called_at',
  knownTime: 'loaded_at',
})

export const customerOrders = featureView(
  'customer_orders',
  { entity: customer },
  { orders_7d: count(orders).over('7d'), amount_7d: sum(orders.c.amount).over('7d'), most_14d: max(orders.c.amount).over('14d').default(-1) },
)
export const placeOrders = featureView(
  'place_orders',
  { entity: place, every: '6h' },
  { place_orders_2d: count(orders).over('2d'), place_amount_2d: sum(orders.c.amount).over('2d') },
)

export const declarations: readonly unknown[] = [customer, place, orders, calls, customerOrders, placeOrders]
export const split = { train: '2026-02-01', validation: '2026-02-10', gap: '7d' } as const

/** Whether customers order for more than 50 in the week after a call. */
export const busy = dataset('busy', {
  entity: customer,
  spine: calls,
  label: sum(orders.c.amount).next('7d').gt(50),
  features: [customerOrders, placeOrders],
  keep: ['call_id'],
  split,
  accept: { F455: 'a test' },
})

/** Raw rows of the days from 2026-01-01 up to 2026-03-01; `seed` gives others. */
export function rawRows(seed = 1, sizes: { readonly orders?: number; readonly calls?: number } = {}): readonly string[] {
  const dice = (n: number): string => `hash(i * 31 + ${seed * 1000 + n})`
  // a name that a joined key would take apart otherwise
  const people = "['a', 'a|b', 'b|', '', '|b', 'NULL', 'ü']"
  const countries = "['x', 'x|', 'y']"
  const towns = "['|t', 't', '|']"
  const pick = (list: string, n: number, length: number): string => `(${list})[1 + (${dice(n)} % ${length})::INT]`
  const orNull = (sql: string, n: number, often: number): string => `CASE WHEN ${dice(n)} % ${often} = 0 THEN NULL ELSE ${sql} END`
  const at = (n: number): string => `TIMESTAMP '2026-01-01' + to_seconds((${dice(n)} % ${59 * 24} * 3600 + (${dice(n + 1)} % 4) * 900)::BIGINT)`
  return [
    'CREATE SCHEMA IF NOT EXISTS raw',
    `CREATE TABLE raw.orders AS SELECT ${pick(people, 1, 6)} AS customer_id, ${pick(countries, 2, 3)} AS to_country, ${pick(towns, 3, 3)} AS to_town,
      ${at(4)} AS at, ${at(4)} + CASE WHEN ${dice(6)} % 7 = 0 THEN INTERVAL 40 HOUR ELSE INTERVAL 10 MINUTE END AS loaded_at,
      ${orNull(`((${dice(7)} % 10000) / 100)::DECIMAL(9, 2)`, 8, 6)} AS amount, ${orNull(`(${dice(9)} % 977)::DOUBLE / 7`, 10, 6)} AS weight, i::INTEGER AS n FROM range(${sizes.orders ?? 300}) AS t(i)`,
    `CREATE TABLE raw.calls AS SELECT (i // 2)::INTEGER AS call_id, ${orNull(pick(people, 11, 7), 12, 8)} AS customer_id, ${orNull(pick(countries, 13, 3), 14, 9)} AS from_country,
      ${orNull(pick(towns, 15, 3), 16, 9)} AS from_town, ${orNull(at(17), 19, 25)} AS called_at, coalesce(${at(17)} + INTERVAL 5 MINUTE, TIMESTAMP '2026-01-01') AS loaded_at,
      ${orNull(`(${dice(20)} % 9)::INTEGER`, 21, 5)} AS minutes FROM range(${sizes.calls ?? 200}) AS t(i)`,
    // the same row twice
    'INSERT INTO raw.calls SELECT * FROM raw.calls WHERE call_id % 10 = 3',
  ]
}
