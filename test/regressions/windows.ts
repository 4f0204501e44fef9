import {
  asOf,
  avg,
  boolean,
  count,
  countDistinct,
  dimension,
  entity,
  events,
  featureView,
  float,
  integer,
  max,
  min,
  number,
  rate,
  stddev,
  sum,
  timestamp,
  varchar,
} from '../../compiler/dsl/index.ts'

// One project of many small views, each of which met a bug of some feature store; numbers in the test are counted by hand.

const sensor = entity('sensor', { keys: { sensor_id: varchar() } })
const thing = entity('thing', { keys: { thing_id: varchar() } })
const pair = entity('pair', { keys: { a: integer(), b: integer() } })
const words = entity('words', { keys: { x: varchar(), y: varchar() } })
const customer = entity('customer', { keys: { customer_id: varchar() } })
const vehicle = entity('vehicle', { keys: { vehicle_id: varchar() } })
const odd = entity('odd', { keys: { user: varchar() } })

const ticks = events('raw.ticks', { entities: [sensor], columns: { sensor_id: varchar(), ticked_at: timestamp() }, eventTime: 'ticked_at' })
const measures = events('raw.measures', {
  entities: [thing],
  columns: { thing_id: varchar(), value: integer().nullable(), huge: float().nullable(), good: boolean().nullable(), measured_at: timestamp() },
  eventTime: 'measured_at',
})
const pairs = events('raw.pairs', {
  entities: [pair],
  columns: { a: integer(), b: integer(), value: integer(), happened_at: timestamp() },
  eventTime: 'happened_at',
})
const texts = events('raw.texts', {
  entities: [words],
  columns: { x: varchar().nullable(), y: varchar().nullable(), value: integer(), happened_at: timestamp() },
  eventTime: 'happened_at',
})
const late = events('raw.late', {
  entities: [thing],
  columns: { thing_id: varchar(), value: integer(), happened_at: timestamp(), created_at: timestamp() },
  eventTime: 'happened_at',
  knownTime: 'created_at',
  lateness: '3d',
})
const tiers = dimension('raw.tiers', {
  entities: [customer],
  columns: { customer_id: varchar(), tier: varchar(), valid_from: timestamp(), created_at: timestamp() },
  validFrom: 'valid_from',
  knownTime: 'created_at',
  lateness: '10d',
})
const trips = events('raw.trips', {
  entities: [customer, vehicle],
  columns: { customer_id: varchar(), vehicle_id: varchar(), km: number(9, 1), ended_at: timestamp() },
  eventTime: 'ended_at',
})
const named = events('raw.named', {
  entities: [odd],
  columns: { user: varchar(), order: integer(), Mixed: integer(), at_time: timestamp() },
  eventTime: 'at_time',
})

const tickWindows = {
  n_2h: count(ticks).over('2h'),
  n_90m: count(ticks).over('90m'),
  n_24h: count(ticks).over('24h'),
  n_36h: count(ticks).over('36h'),
  n_ever: count(ticks).over('lifetime'),
}

export const project: readonly unknown[] = [
  sensor,
  thing,
  pair,
  words,
  customer,
  vehicle,
  odd,
  ticks,
  measures,
  pairs,
  texts,
  late,
  tiers,
  trips,
  named,
  featureView('ticks_2h', { entity: sensor, every: '2h' }, tickWindows),
  featureView(
    'ticks_6h',
    { entity: sensor, every: '6h' },
    { six_24h: count(ticks).over('24h'), six_36h: count(ticks).over('36h'), six_ever: count(ticks).over('lifetime') },
  ),
  featureView(
    'measured',
    { entity: thing },
    {
      largest_10d: max(measures.c.value).over('10d'),
      least_10d: min(measures.c.value).over('10d'),
      spread_10d: stddev(measures.c.value).over('10d'),
      huge_spread_10d: stddev(measures.c.huge).over('10d'),
      total_3d: sum(measures.c.value).over('3d'),
      n_2d: count(measures).over('2d'),
      total_2d: sum(measures.c.value).over('2d'),
      total_or_0_2d: sum(measures.c.value).over('2d').default(0),
      mean_2d: avg(measures.c.value).over('2d'),
      largest_2d: max(measures.c.value).over('2d'),
      values_2d: countDistinct(measures.c.value).over('2d'),
      share_2d: rate(measures.c.good).over('2d'),
    },
  ),
  featureView('paired', { entity: pair }, { pair_total: sum(pairs.c.value).over('7d') }),
  featureView('worded', { entity: words }, { words_total: sum(texts.c.value).over('7d') }),
  featureView('lately', { entity: thing }, { late_n: count(late).over('30d'), late_total: sum(late.c.value).over('30d') }),
  featureView('tiered', { entity: customer }, { tier: asOf(tiers.c.tier), customer_trips: count(trips).over('7d'), customer_km: sum(trips.c.km).over('7d') }),
  featureView('driven', { entity: vehicle }, { vehicle_trips: count(trips).over('7d'), vehicle_km: sum(trips.c.km).over('7d') }),
  featureView('Mixed_View', { entity: odd }, { Select: count(named).over('7d'), order: sum(named.c.order).over('7d'), group: sum(named.c.Mixed).over('7d') }),
]

const rows = (table: string, columns: string, ...tuples: readonly string[]): string =>
  `CREATE TABLE raw.${table} AS SELECT * FROM (VALUES ${tuples.map(t => `(${t})`).join(', ')}) AS t(${columns})`
const at = (text: string): string => `TIMESTAMP '2026-01-${text}'`

export const data: readonly string[] = [
  'CREATE SCHEMA raw',
  // six ticks an hour, 5, 15, ... 55 minutes past, on three days
  `CREATE TABLE raw.ticks AS SELECT 's' AS sensor_id, ${at('01 00:05:00')} + to_minutes((10 * i)::BIGINT) AS ticked_at FROM range(432) AS t(i)`,
  rows(
    'measures',
    'thing_id, value, huge, good, measured_at',
    `'m', 10::BIGINT, 1000000001e0, true, ${at('01 10:00:00')}`,
    `'m', 20, 1000000002e0, false, ${at('02 10:00:00')}`,
    `'m', 5, 1000000003e0, NULL, ${at('03 10:00:00')}`,
    `'m', 7, NULL, NULL, ${at('04 10:00:00')}`,
    `'e', NULL, NULL, NULL, ${at('01 06:00:00')}`,
  ),
  rows('pairs', 'a, b, value, happened_at', `1::BIGINT, 11::BIGINT, 5::BIGINT, ${at('02 03:00:00')}`, `11, 1, 7, ${at('02 03:00:00')}`),
  rows(
    'texts',
    'x, y, value, happened_at',
    ...[`'x', 'yz', 1::BIGINT`, "'xy', 'z', 2", "'x|y', 'z', 4", "'x', 'y|z', 8", "NULL, 'q', 16", "'q', NULL, 32", "'', 'q', 64"].map(
      v => `${v}, ${at('02 03:00:00')}`,
    ),
  ),
  rows(
    'late',
    'thing_id, value, happened_at, created_at',
    `'l', 1::BIGINT, ${at('01 06:00:00')}, ${at('01 06:00:00')}`,
    `'l', 100, ${at('05 06:00:00')}, ${at('08 06:00:00')}`,
    // known at the very moment of a point: only later ones may use it
    `'l', 1000, ${at('06 06:00:00')}, ${at('09 00:00:00')}`,
  ),
  rows(
    'tiers',
    'customer_id, tier, valid_from, created_at',
    `'c1', 'a', ${at('01 00:00:00')}, ${at('01 06:00:00')}`,
    `'c1', 'b', ${at('01 00:00:00')}, ${at('03 06:00:00')}`,
    `'c1', 'c', ${at('01 00:00:00')}, ${at('05 06:00:00')}`,
  ),
  rows(
    'trips',
    'customer_id, vehicle_id, km, ended_at',
    ...[`'c1', 'v1', 10.0::DECIMAL(9, 1)`, "'c1', 'v2', 20.0", "'c2', 'v1', 5.0", "'c2', 'v1', 5.0"].map(v => `${v}, ${at('02 09:00:00')}`),
  ),
  `CREATE TABLE raw.named AS SELECT 'U' AS "user", 3::BIGINT AS "order", 4::BIGINT AS mixed, ${at('02 09:00:00')} AS at_time`,
]

/** Runs that follow each other, so that windows are added to and taken from what was there. */
export const moments: readonly string[] = ['03T06:00:00', '04T06:00:00', '05T06:00:00', '09T12:00:00', '11T06:00:00'].map(t => `2026-01-${t}Z`)
