// What expressions are: each method and function of the language, used as it is meant.
import {
  asOf,
  coalesce,
  concat,
  count,
  countDistinct,
  countIf,
  date,
  daysSince,
  encode,
  entity,
  events,
  featureView,
  first,
  float,
  greatest,
  greatestKnown,
  integer,
  last,
  lastN,
  least,
  leastKnown,
  literal,
  matches,
  max,
  median,
  min,
  number,
  oneOf,
  percentile,
  percentileDisc,
  point,
  rate,
  ratio,
  raw,
  sql,
  stddev,
  sum,
  timestamp,
  unique,
  varchar,
  variance,
  versions,
  when,
  window,
} from 'featplan'
import type { Day, Flag, Instant, JsonValue, Label, Moment, Num, Text } from 'featplan'
import { describe, expectTypeOf, it } from 'vitest'
import { climate, customer, customers, deliveries, fleet, region, service, vehicles } from './declarations.ts'

type Rows = 'events raw.deliveries'
type Entities = 'customer' | 'vehicle' | 'route' | 'fleet'
const { c } = deliveries

describe('rows', () => {
  it('columns have the expressions of their types', () => {
    expectTypeOf(c.customer_id).toEqualTypeOf<Text<string, Rows, Entities>>()
    expectTypeOf(c.status).toEqualTypeOf<Text<'open' | 'done' | 'lost', Rows, Entities>>()
    expectTypeOf(c.km).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.parcels).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.on_time).toEqualTypeOf<Flag<Rows, Entities>>()
    expectTypeOf(c.attrs).toEqualTypeOf<JsonValue<Rows, Entities>>()
    expectTypeOf(c.picked_up_at).toEqualTypeOf<Moment<Instant, Rows, Entities>>()
    expectTypeOf(customers.c.signed_up_on).toEqualTypeOf<Moment<Day, 'dimension raw.customers', 'customer'>>()
  })
  it('numbers', () => {
    expectTypeOf(c.km.plus(c.cost_usd).minus(1).times(0.5).div(c.revenue_usd)).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.km.clamp(0, 1).round(2).floor().ceil().abs().negate().ln().exp().sqrt().power(2).bucketize(1, 2).toFloat().toInteger()).toEqualTypeOf<
      Num<Rows, Entities>
    >()
    expectTypeOf(c.km.gt(1).and(c.km.gte(c.cost_usd)).or(c.km.lt(3)).or(c.km.lte(4)).not()).toEqualTypeOf<Flag<Rows, Entities>>()
    expectTypeOf(c.km.between(1, 2).toInteger()).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.km.toText()).toEqualTypeOf<Text<string, Rows, Entities>>()
  })
  it('texts', () => {
    expectTypeOf(c.from_hub.lower().upper().trim().substring(1, 2)).toEqualTypeOf<Text<string, Rows, Entities>>()
    expectTypeOf(c.from_hub.length()).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.from_hub.matches('A.*')).toEqualTypeOf<Flag<Rows, Entities>>()
    expectTypeOf(c.from_hub.toNumber(12, 2).plus(c.from_hub.toInteger())).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.from_hub.toDate()).toEqualTypeOf<Moment<Day, Rows, Entities>>()
    expectTypeOf(c.from_hub.toTimestamp()).toEqualTypeOf<Moment<Instant, Rows, Entities>>()
    expectTypeOf(concat(c.from_hub, '-', c.to_hub, c.status)).toEqualTypeOf<Text<string, Rows, Entities>>()
    expectTypeOf(c.status.eq(c.from_hub)).toEqualTypeOf<Flag<Rows, Entities>>()
  })
  it('any value', () => {
    expectTypeOf(c.status.in('open', 'lost').and(c.status.notIn('done'))).toEqualTypeOf<Flag<Rows, Entities>>()
    expectTypeOf(c.km.isNull().or(c.attrs.isNotNull()).or(c.km.ne(3)).or(c.on_time.sameAs(true))).toEqualTypeOf<Flag<Rows, Entities>>()
    expectTypeOf(c.km.nullIf(0)).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(coalesce(c.km, c.cost_usd, 0)).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(greatest(c.picked_up_at, c.delivered_at, '2026-01-01')).toEqualTypeOf<Moment<Instant, Rows, Entities>>()
    expectTypeOf(leastKnown(least(c.km, 3), greatestKnown(c.cost_usd, 1))).toEqualTypeOf<Num<Rows, Entities>>()
  })
  it('moments', () => {
    expectTypeOf(c.picked_up_at.plus('2d').minus('1h').truncate('week')).toEqualTypeOf<Moment<Instant, Rows, Entities>>()
    expectTypeOf(
      c.picked_up_at
        .before('2026-01-01')
        .or(c.picked_up_at.after(c.delivered_at))
        .or(c.picked_up_at.notAfter('2026-01-01'))
        .or(c.picked_up_at.notBefore(c.loaded_at)),
    ).toEqualTypeOf<Flag<Rows, Entities>>()
    expectTypeOf(c.picked_up_at.until(c.delivered_at, 'hours').plus(c.picked_up_at.datePart('dayOfWeek'))).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.picked_up_at.day()).toEqualTypeOf<Moment<Day, Rows, Entities>>()
    expectTypeOf(c.picked_up_at.day().midnight()).toEqualTypeOf<Moment<Instant, Rows, Entities>>()
    expectTypeOf(c.picked_up_at.day().daysUntil(c.delivered_at.day())).toEqualTypeOf<Num<Rows, Entities>>()
    // @ts-expect-error only a timestamp has a day
    customers.c.signed_up_on.day()
  })
  it('fields of JSON, raw SQL and cases', () => {
    expectTypeOf(c.attrs.get('a.b', number(5, 2))).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(c.attrs.get(['a', 'b'], date())).toEqualTypeOf<Moment<Day, Rows, Entities>>()
    expectTypeOf(raw(varchar(), { snowflake: sql`X(${c.km}, ${c.on_time}, ${c.attrs})`, duckdb: sql`x(${c.km}, ${c.on_time}, ${c.attrs})` })).toEqualTypeOf<
      Text<string, Rows, Entities>
    >()
    expectTypeOf(when(c.on_time, c.km).when(c.km.gt(1), 1).otherwise(null)).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(when(c.on_time, true).otherwise(false)).toEqualTypeOf<Flag<Rows, Entities>>()
    expectTypeOf(when(c.on_time, 'a').otherwise('b')).toEqualTypeOf<Text<'a' | 'b', Rows, Entities>>()
    expectTypeOf(encode(c.status, { open: 0, done: 1, lost: 2 }, { otherwise: null })).toEqualTypeOf<Num<Rows, Entities>>()
    expectTypeOf(literal(1).minus(c.km)).toEqualTypeOf<Num<Rows, Entities>>()
  })
})

describe('features', () => {
  it('aggregates over windows', () => {
    for (const aggregate of [
      count(deliveries),
      countIf(c.on_time),
      sum(c.km),
      rate(c.on_time),
      ratio(sum(c.km), count(deliveries)),
      stddev(c.km),
      variance(c.km),
      median(c.km),
      percentile(c.km, 0.9),
      percentileDisc(c.km, 0.9),
      countDistinct(c.from_hub),
      min(c.km),
      max(c.km),
      first(c.km),
      last(c.km, { keepNulls: true }),
    ]) {
      expectTypeOf(aggregate.where(c.on_time).over('30d')).toEqualTypeOf<Num<'feature', Entities>>()
      expectTypeOf(aggregate.over('lifetime', { partial: true })).toEqualTypeOf<Num<'feature', Entities>>()
      expectTypeOf(aggregate.over(window('30d'), { offset: '1d' })).toEqualTypeOf<Num<'feature', Entities>>()
      expectTypeOf(aggregate.next('30d').gt(0)).toEqualTypeOf<Label<boolean, Entities>>()
      expectTypeOf(aggregate.where(c.on_time, c.km.gt(1), c.from_hub.eq('x')).over('30d')).toEqualTypeOf<Num<'feature', Entities>>()
    }
    expectTypeOf(max(c.delivered_at).over('30d')).toEqualTypeOf<Moment<Instant, 'feature', Entities>>()
    expectTypeOf(last(c.status).over('30d')).toEqualTypeOf<Text<'open' | 'done' | 'lost', 'feature', Entities>>()
    expectTypeOf(lastN(c.km, 3).over('30d')).toEqualTypeOf<JsonValue<'feature', Entities>>()
  })
  it('values as of the point, and the point itself', () => {
    expectTypeOf(asOf(customers.c.tier)).toEqualTypeOf<Text<'bronze' | 'silver' | 'gold', 'feature', 'customer'>>()
    expectTypeOf(asOf(vehicles.c.capacity_kg)).toEqualTypeOf<Num<'feature', 'vehicle'>>()
    expectTypeOf(daysSince(asOf(customers.c.signed_up_on))).toEqualTypeOf<Num<'feature', 'customer'>>()
    expectTypeOf(asOf(customers.c.signed_up_at).until(point(), 'days')).toEqualTypeOf<Num<'feature', 'customer'>>()
    featureView('calendar', { entity: fleet }, { weekday: point().datePart('dayOfWeek'), one: literal(1) })
  })
  it('a view binds its entity', () => {
    expectTypeOf(service.f.order_frequency_30d.plus(1)).toEqualTypeOf<Num<'feature', 'customer'>>()
    expectTypeOf(service.f.customer_reliability_tier.name).toEqualTypeOf<'customer_reliability_tier'>()
    expectTypeOf(service.f.avg_delivery_time_7d.version(2).name).toEqualTypeOf<'avg_delivery_time_7d'>()
    expectTypeOf(region.at({ country: asOf(customers.c.home_country), region_code: asOf(customers.c.home) }, climate.f.rain_mm_24h)).toEqualTypeOf<
      Num<'feature', 'customer'>
    >()
  })
  it('versions have the type of their expressions', () => {
    expectTypeOf(versions({ 1: sum(c.km).over('7d'), 2: sum(c.km).over('8d') })).toEqualTypeOf<Num<'feature', Entities>>()
  })
  it('checks fit the type', () => {
    featureView(
      'checked',
      { entity: customer },
      {
        code: last(c.from_hub)
          .over('7d')
          .with({ checks: [matches('[A-Z]+'), unique(), oneOf('A', 'B')], tags: ['x'], owner: 'me', deprecated: 'use y', version: 2 }),
      },
    )
  })
})

describe('sources', () => {
  it('hold entities without keys, and keys under other names', () => {
    const depot = entity('depot', { keys: { depot_id: integer() } })
    const visits = events('raw.visits', {
      entities: [fleet, depot.on({ depot_id: 'place' })],
      columns: { place: integer(), weight: float(), at: timestamp() },
      eventTime: 'at',
      rowKey: ['place', 'at'],
      dedupe: 'latest known',
    })
    expectTypeOf(visits.c.weight).toEqualTypeOf<Num<'events raw.visits', 'fleet' | 'depot'>>()
    expectTypeOf(sum(visits.by(depot.on({ depot_id: 'place' })).c.weight).over('7d')).toEqualTypeOf<Num<'feature', 'depot'>>()
  })
})
