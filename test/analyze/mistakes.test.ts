import { describe, expect, it } from 'vitest'
import { analyze } from '../../compiler/analyze/index.ts'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import * as language from '../../compiler/dsl/index.ts'
import type { Scalar, WindowAggregate } from '../../compiler/ir/scalar.ts'
import { projectOf, spanOf } from '../support/project.ts'
import * as s from './sample.ts'

/** The language as JavaScript sees it: nothing stops a mistake before it runs. */
// oxlint-disable-next-line typescript/no-explicit-any
type Untyped = any
const f = language as Untyped
const { boolean, category, date, float, integer, number, timestamp, varchar, variant } = f
const { climate, customer, customers, deliveries, health, region, risk, route, service, vehicle, vehicles, weather } = s as Untyped

function mistakesOf(definitions: readonly unknown[], config?: unknown): readonly Diagnostic[] {
  return analyze(projectOf(definitions, { config })).diagnostics
}

/** One feature of a view, in a project that is good but for it. */
function featureMistakes(expr: unknown, entity: unknown = customer, options: object = {}): readonly Diagnostic[] {
  return mistakesOf([...s.sample, f.featureView('wrong', { entity, ...options }, { x: expr })])
}

/** A hand-made expression, for what no builder makes. */
function node(expr: Scalar): unknown {
  const real = f.count(deliveries).over('7d')
  return Object.freeze(Object.assign(Object.create(Object.getPrototypeOf(real) as object) as object, { node: expr, meta: null, versionMeta: null }))
}

function brief(found: readonly Diagnostic[]): readonly string[] {
  return found.map(d => `${d.code} ${d.message}${d.hint === null ? '' : ` | ${d.hint}`}`)
}

const handmadeColumn: Extract<Scalar, { kind: 'column' }> = { kind: 'column', source: 'source.raw.deliveries', name: 'km', keys: null }
const handmadeWindow: WindowAggregate = {
  kind: 'window',
  aggregate: 'sum',
  of: handmadeColumn,
  parameter: null,
  keepNulls: false,
  source: 'source.raw.deliveries',
  keys: null,
  where: null,
  length: 60,
  offset: 0,
  partial: false,
}
const sum = (x: unknown, over = '30d'): Untyped => f.sum(x).over(over)
const key = { customer_id: varchar() }
const source = (name: string, given: object): unknown =>
  f.events(name, { entities: [customer], columns: { customer_id: varchar(), t: timestamp() }, eventTime: 't', ...given })

describe('a feature', () => {
  const cases: readonly (readonly [title: string, expr: () => unknown, message: string, entity?: unknown])[] = [
    ['F202 average of nothing that is an expression', () => f.avg('km'), ''],
    ['F202 aggregate without a window', () => f.count(deliveries), "F202 found an aggregate without a window where a window: .over('30d') is expected"],
    ['F202 label as a feature', () => f.count(deliveries).next('30d'), 'F202 found a label, which looks into the future'],
    ['F202 duration that is none', () => sum(deliveries.c.km, '30 days'), 'F202 '],
    ['F202 plain strings are no SQL', () => f.raw(number(), { snowflake: 'HAVERSINE(1)', duckdb: f.sql`1` }), 'F202 found '],
    [
      'F209 a dialect is missing',
      () => node({ kind: 'raw', type: { kind: 'int' }, bodies: { snowflake: ['1'], duckdb: [] } }),
      'F209 raw SQL has no body for duckdb',
    ],
    [
      'F209 other inputs in one dialect',
      () => node({ kind: 'raw', type: { kind: 'int' }, bodies: { snowflake: [{ kind: 'point' }], duckdb: ['1'] } }),
      'F209 raw SQL reads other inputs',
    ],
    ['F210 versions inside an expression', () => f.versions({ 1: sum(deliveries.c.km) }).plus(1), 'F210 versions stand inside an expression'],
    [
      'F210 current version that does not exist',
      () => f.versions({ 1: sum(deliveries.c.km) }, { current: 3 }),
      "F210 versions show '3' as the current one, but there are 1",
    ],
    ['F210 version that is no number', () => f.versions({ a: sum(deliveries.c.km) }), "F210 versions are numbered 'a'"],
    [
      'F211 feature of an own view that is not there',
      () => node({ kind: 'feature', ref: 'feature.customer.orders_30' }),
      "F211 there is no feature 'orders_30' of entity 'customer', or its view is not exported | did you mean 'orders_30d'?",
    ],
    ['F211 version that is not there', () => service.f.delivery_hours_7d.version(7), "F211 there is no feature 'delivery_hours_7d@7'"],
    [
      'F211 column that is not there',
      () => node({ kind: 'asOf', of: { kind: 'column', source: 'source.raw.customers', name: 'homme', keys: null } }),
      "F211 there is no column 'homme' in source 'raw.customers' | did you mean 'home'?",
    ],
    [
      'F211 source that is not exported',
      () => node({ kind: 'asOf', of: { kind: 'column', source: 'source.raw.custmers', name: 'home', keys: null } }),
      "F211 there is no source 'raw.custmers', or it is not exported | did you mean 'raw.customers'?",
    ],
    [
      'F211 entity that is not exported',
      () => node({ kind: 'lookup', entity: 'entity.regio', keys: {}, of: { kind: 'feature', ref: 'feature.region.rain_24h' } }),
      "F211 there is no entity 'regio', or it is not exported | did you mean 'region'?",
    ],
    [
      'F213 row-level value as a feature',
      () => deliveries.c.km,
      "F213 the row-level column 'km' of 'raw.deliveries' cannot stand in a feature | aggregate the rows",
    ],
    ['F213 row-level value inside a feature expression', () => service.f.orders_30d.plus(deliveries.c.km), "F213 the row-level column 'km'"],
    [
      'F213 feature inside a row',
      () => sum(deliveries.c.km.plus(service.f.orders_30d)),
      "F213 the feature 'customer.orders_30d' cannot stand in a row-level expression",
    ],
    [
      'F213 aggregate inside a lookup',
      () => region.at({ country: f.asOf(customers.c.home_country), region_code: f.asOf(customers.c.home) }, sum(weather.c.rain_mm)),
      'F213 sum over a window cannot stand in a lookup | name the value',
    ],
    ['F320 rows of two sources', () => sum(deliveries.c.km.plus(weather.c.rain_mm)), "F320 rows of 'raw.deliveries' and 'raw.weather' stand in one expression"],
    [
      'F321 condition on another source',
      () => f.sum(deliveries.c.km).where(weather.c.rain_mm.gt(1)).over('7d'),
      "F321 a condition on 'raw.weather' filters rows of 'raw.deliveries'",
    ],
    ['F322 window over a snapshot', () => sum(vehicles.c.mileage), "F322 sum over a window of 'raw.vehicles', which is a snapshot", vehicle],
    ['F323 asOf over events', () => f.asOf(deliveries.c.km), "F323 asOf of 'raw.deliveries', which holds events"],
    [
      'F324 aggregate of another entity',
      () => sum(deliveries.c.km),
      "F324 source 'raw.deliveries' does not describe entity 'region'; it describes customer, vehicle or route",
      region,
    ],
    [
      'F325 feature of another entity',
      () => service.f.orders_30d.div(health.f.km_30d),
      "F325 'km_30d' is a feature of 'vehicle' where one of 'customer' is due | reach it by vehicle.at({ key }, feature)",
    ],
    [
      'F325 lookup of a feature of a third entity',
      () => region.at({ country: f.asOf(customers.c.home_country), region_code: f.asOf(customers.c.home) }, health.f.km_30d),
      "F325 'km_30d' is a feature of 'vehicle' where one of 'region' is due",
    ],
    [
      'F326 half a key in a lookup',
      () => region.at({ country: f.asOf(customers.c.home_country) }, climate.f.rain_24h),
      "F326 the lookup of 'region' misses the key region_code",
    ],
    [
      'F340 key of another type',
      () => region.at({ country: service.f.on_time_rate_30d, region_code: f.asOf(customers.c.home) }, climate.f.rain_24h),
      'F340 at({ country }): argument 1 is float; expected varchar',
    ],
    [
      'F326 half a key in a role',
      () => f.count(deliveries.by(route.on({ origin: 'to_hub' }))).over('7d'),
      "F326 raw.deliveries: by() of 'route' misses the key destination",
      route,
    ],
    [
      'F327 two roles in one expression',
      () => node({ ...handmadeWindow, of: { ...handmadeColumn, keys: { origin: 'to_hub', destination: 'return_hub' } } }),
      "F327 one expression reads rows of 'raw.deliveries' in two roles",
      route,
    ],
    ['F328 asOf of a constant', () => f.asOf(f.literal(1)), 'F328 asOf reads no column'],
    ['F339 category left out', () => f.encode(f.asOf(customers.c.tier), { bronze: 1, silver: 2 }, { otherwise: 0 }), 'F339 encode leaves out gold'],
    [
      'F342 category too many',
      () => f.encode(f.asOf(customers.c.tier), { bronze: 1, silver: 2, gold: 3, platinum: 4 }, { otherwise: 0 }),
      "F342 'platinum' is none of the values bronze, silver or gold",
    ],
    [
      'F342 category that does not exist',
      () => f.countIf(deliveries.c.status.eq('lst')).over('7d'),
      "F342 'lst' is none of the values open, done or lost | did you mean 'lost'?",
    ],
    [
      'F340 order comparison of a text with a number',
      () => f.countIf(deliveries.c.customer_id.times(2)).over('7d'),
      'F340 times: argument 1 is varchar; expected a number',
    ],
    ['F340 condition that is a number', () => f.when(service.f.orders_30d, 1).otherwise(0), 'F340 when: argument 1 is integer; expected a boolean'],
    ['F340 field of what is no variant', () => f.asOf(customers.c.home).get('a', varchar()), 'F340 get: argument 1 is varchar; expected a variant'],
    [
      'F340 hours added to a date',
      () =>
        sum(deliveries.c.km)
          .toInteger()
          .isNull()
          .and(
            node({
              kind: 'call',
              fn: 'isNull',
              args: [
                {
                  kind: 'call',
                  fn: 'timePlus',
                  args: [
                    { kind: 'literal', value: '2026-01-01', type: { kind: 'date' } },
                    { kind: 'literal', value: 60, type: { kind: 'int' } },
                  ],
                },
              ],
            }),
          ),
      'F340 timePlus: argument 2 is no whole number of days',
    ],
    ['F341 text equals number', () => f.countIf(deliveries.c.customer_id.eq(3)).over('7d'), 'F341 eq: varchar and 3 have no common type'],
    ['F341 arms of two types', () => f.when(service.f.orders_30d.gt(1), 'many').otherwise(0), "F341 when: 'many' and 0 have no common type"],
    ['F343 average of a text', () => f.avg(deliveries.c.customer_id).over('7d'), 'F343 avg of varchar; expected a number'],
    ['F343 rate of a number', () => f.rate(deliveries.c.km).over('7d'), 'F343 rate of number(9,1); expected a boolean'],
    [
      'F343 distinct count of a variant',
      () => f.countDistinct(deliveries.c.attrs).over('7d'),
      'F343 countDistinct of variant; expected a value that is compared exactly',
    ],
    ['F343 greatest of a flag', () => f.max(deliveries.c.on_time).over('7d'), 'F343 max of boolean'],
    ['F344 cast that differs between engines', () => service.f.trend_30d.toText(), 'F344 float cannot be cast to varchar'],
    ['F345 text that is no timestamp', () => f.countIf(deliveries.c.picked_up_at.before('2026-02-30')).over('7d'), "F345 '2026-02-30' is no timestamp"],
    ['F346 text default for a number', () => service.f.orders_30d.default('none'), "F346 the default 'none' does not fit a feature of type integer"],
    [
      'F347 numeric check on a text',
      () => service.f.reliability.default('low').with({ checks: [f.between(0, 1)] }),
      'F347 the check between is for numbers, but the feature is varchar',
    ],
    [
      'F348 last without an order',
      () => f.last(weather.c.rain_mm).over('7d'),
      "F348 last needs to know which of two events at the same time is later, but source 'raw.weather' has no tieBreak",
      region,
    ],
    ['F202 percentile of 95', () => f.percentile(deliveries.c.km, 95).over('7d'), 'F202 found the number 95 where a share'],
    [
      'F349 percentile of 95, made by hand',
      () => node({ ...handmadeWindow, aggregate: 'percentile', parameter: 95 }),
      'F349 the parameter of percentile is 95; expected a number from 0 to 1',
      route,
    ],
    [
      'F212 unit that is none',
      () => node({ kind: 'call', fn: 'truncate', args: [{ kind: 'point' }, { kind: 'literal', value: 'decade', type: { kind: 'text' } }] }),
      "F212 truncate takes 'decade' where minute, hour",
    ],
  ]
  it.each(cases.map(c => [c[0], c] as const))('%s', (title, [, expr, message, entity = customer]) => {
    const found = featureMistakes(expr(), entity)
    const lines = brief(found)
    expect(lines.length, lines.join('\n')).toBeGreaterThan(0)
    expect(lines[0]).toContain(message)
    expect(lines[0]!.slice(0, 4)).toBe(title.slice(0, 4))
    expect(found[0]!.span).toEqual(spanOf('view.wrong', 'x'))
    expect(found[0]!.address).toMatch(/^feature\.\w+\.x(@\d+)?$|^view\.wrong$/)
    expect(lines.length, lines.join('\n')).toBe(1)
  })
})

describe('names', () => {
  it('F205 names that are no identifiers', () => {
    const found = mistakesOf([f.entity('my entity', { keys: { 'a-b': varchar() } })])
    expect(brief(found).map(m => m.split(' |')[0])).toEqual(["F205 the entity 'my entity' is no identifier", "F205 the key 'a-b' is no identifier"])
    expect(found[1]!.span).toEqual(spanOf('entity.my entity', 'a-b'))
  })

  it('F206 reserved names, keys and columns of versions', () => {
    const view = f.featureView(
      'v',
      { entity: customer },
      { feature_time: sum(deliveries.c.km), Customer_ID: sum(deliveries.c.km), x__v2: sum(deliveries.c.km) },
    )
    expect(mistakesOf([...s.base, view]).map(d => [d.code, d.span])).toEqual(['feature_time', 'Customer_ID', 'x__v2'].map(n => ['F206', spanOf('view.v', n)]))
  })

  it('F207 names given twice, also by case', () => {
    const again = f.featureView('More', { entity: customer }, { ORDERS_30D: sum(deliveries.c.km) })
    const view = f.featureView('more', { entity: customer }, { y: sum(deliveries.c.km) })
    expect(brief(mistakesOf([...s.sample, again, view])).map(m => m.split(' |')[0])).toEqual([
      "F207 the view 'more' differs from 'More' only by case",
      "F207 the feature 'ORDERS_30D' differs from 'orders_30d' only by case for entity 'customer'",
    ])
    expect(brief(mistakesOf([...s.sample, f.store('online', { views: { a: [service] }, clusterBy: [] })]))[0]).toContain(
      "F207 the store 'online' is declared twice, once as a serving",
    )
    const same = f.featureView('twice', { entity: customer }, { y: sum(deliveries.c.km) }).derive((g: Untyped) => ({ y: g.y.plus(1) }))
    expect(mistakesOf([...s.sample, same]).map(d => d.code)).toContain('F207')
  })

  it('F208 former names that still exist', () => {
    const view = f.featureView(
      'customer_service_2',
      { entity: customer, renamedFrom: 'customer_service' },
      { y: sum(deliveries.c.km).with({ renamedFrom: 'orders_30d' }) },
    )
    const old = f.entity('driver', { keys: { a: varchar(), b: varchar().renamedFrom('a') } })
    const found = mistakesOf([...s.sample, view, old])
    expect(found.map(d => d.code)).toEqual(['F208', 'F208', 'F208'])
    expect(found.map(d => d.span)).toEqual([spanOf('view.customer_service_2'), spanOf('entity.driver', 'b'), spanOf('view.customer_service_2', 'y')])
  })

  it('F310 features in a circle', () => {
    const view = f.featureView(
      'v',
      { entity: customer },
      {
        a: node({ kind: 'feature', ref: 'feature.customer.b' }),
        b: node({ kind: 'feature', ref: 'feature.customer.a' }),
      },
    )
    expect(brief(mistakesOf([...s.base, view]))).toEqual([
      'F310 features read each other in a circle: customer.a -> customer.b -> customer.a'.replaceAll('customer.', ''),
    ])
  })

  it('F311 views in a circle', () => {
    const one = f.featureView('one', { entity: customer }, { a: sum(deliveries.c.km), d: node({ kind: 'feature', ref: 'feature.customer.c' }) })
    const two = f.featureView('two', { entity: customer }, { b: node({ kind: 'feature', ref: 'feature.customer.a' }), c: sum(deliveries.c.km) })
    const found = mistakesOf([...s.base, one, two])
    expect(brief(found)[0]).toContain('F311 views read each other in a circle: one -> two -> one')
    expect(found[0]!.span).toEqual(spanOf('view.one'))
  })
})

describe('entities and sources', () => {
  const cases: readonly (readonly [title: string, source: () => unknown, message: string, member: string | null])[] = [
    ['F201 option that there is not', () => source('raw.x', { evntTime: 't' }), "F201 'evntTime' is no option here", null],
    ['F201 dedupe without rowKey', () => source('raw.x', { dedupe: 'latest known' }), "F201 'dedupe' is given without rowKey", 'dedupe'],
    ['F203 lateness that is no length', () => source('raw.x', { lateness: '2 days' }), "F203 'lateness' is '2 days', which is no length of time", 'lateness'],
    ['F203 freshness of nothing', () => source('raw.x', { freshness: '0m' }), "F203 'freshness' is '0m', which is no length of time", 'freshness'],
    ['F204 history from no day', () => source('raw.x', { historyFrom: '2026-13-01' }), "F204 'historyFrom' is '2026-13-01', which is no date", 'historyFrom'],
    [
      'F211 unknown column as tie-break',
      () => source('raw.x', { tieBreak: ['tt'] }),
      "F211 there is no column 'tt' in source 'raw.x' ('tieBreak') | did you mean 't'?",
      'tieBreak',
    ],
    [
      'F301 key column missing',
      () => source('raw.x', { columns: { t: timestamp(), custmer_id: varchar() } }),
      "F301 source 'raw.x' does not say which column holds 'customer_id' of entity 'customer' | did you mean column 'custmer_id'?",
      'entities',
    ],
    [
      'F211 mapped key column missing',
      () => source('raw.x', { entities: [customer.on({ customer_id: 'cust_no' })] }),
      "F211 there is no column 'cust_no' in source 'raw.x' (key 'customer_id' of 'customer')",
      'entities',
    ],
    [
      'F207 entity in two roles',
      () =>
        source('raw.x', { entities: [customer, customer.on({ customer_id: 'other' })], columns: { customer_id: varchar(), other: varchar(), t: timestamp() } }),
      "F207 the entity 'customer' is declared twice by source 'raw.x'",
      'entities',
    ],
    [
      'F302 key column of another type',
      () => source('raw.x', { columns: { customer_id: number(), t: timestamp() } }),
      "F302 column 'customer_id' of source 'raw.x' is number(38,0), but key 'customer_id' of entity 'customer' is varchar",
      'entities',
    ],
    [
      'F303 event time is no timestamp',
      () => source('raw.x', { eventTime: 'customer_id' }),
      "F303 'eventTime' names column 'customer_id', which is varchar; expected timestamp",
      'eventTime',
    ],
    [
      'F303 known time is no timestamp',
      () => source('raw.x', { knownTime: { column: 'customer_id', trustedFrom: '2026-01-01' } }),
      "F303 'knownTime' names column 'customer_id'",
      'knownTime',
    ],
    ['F304 no event time', () => source('raw.x', { eventTime: undefined }), "F304 source 'raw.x' is of the form events and has no 'eventTime'", null],
    ['F410 versions without an order', () => source('raw.x', { rowKey: ['t'] }), "F410 source 'raw.x' has a rowKey, but nothing tells which", 'rowKey'],
    [
      'F303 version that has no exact order',
      () => source('raw.x', { rowKey: ['t'], rowVersion: 'customer_id' }),
      "F303 'rowVersion' names column 'customer_id', which is varchar; expected timestamp, date, integer or number",
      'rowVersion',
    ],
    ['F201 order of versions without rowKey', () => source('raw.x', { rowVersion: 't' }), "F201 'rowVersion' is given without rowKey", 'rowVersion'],
    [
      'F201 deletions of rows that nothing identifies',
      () => source('raw.x', { columns: { customer_id: varchar(), t: timestamp(), gone: boolean() }, deletedWhen: 'gone' }),
      "F201 'deletedWhen' is given without rowKey",
      'deletedWhen',
    ],
    [
      'F305 population of an entity that it does not hold',
      () => source('raw.x', { defines: [vehicle] }),
      "F305 source 'raw.x' defines the population of 'vehicle', which it does not hold",
      null,
    ],
    ['F326 half of a two-column key', () => source('raw.x', { entities: [route.on({ origin: 't' })] }), 'F3', 'entities'],
  ]
  it.each(cases)('%s', (title, declared, message, member) => {
    const found = mistakesOf([customer, route, ...(title.startsWith('F305') ? [vehicle] : []), declared()])
    expect(brief(found)[0]).toContain(message)
    expect(found.map(d => d.code)).toContain(title.slice(0, 4))
    expect(found[0]!.span).toEqual(member === null ? spanOf('source.raw.x') : spanOf('source.raw.x', member))
  })

  it('F306 two sources define one entity', () => {
    const found = mistakesOf([customer, source('raw.a', { defines: [customer] }), source('raw.b', { defines: [customer] })])
    expect(brief(found)[0]).toContain("F306 the population of 'customer' is defined by 2 sources: raw.a, raw.b")
    expect(found[0]!.span).toEqual(spanOf('source.raw.b'))
  })

  it('F307 key that is not compared exactly', () => {
    const found = mistakesOf([f.entity('sensor', { keys: { at: float() } })])
    expect(brief(found)).toEqual(["F307 key 'at' of 'sensor' is float, which is not compared exactly"])
    expect(found[0]!.span).toEqual(spanOf('entity.sensor', 'at'))
  })

  it('F329 view whose keys nothing shows', () => {
    const plain = f.featureView('lonely', { entity: customer }, { one: f.literal(1) })
    const found = mistakesOf([customer, plain])
    expect(found.map(d => d.code)).toContain('F329')
    expect(found.find(d => d.code === 'F329')!.span).toEqual(spanOf('view.lonely'))
  })

  it('knows every type of column', () => {
    const columns = { customer_id: varchar(), t: timestamp(), a: category('x'), b: date(), c: integer(), d: boolean(), e: variant().nullable(), g: float() }
    expect(mistakesOf([customer, source('raw.x', { columns })])).toEqual([])
  })
})

describe('views', () => {
  const cases: readonly (readonly [title: string, options: object, message: string, member: string])[] = [
    ['F203 cadence that is no length', { every: 'daily' }, "F203 'every' is 'daily'", 'every'],
    ['F203 cadence of nothing', { every: '0d' }, "F203 'every' is '0d'", 'every'],
    ['F203 availability after nothing', { availableAfter: '0s' }, "F203 'availableAfter' is '0s'", 'availableAfter'],
    ['F203 settling that is no length', { settle: '0' }, "F203 'settle' is '0'", 'settle'],
    ['F203 hop of nothing', { accuracy: { hop: '0s' } }, "F203 'accuracy.hop' is '0s'", 'accuracy'],
    ['F204 start that is no day', { start: 'yesterday' }, "F204 'start' is 'yesterday'", 'start'],
    ['F350 cadence that does not meet midnight', { every: '7h' }, "F350 the cadence '7h' neither divides a day", 'every'],
    ['F745 hop that points do not meet', { accuracy: { hop: '5h' } }, "F745 the hop '5h' does not divide the cadence 1d", 'accuracy'],
    ['F203 hop that is no length', { accuracy: { hop: 'soon' } }, "F203 'accuracy.hop' is 'soon'", 'accuracy'],
    [
      'F211 entity that is not exported',
      { entity: f.entity('custmer', { keys: key }) },
      "F211 there is no entity 'custmer', or it is not exported (view 'wrong') | did you mean 'customer'?",
      'entity',
    ],
    ['F201 view without its entity', { entity: undefined }, "F201 'entity' is ", 'entity'],
  ]
  it.each(cases)('%s', (title, options, message, member) => {
    const found = featureMistakes(sum(deliveries.c.km), customer, options)
    expect(brief(found)[0]).toContain(message)
    expect(found[0]!.code).toBe(title.slice(0, 4))
    expect(found[0]!.span).toEqual(spanOf('view.wrong', member))
  })
})

it('waits for nothing where that is what is written', () => {
  const found = [{ settle: '0s' }, { settle: '0d' }].map(options => featureMistakes(sum(deliveries.c.km), customer, options))
  expect(found).toEqual([[], []])
  expect(mistakesOf([customer, source('raw.x', { lateness: '0h' })])).toEqual([])
})

it('F746 hop longer than a window', () => {
  const found = featureMistakes(f.count(deliveries).over('6h'), customer, { accuracy: { hop: '12h' } })
  expect(brief(found)).toEqual(["F746 the hop '12h' is longer than the window 6h of 'x' | choose a shorter hop, or put short windows into a view of their own"])
  expect(found[0]!.span).toEqual(spanOf('view.wrong', 'x'))
})

it('F201 view without features', () => {
  const found = mistakesOf([customer, f.featureView('v', { entity: customer }, {})])
  expect(brief(found)).toEqual(["F201 'features' is empty; expected at least one feature"])
  expect(found[0]!.span).toEqual(spanOf('view.v', 'features'))
})

describe('consumers', () => {
  const serving = (given: object): unknown => f.serving('x', { entity: customer, features: [service], freshness: '5m', ...given })
  const dataset = (given: object): unknown =>
    f.dataset('x', {
      entity: customer,
      spine: deliveries,
      features: [service],
      label: f.count(deliveries).next('30d'),
      split: { train: '2026-01-01', validation: '2026-02-01' },
      ...given,
    })
  const model = (given: object): unknown => f.model('x', { version: '1', type: 'regression', trainedOn: s.churn, ...given })
  const monitor = (given: object): unknown => f.monitor('x', { on: service.f.orders_30d, stat: f.mean().above(1), every: '1d', severity: 'info', ...given })
  const cases: readonly (readonly [title: string, made: () => unknown, message: string, member: string | null])[] = [
    [
      'F202 anonymous expression',
      () => serving({ features: [service.f.orders_30d.plus(1)] }),
      'F202 found an expression without a name where a view, or a feature of a view is expected',
      'features',
    ],
    [
      'F360 feature of another entity',
      () => serving({ features: [health.f.km_30d] }),
      "F360 feature 'km_30d' is of entity 'vehicle', but serving 'x' is of 'customer'",
      'features',
    ],
    ['F360 view of another entity', () => serving({ features: [health] }), "F360 view 'vehicle_health' is of entity 'vehicle'", 'features'],
    ['F361 feature listed twice', () => serving({ features: [service, service.f.orders_30d] }), "F361 serving 'x' would have two columns 'orders_30d'", null],
    ['F202 unknown request field', () => serving({ request: { a: number() }, computed: (r: Untyped) => ({ y: r.b }) }), 'F202 ', 'y'],
    [
      'F213 row-level value in a computed column',
      () => serving({ computed: () => ({ y: deliveries.c.km }) }),
      "F213 the row-level column 'km' of 'raw.deliveries' cannot stand in a computed column",
      'y',
    ],
    [
      'F362 cluster key that no view has',
      () => f.store('x', { views: { customer: [service, risk] }, clusterBy: ['vehicle_id'] }),
      "F362 clusterBy names 'vehicle_id', but the store clusters by customer_id, feature_date or feature_type",
      'clusterBy',
    ],
    [
      'F370 view listed twice',
      () => f.store('x', { views: { a: [service], b: [service] }, clusterBy: [] }),
      "F370 store 'x' lists view 'customer_service' twice",
      'views',
    ],
    [
      'F363 feature_type of two entities',
      () => f.store('x', { views: { a: [service, health] }, clusterBy: [] }),
      "F363 feature_type 'a' of store 'x' mixes views of customer and vehicle",
      'views',
    ],
    ['F202 feature where a label is due', () => dataset({ label: service.f.orders_30d }), 'F202 ', 'label'],
    ['F324 spine without this entity', () => dataset({ spine: weather }), "F324 source 'raw.weather' does not describe entity 'customer'", 'spine'],
    ['F364 spine that holds no events', () => dataset({ spine: customers }), "F364 the spine 'raw.customers' is a dimension", 'spine'],
    [
      'F352 split that goes back',
      () => dataset({ split: { train: '2026-03-01', validation: '2026-02-01' } }),
      'F352 the split trains until 2026-03-01 and validates until 2026-02-01',
      'split',
    ],
    [
      'F365 feature that the dataset does not hold',
      () => model({ uses: ['rain_scor'] }),
      "F365 model 'x' uses 'rain_scor', which dataset 'churn' does not hold",
      'uses',
    ],
    ['F369 more traffic than there is', () => model({ traffic: 0.5 }), "F369 the traffic of the models trained on 'churn' adds up to 1.4", null],
    ['F366 mean of a text', () => monitor({ on: service.f.reliability }), 'F366 statistic mean on a feature of type varchar; it is for numbers', 'stat'],
    ['F366 statistic of a feature on a source', () => monitor({ on: weather }), 'F366 statistic mean on a source; it is for a feature', 'stat'],
  ]
  it.each(cases)('%s', (title, made, message, member) => {
    const found = mistakesOf([...s.sample, made()])
    const address = found[0]?.address ?? ''
    expect(brief(found)[0]).toContain(message)
    expect(found[0]!.code).toBe(title.slice(0, 4))
    expect(address).toMatch(/\.x$/)
    expect(found[0]!.span).toEqual(member === null ? spanOf(address) : spanOf(address, member))
  })

  it('F367 statistic that there is not', () => {
    const real = monitor({}) as object
    const odd = Object.freeze(
      Object.create(real, {
        statistic: { value: 'men', enumerable: true },
        kind: { value: 'monitor', enumerable: true },
        name: { value: 'x', enumerable: true },
      }) as object,
    )
    expect(brief(mistakesOf([...s.sample, odd]))).toEqual(["F367 there is no statistic 'men' | did you mean 'mean'?"])
  })

  it('F368 median served live', () => {
    const view = f.featureView('middle', { entity: customer }, { typical_km: f.median(deliveries.c.km).over('7d') })
    const found = mistakesOf([...s.sample, view, serving({ mode: 'live', features: [view] })])
    expect(brief(found)[0]).toContain("F368 'typical_km' rests on median, which cannot be kept current")
    expect(found[0]!.span).toEqual(spanOf('serving.x', 'features'))
  })

  it('F682 live serving that is to be kept', () => {
    const view = f.featureView('middle', { entity: customer }, { km_7d: f.sum(deliveries.c.km).over('7d') })
    const found = mistakesOf([...s.sample, view, serving({ mode: 'live', as: 'dynamic table', features: [view] })])
    expect(brief(found)).toEqual(["F682 serving 'x' is live, and 'as' is for rows that are kept | leave 'as' out, or serve it by mode: 'latest'"])
    expect(found[0]!.span).toEqual(spanOf('serving.x', 'as'))
  })
})

describe('the config', () => {
  const config = (given: object): unknown => f.defineConfig({ project: 'p', targets: { local: f.duckdb({ path: 'x' }) }, defaultTarget: 'local', ...given })

  it.each([
    ['F205 project that is no identifier', { project: 'my project' }, "F205 the project 'my project' is no identifier"],
    [
      'F201 schemas of environments without the environment',
      { environments: { schema: 'ML' } },
      "F201 'environments.schema' is 'ML'; expected a pattern with '{env}'",
    ],
    ['F203 cadence that is no length', { defaults: { every: 'daily' } }, "F203 'defaults.every' is 'daily', which is no length of time"],
  ])('%s', (_, given, message) => {
    const found = mistakesOf([], config(given))
    expect(brief(found)[0]).toContain(message)
    expect(found.map(d => d.span)).toEqual([spanOf('config')])
  })

  it('F380 policies', () => {
    const policies = [f.require_('owner'), f.require_('description'), f.require_('monitor')]
    const found = mistakesOf(s.base.slice(0, 1), config({ policies }))
    expect(brief(found).map(m => m.split(' |')[0])).toEqual(
      ['owner', 'description'].map(x => `F380 entity.customer has no ${x}, which the policy of this project requires`),
    )
    const views = mistakesOf(s.sample, config({ policies: [f.require_('monitor')] }))
    expect(views.map(d => d.address)).toEqual(['view.region_weather', 'view.vehicle_health', 'view.route_returns'])
    expect(mistakesOf([customer], config({ policies: [f.require_('owner')], defaults: { owner: 'us' } }))).toEqual([])
  })
})
