import {
  age,
  asOf,
  avg,
  between,
  count,
  dataset,
  defineConfig,
  duckdb,
  entity,
  env,
  events,
  featureView,
  literal,
  lateShare,
  mean,
  model,
  monitor,
  notNull,
  nullShare,
  number,
  oneOf,
  psi,
  require_,
  serving,
  snowflake,
  sql,
  store,
  sum,
  timestamp,
  unique,
  varchar,
  versions,
  window,
  matches,
} from 'featplan'
import { describe, expect, it } from 'vitest'
import { brand } from '../../compiler/ir/definition.ts'
import { customer, customers, depots, orders, route, service } from './definitions.ts'

const text = { type: { kind: 'text' }, nullable: false, fixed: false, values: null, renamedFrom: null }

describe('entities and sources', () => {
  it('an entity', () => {
    expect(customer).toEqual({ kind: 'entity', name: 'customer', keys: { customer_id: text }, options: { owner: 'growth' } })
    expect(entity('fleet', { keys: {} })).toEqual({ kind: 'entity', name: 'fleet', keys: {}, options: {} })
  })
  it('a source of events, with each entity by the columns of its keys', () => {
    expect(orders).toMatchObject({
      kind: 'source',
      form: 'events',
      name: 'raw.orders',
      eventTime: 'ordered_at',
      tieBreak: ['from_hub'],
      rowKey: [],
      defines: [],
      validFrom: null,
      knownTime: null,
      query: null,
      options: {},
      entities: [
        { entity: 'customer', on: { customer_id: 'customer_id' } },
        { entity: 'route', on: { origin: 'from_hub', destination: 'to_hub' } },
      ],
      columns: {
        amount: { type: { kind: 'decimal', precision: 12, scale: 2 } },
        extra: { type: { kind: 'json' }, nullable: true },
        status: { values: ['open', 'done'] },
      },
    })
  })
  it('a dimension and a snapshot', () => {
    expect(customers).toMatchObject({ form: 'dimension', validFrom: 'valid_from', validTo: null, eventTime: null, defines: ['customer'] })
    expect(depots).toMatchObject({ form: 'snapshot', columns: { size: { type: { kind: 'decimal', precision: 6, scale: 0 }, fixed: true } } })
  })
  it('known time, freshness and a query', () => {
    const columns = { customer_id: varchar().renamedFrom('cust'), at: timestamp(), loaded: timestamp() }
    const source = events('refunds', {
      entities: [customer],
      columns,
      eventTime: 'at',
      knownTime: { column: 'loaded', trustedFrom: '2026-01-01' },
      lateness: '2d',
      freshness: '3h',
      historyFrom: '2024-01-01',
      rowKey: ['customer_id'],
      dedupe: 'latest known',
      query: { snowflake: sql`SELECT 1`, duckdb: sql`SELECT 2` },
      description: 'Money back.',
      tags: ['finance'],
    })
    expect(source).toMatchObject({
      knownTime: { column: 'loaded', trustedFrom: '2026-01-01' },
      lateness: '2d',
      freshness: '3h',
      historyFrom: '2024-01-01',
      rowKey: ['customer_id'],
      dedupe: 'latest known',
      query: { snowflake: ['SELECT 1'], duckdb: ['SELECT 2'] },
      columns: { customer_id: { renamedFrom: 'cust' } },
      options: { description: 'Money back.', tags: ['finance'] },
    })
    expect(events('x', { entities: [customer], columns, eventTime: 'at', knownTime: 'loaded' })).toMatchObject({
      knownTime: { column: 'loaded', trustedFrom: null },
    })
  })
  it('a window', () => {
    expect(window('30d', { offset: '1d', description: 'Lately.' })).toEqual({ kind: 'span', length: '30d', offset: '1d', description: 'Lately.' })
    expect(window('lifetime')).toEqual({ kind: 'span', length: 'lifetime', offset: null, description: null })
  })
})

describe('views', () => {
  it('records features in the order written, with what is said about them', () => {
    const view = featureView(
      'v',
      {
        entity: customer,
        every: '1d',
        start: '2026-01-01',
        settle: '2h',
        availableAfter: '3h',
        accuracy: { hop: '6h' },
        known: 'corrected',
        serve: { freshness: '5m' },
      },
      {
        b: count(orders)
          .over('7d')
          .with({ unit: 'orders', checks: [notNull(), between(0, 9), unique()] })
          .with({ owner: 'me', renamedFrom: 'bb', version: 2, deprecated: 'use a' }),
        a: asOf(customers.c.tier)
          .default('gold')
          .with({ checks: [oneOf('gold'), matches('g.*')], tags: ['x'] }),
      },
    )
    expect(view).toMatchObject({
      kind: 'view',
      name: 'v',
      entity: 'customer',
      every: '1d',
      start: '2026-01-01',
      settle: '2h',
      availableAfter: '3h',
      accuracy: { hop: '6h' },
      known: 'corrected',
      serve: { freshness: '5m' },
      options: {},
      features: [
        {
          name: 'b',
          versionMeta: null,
          meta: {
            unit: 'orders',
            checks: [{ kind: 'notNull' }, { kind: 'between', min: 0, max: 9 }, { kind: 'unique' }],
            owner: 'me',
            renamedFrom: 'bb',
            version: 2,
            deprecated: 'use a',
          },
        },
        {
          name: 'a',
          expr: { kind: 'call', fn: 'coalesce' },
          meta: {
            tags: ['x'],
            checks: [
              { kind: 'oneOf', values: ['gold'] },
              { kind: 'matches', pattern: 'g.*' },
            ],
          },
        },
      ],
    })
  })
  it('has the defaults of a view that says nothing', () => {
    expect(service).toMatchObject({ every: null, start: null, settle: null, availableAfter: null, accuracy: 'snapshot', known: null, serve: null })
  })
  it('derives a new view and leaves the old one as it was', () => {
    const derived = service.derive(f => ({ twice: f.orders_30d.times(2) })).derive(f => ({ four: f.twice.plus(f.twice) }))
    expect(derived).toMatchObject({
      name: 'service',
      features: [
        { name: 'orders_30d' },
        { name: 'twice', expr: { args: [{ kind: 'feature', ref: 'feature.customer.orders_30d' }, { value: 2 }] } },
        { name: 'four' },
      ],
    })
    expect(service).toMatchObject({ features: [{ name: 'orders_30d' }] })
  })
  it('gives its features by address and name', () => {
    expect(service.f.orders_30d).toMatchObject({ name: 'orders_30d', node: { kind: 'feature', ref: 'feature.customer.orders_30d' } })
    expect(service.f.orders_30d.version(2)).toMatchObject({ name: 'orders_30d', node: { ref: 'feature.customer.orders_30d@2' } })
  })
  it('keeps versions side by side, each with its own metadata and default', () => {
    const one = count(orders).over('7d').with({ deprecated: 'use 2' })
    const view = featureView(
      'v',
      { entity: customer },
      {
        n: versions({ 1: one, 2: count(orders).over('8d') }, { current: 1 })
          .default(0)
          .with({ unit: 'orders' }),
      },
    )
    expect(view).toMatchObject({
      features: [
        {
          name: 'n',
          meta: { unit: 'orders' },
          versionMeta: { 1: { deprecated: 'use 2' } },
          expr: {
            kind: 'versions',
            current: '1',
            of: { 1: { fn: 'coalesce', args: [{ kind: 'window' }, { value: 0 }] }, 2: { fn: 'coalesce', args: [{ length: 8 * 86400 }, { value: 0 }] } },
          },
        },
      ],
    })
  })
})

describe('consumers', () => {
  it('a store', () => {
    expect(store('t', { views: { customer: [service] }, clusterBy: ['feature_date', 'customer_id'], protect: true })).toEqual({
      kind: 'store',
      name: 't',
      views: { customer: ['service'] },
      clusterBy: ['feature_date', 'customer_id'],
      options: { protect: true },
    })
  })
  it('a serving view of values as of now, which has no freshness', () => {
    expect(serving('s', { entity: customer, features: [service], mode: 'live' })).toMatchObject({ mode: 'live', freshness: null })
  })
  it('a serving view', () => {
    const online = serving('s', {
      entity: customer,
      features: [service, service.f.orders_30d, service.f.orders_30d.version(2)],
      mode: 'live',
      freshness: '5m',
      as: 'view',
      request: { cart: number(9, 2) },
      computed: r => ({ share: r.cart.div(service.f.orders_30d) }),
    })
    expect(online).toMatchObject({
      kind: 'serving',
      entity: 'customer',
      mode: 'live',
      freshness: '5m',
      as: 'view',
      request: { cart: { type: { kind: 'decimal', precision: 9, scale: 2 } } },
      features: [
        { kind: 'view', view: 'service' },
        { kind: 'feature', ref: 'feature.customer.orders_30d' },
        { kind: 'feature', ref: 'feature.customer.orders_30d@2' },
      ],
      computed: [
        {
          name: 'share',
          expr: { fn: 'divide', args: [{ kind: 'request', name: 'cart', type: { kind: 'decimal', precision: 9, scale: 2 } }, { kind: 'feature' }] },
        },
      ],
    })
  })
  it('a dataset, whose label looks ahead', () => {
    const churn = dataset('churn', {
      entity: customer,
      spine: orders,
      features: [service],
      label: count(orders).where(orders.c.paid).next('90d').default(0).eq(0),
      split: { train: '2026-01-01', validation: '2026-04-01', gap: '90d' },
    })
    expect(churn).toMatchObject({
      kind: 'dataset',
      name: 'churn',
      entity: 'customer',
      spine: 'raw.orders',
      features: [{ kind: 'view', view: 'service' }],
      split: { train: '2026-01-01', validation: '2026-04-01', gap: '90d' },
      label: {
        fn: 'eq',
        args: [{ fn: 'coalesce', args: [{ kind: 'window', aggregate: 'count', length: 90 * 86400, offset: 0 }, { value: 0 }] }, { value: 0 }],
      },
    })
    const named = model('Churn', {
      version: '1.0',
      type: 'classification',
      trainedOn: churn,
      uses: ['orders_30d'],
      stage: 'challenger',
      traffic: 0.1,
      guard: { accuracy: { min: 0.8 } },
    })
    expect(named).toEqual({
      kind: 'model',
      name: 'Churn',
      version: '1.0',
      type: 'classification',
      trainedOn: 'churn',
      uses: ['orders_30d'],
      stage: 'challenger',
      traffic: 0.1,
      guard: { accuracy: { min: 0.8 } },
      options: {},
    })
  })
  it('monitors of features and sources', () => {
    expect(
      monitor('m', { on: service.f.orders_30d, stat: psi({ against: 'training' }).above(0.2), every: '1d', severity: 'critical', notify: ['#ml'] }),
    ).toEqual({
      kind: 'monitor',
      name: 'm',
      on: { kind: 'feature', ref: 'feature.customer.orders_30d' },
      statistic: 'psi',
      parameters: { against: 'training' },
      threshold: { op: 'above', value: 0.2 },
      every: '1d',
      severity: 'critical',
      notify: ['#ml'],
      options: {},
    })
    expect(monitor('m', { on: service.f.orders_30d, stat: mean().below(1), every: '1d', severity: 'info' })).toMatchObject({
      statistic: 'mean',
      threshold: { op: 'below', value: 1 },
    })
    expect(monitor('m', { on: service.f.orders_30d, stat: nullShare(), every: '1d', severity: 'info' })).toMatchObject({
      statistic: 'nullShare',
      threshold: null,
    })
    expect(monitor('m', { on: orders, stat: age().above('6h'), every: '1h', severity: 'warning' })).toMatchObject({
      on: { kind: 'source', source: 'raw.orders' },
      statistic: 'age',
      threshold: { value: '6h' },
    })
    expect(monitor('m', { on: orders, stat: lateShare().above(0.1), every: '1h', severity: 'warning' })).toMatchObject({ statistic: 'lateShare' })
  })
})

describe('the project', () => {
  it('a config', () => {
    const config = defineConfig({
      project: 'p',
      defaultTarget: 'local',
      environments: { schema: '{schema}__{env}' },
      defaults: { owner: 'me', every: '1d' },
      policies: [require_('owner')],
      objects: { models: 'registry' },
      targets: {
        local: duckdb({ path: 'x.duckdb', sources: { raw: './data/*.parquet' }, schema: 'ml' }),
        prod: snowflake({ connection: env('CONNECTION'), database: 'DW', schema: 'ML', warehouse: 'WH', stateSchema: 'FEAT' }),
      },
    })
    expect(config).toEqual({
      kind: 'config',
      project: 'p',
      defaultTarget: 'local',
      environments: { schema: '{schema}__{env}' },
      defaults: { owner: 'me', every: '1d' },
      policies: [{ require: 'owner' }],
      objects: { models: 'registry' },
      targets: {
        local: { kind: 'duckdb', path: 'x.duckdb', sources: { raw: './data/*.parquet' }, schema: 'ml', stateSchema: null },
        prod: { kind: 'snowflake', connection: { env: 'CONNECTION' }, database: 'DW', schema: 'ML', warehouse: 'WH', sources: {}, stateSchema: 'FEAT' },
      },
    })
  })
})

describe('every definition', () => {
  const all = [
    customer,
    orders,
    customers,
    depots,
    service,
    route,
    store('t', { views: { c: [service] }, clusterBy: [] }),
    serving('s', { entity: customer, features: [service], freshness: '5m' }),
  ]
  it('carries the brand, out of sight', () => {
    for (const definition of all) {
      expect((definition as unknown as Record<symbol, unknown>)[brand]).toBe(true)
      expect(Reflect.ownKeys(JSON.parse(JSON.stringify(definition)) as object)).toEqual(Object.keys(definition))
    }
  })
  it('is frozen all the way down', () => {
    const frozen = (x: unknown): boolean => typeof x !== 'object' || x === null || (Object.isFrozen(x) && Object.values(x).every(frozen))
    for (const definition of all) expect(frozen(definition)).toBe(true)
  })
  it('is the same for the same declaration, and does not touch what it was given', () => {
    const options = { entity: customer, tags: ['a', 'b'] }
    const before = structuredClone({ ...options, entity: null })
    const make = (): unknown => featureView('v', options, { n: sum(orders.c.amount).over('7d'), one: literal(1) })
    expect(make()).toEqual(make())
    expect({ ...options, entity: null }).toEqual(before)
    options.tags.push('c')
    expect(make()).not.toEqual(featureView('v', { entity: customer, tags: ['a', 'b'] }, { n: avg(orders.c.amount).over('7d') }))
  })
})
