import { describe, expect, it } from 'vitest'
import { planView } from '../../cli/views/plan.ts'
import {
  asOf,
  boolean,
  category,
  count,
  defineConfig,
  dimension,
  entity,
  events,
  featureView,
  integer,
  serving,
  snowflake,
  timestamp,
  varchar,
} from '../../compiler/dsl/index.ts'
import { nameText } from '../../compiler/ir/name.ts'
import { publicKindOf } from '../../compiler/ir/serving-kind.ts'
import type { Placed } from '../../compiler/ir/placed.ts'
import type { Plan } from '../../compiler/ir/plan.ts'
import type { Live, LiveObject, State, StateRecord } from '../../compiler/ir/state.ts'
import { place } from '../../compiler/place/index.ts'
import { plan } from '../../compiler/plan/index.ts'
import { compiledOf, valueOf } from '../support/warehouse.ts'

// How serving objects of Snowflake change: what is altered, replaced, dropped, and what the plan says of it. Nothing runs:
// what state and warehouse hold after a plan follows from its steps.

const customer = entity('customer', { keys: { customer_id: varchar() } })
const customers = dimension('raw.customers', {
  entities: [customer],
  columns: { customer_id: varchar(), tier: category('basic', 'plus'), valid_from: timestamp() },
  validFrom: 'valid_from',
  defines: [customer],
})
const orders = events('raw.orders', { entities: [customer], columns: { customer_id: varchar(), at: timestamp() }, eventTime: 'at' })
const profile = featureView('profile', { entity: customer, every: '1d' }, { tier: asOf(customers.c.tier).default('basic') })
const pace = featureView('pace', { entity: customer, every: '6h' }, { n_6h: count(orders).over('6h'), n_7d: count(orders).over('7d') })
const base = [customer, customers, orders, profile, pace]
const now = '2026-02-10T06:00:00Z'

interface Deployed {
  readonly plan: Plan
  readonly state: State
  readonly live: Live
}

function deploy(
  definitions: readonly unknown[],
  before: Deployed | null = null,
  given: { readonly warehouse?: string; readonly live?: Live; readonly roles?: { readonly reader: readonly string[] } } = {},
): Deployed {
  const config = defineConfig({
    project: 'shop',
    defaultTarget: 'prod',
    targets: {
      prod: snowflake({
        connection: 'c',
        database: 'SHOP',
        schema: 'ML',
        warehouse: given.warehouse ?? 'WH',
        edition: 'enterprise',
        ...(given.roles === undefined ? {} : { roles: given.roles }),
      }),
    },
  })
  const { lowered, catalog } = compiledOf(definitions, { config })
  const placed = valueOf(place(lowered.desired, catalog, { target: 'prod', environment: null, values: {}, root: '.' }))
  const live = given.live ?? before?.live ?? { schemas: [], objects: [] }
  const made = plan({ lowered, placed, state: before?.state ?? null, live, now, allowDestroy: true, tool: 'test' })
  const records = new Map<string, StateRecord>((before?.state.records ?? []).map(r => [r.address, r]))
  for (const { effect } of made.steps) {
    if (effect?.kind === 'forget') records.delete(effect.address)
    if (effect?.kind !== 'record') continue
    if (effect.replaces !== null) records.delete(effect.replaces)
    records.set(effect.record.address, effect.record)
  }
  const kept = [...records.values()]
  const storages = kept.flatMap(r => r.storages).map(storage => ({ storage, owner: 'main', createdBy: '' }))
  const state: State = { format: 1, id: 's', project: 'shop', serial: 1, records: kept, storages, coverage: [], retired: [], starts: {} }
  const objects: LiveObject[] = [
    ...storages.map(({ storage: s }): LiveObject => ({
      name: s.name,
      kind: 'table',
      columns: s.columns.map(c => ({ name: c.stored, type: '', nullable: true })),
      comment: '[feat shop/main x y]',
    })),
    ...kept.flatMap(({ applied }) => (applied.publicName === null ? [] : [publicObject(applied)])),
  ]
  return { plan: made, state, live: { schemas: ['ml', 'feat_storage'], objects: [...new Map(objects.map(o => [nameText(o.name), o])).values()] } }
}

function publicObject({ publicName, columns, served }: Placed): LiveObject {
  return {
    name: publicName!,
    ...(publicKindOf(served?.kind) === 'view' ? { kind: 'view' } : { kind: 'other', what: served!.kind }),
    columns: columns.map(c => ({ name: c.name, type: '', nullable: true })),
    comment: '[feat shop/main x y]',
    rows: 1200,
  }
}

/** As JavaScript sees it: any options. */
const declare = serving as (name: string, options: object) => unknown

function online(options: object): unknown {
  return declare('vw_x', { entity: customer, features: [profile, pace.f.n_7d], freshness: '5m', ...options })
}

/** What happens to the serving: titles of steps, the first lines of its statements, and hazards. */
function change(
  was: object,
  is: object,
  given: { readonly warehouse?: string } = {},
): { readonly titles: readonly string[]; readonly sql: readonly string[]; readonly hazards: readonly string[]; readonly plan: Plan } {
  const before = deploy([...base, online(was)])
  const { plan: made } = deploy([...base, online(is)], before, given)
  const steps = made.steps.filter(s => s.cause === 'serving.vw_x')
  return {
    titles: steps.map(s => s.title),
    sql: steps.flatMap(s => s.sql.map(q => q.split('\n')[0]!)),
    hazards: made.changes.filter(c => c.address === 'serving.vw_x').flatMap(c => c.hazards.map(h => `${h.code} ${h.message}`)),
    plan: made,
  }
}

const kinds = ['dynamic table', 'materialized view', 'online feature table', 'hybrid table', 'interactive table', 'view'] as const

describe('serving objects', () => {
  it.each(kinds)('nothing changes where nothing is declared otherwise: %s', as => {
    const features = as === 'materialized view' ? [pace] : [profile, pace]
    const first = deploy([...base, online({ as, features })])
    expect(first.plan.blocked).toEqual([])
    expect(deploy([...base, online({ as, features })], first).plan.changes).toEqual([])
  })

  it('lag, warehouse and cluster keys are altered in place', () => {
    const dt = change({ as: 'dynamic table' }, { as: 'dynamic table', freshness: '1h', clusterBy: ['customer_id'] })
    expect(dt.titles).toEqual(['alter dynamic table ml.vw_x'])
    expect(dt.sql[0]).toBe(`ALTER DYNAMIC TABLE "SHOP"."ML"."VW_X" SET TARGET_LAG = '1 hour'`)
    expect(dt.sql[1]).toBe(`ALTER DYNAMIC TABLE "SHOP"."ML"."VW_X" CLUSTER BY ("CUSTOMER_ID")`)
    expect(dt.hazards).toEqual([])
    const moved = change({ as: 'online feature table' }, { as: 'online feature table' }, { warehouse: 'OTHER' })
    expect(moved.sql[0]).toBe('ALTER ONLINE FEATURE TABLE "SHOP"."ML"."VW_X" SET WAREHOUSE = "OTHER"')
    expect(moved.hazards).toEqual([])
  })

  it('F395 a dynamic table whose query changes is initialized anew', () => {
    const { sql, hazards, plan: made } = change({ as: 'dynamic table' }, { as: 'dynamic table', features: [profile, pace] })
    expect(sql).toEqual(['CREATE OR REPLACE DYNAMIC TABLE "SHOP"."ML"."VW_X" ('])
    expect(hazards).toEqual(['F395 serving.vw_x reinitializes: 1200 rows, because of its query'])
    expect(planView(made, { color: false, verbose: false })).toContain('reinitializes: 1200 rows')
  })

  it('F395 so is one with another refresh mode, and an interactive table', () => {
    expect(change({ as: 'dynamic table' }, { as: 'dynamic table', refresh: 'full' }).hazards).toEqual([
      'F395 serving.vw_x reinitializes: 1200 rows, because of its refresh mode',
    ])
    expect(change({ as: 'interactive table' }, { as: 'interactive table', features: [pace] }).hazards[0]).toContain('F395')
  })

  it('F396 an online feature table is recreated', () => {
    const { sql, hazards } = change({ as: 'online feature table' }, { as: 'online feature table', features: [profile, pace] })
    expect(sql).toEqual(['CREATE OR REPLACE VIEW "SHOP"."ML"."VW_X__ROWS" (', 'CREATE OR REPLACE ONLINE FEATURE TABLE "SHOP"."ML"."VW_X"'])
    expect(hazards).toEqual([
      'F396 serving.vw_x is recreated, because of its query: an online feature table is empty until its first refresh, and grants on it are lost',
    ])
  })

  it('F397 a change of kind leaves a moment without the name', () => {
    const { sql, hazards } = change({ as: 'dynamic table' }, { as: 'view' })
    expect(sql).toEqual(['DROP DYNAMIC TABLE IF EXISTS "SHOP"."ML"."VW_X"', 'CREATE OR REPLACE VIEW "SHOP"."ML"."VW_X" ('])
    expect(hazards).toEqual([
      'F397 serving.vw_x becomes a view and was a dynamic table: for a moment there is nothing under its name, and grants on it are lost',
    ])
    const stored = change({ as: 'online feature table' }, { as: 'hybrid table' })
    expect(stored.sql.filter(q => /^(DROP|CREATE (HYBRID|OR REPLACE VIEW))/.test(q))).toEqual([
      expect.stringMatching(/^CREATE HYBRID TABLE/),
      'DROP ONLINE FEATURE TABLE IF EXISTS "SHOP"."ML"."VW_X"',
      'DROP VIEW IF EXISTS "SHOP"."ML"."VW_X__ROWS"',
      'CREATE OR REPLACE VIEW "SHOP"."ML"."VW_X" (',
    ])
  })

  it('finds room that a run which was cut off has made, and what it has put there', () => {
    const first = deploy([...base, online({ as: 'dynamic table' })])
    const after = (objects: readonly LiveObject[]): Plan =>
      deploy([...base, online({ as: 'view' })], first, {
        live: { ...first.live, objects: [...first.live.objects.filter(o => o.name.name !== 'vw_x'), ...objects] },
      }).plan
    const statements = (made: Plan): readonly string[] => made.steps.filter(s => s.cause === 'serving.vw_x').flatMap(s => s.sql.map(q => q.split('\n')[0]!))
    expect(statements(after([]))).toEqual(['CREATE OR REPLACE VIEW "SHOP"."ML"."VW_X" ('])
    const there = first.live.objects.find(o => o.name.name === 'vw_x')!
    expect(statements(after([{ ...there, kind: 'view' }]))).toEqual(['CREATE OR REPLACE VIEW "SHOP"."ML"."VW_X" ('])
    const { plan: hybrid } = deploy([...base, online({ as: 'hybrid table' })], first)
    expect(hybrid.steps.find(s => s.title === 'publish ml.vw_x')?.probe).toContain('INFORMATION_SCHEMA')
  })

  it('what a view shows is replaced without a gap, and the materialized view behind it goes', () => {
    const { titles, sql, hazards } = change({ as: 'materialized view', features: [pace] }, { as: 'view', features: [pace] })
    expect(titles).toEqual(['publish view ml.vw_x', 'clear what serving.vw_x left behind'])
    expect(sql).toEqual(['CREATE OR REPLACE VIEW "SHOP"."ML"."VW_X" (', 'DROP MATERIALIZED VIEW IF EXISTS "SHOP"."ML"."VW_X__ROWS"'])
    expect(hazards).toEqual([])
  })

  it('F398 a materialized view over a view whose columns stand in several storages', () => {
    const wider = featureView(
      'pace',
      { entity: customer, every: '6h' },
      { n_6h: count(orders).over('6h'), n_7d: count(orders).over('7d'), n_14d: count(orders).over('14d') },
    )
    const first = deploy([...base, online({ as: 'materialized view', features: [pace] })])
    const { plan: made } = deploy([customer, customers, orders, profile, wider, online({ as: 'materialized view', features: [wider] })], first)
    expect(made.blocked.map(b => `${b.code} ${b.message}`)).toEqual([
      "F398 serving.vw_x cannot be a materialized view: it joins nothing, not even with itself, and its query has an inner join of 's2'",
    ])
  })

  it('F452 a pattern of a computed column that the engine reads otherwise', () => {
    const { plan: made } = deploy([...base, online({ as: 'dynamic table', computed: () => ({ y: profile.f.tier.matches('b.*?') }) })])
    expect(made.blocked.map(b => [b.code, b.address])).toEqual([['F452', 'serving.vw_x']])
  })

  it('is made anew where the storages that it reads are others, and only there', () => {
    const options = { as: 'dynamic table', features: [pace.f.n_6h, pace.f.n_7d] }
    const first = deploy([...base, online(options)])
    const leaving = dimension('raw.customers', {
      entities: [customer],
      columns: { customer_id: varchar(), tier: category('basic', 'plus'), valid_from: timestamp(), is_gone: boolean() },
      validFrom: 'valid_from',
      deletedWhen: 'is_gone',
      defines: [customer],
    })
    const rebuilt = deploy([customer, leaving, orders, pace, online(options)], first).plan
    expect(rebuilt.changes.find(c => c.address === 'view.pace')?.action).toBe('rebuild')
    const moved = rebuilt.changes.find(c => c.address === 'serving.vw_x')
    expect(moved?.hazards.map(h => h.message)).toEqual(['serving.vw_x reinitializes: 1200 rows, because of the storages that it reads'])
    const order = rebuilt.steps.map(s => s.cause)
    expect(order.lastIndexOf('serving.vw_x')).toBeGreaterThan(order.indexOf('view.pace'))
    // A further column group that the serving does not show is none of its business.
    const wider = featureView(
      'pace',
      { entity: customer, every: '6h' },
      { n_6h: count(orders).over('6h'), n_7d: count(orders).over('7d'), n_14d: count(orders).over('14d') },
    )
    const added = deploy([customer, customers, orders, profile, wider, online(options)], first).plan
    expect(added.changes.map(c => [c.address, c.action])).toContainEqual(['view.pace', 'add columns'])
    expect(added.changes.map(c => c.address)).not.toContain('serving.vw_x')
    // A storage that was dropped comes back empty under the same name: the table over it stays.
    const lost = deploy([...base, online(options)], first, {
      live: { ...first.live, objects: first.live.objects.filter(o => !o.name.name.startsWith('pace__g')) },
    }).plan
    expect(lost.changes.map(c => c.address)).toContain('view.pace')
  })

  it('is made anew where somebody dropped it', () => {
    const first = deploy([...base, online({ as: 'dynamic table' })])
    const live = { ...first.live, objects: first.live.objects.filter(o => o.name.name !== 'vw_x') }
    const { plan: made } = deploy([...base, online({ as: 'dynamic table' })], first, { live })
    expect(made.changes.map(c => [c.address, c.why.kind])).toEqual([['serving.vw_x', 'drift']])
    expect(made.steps.flatMap(s => s.sql.map(q => q.split('\n')[0]))).toEqual(['CREATE OR REPLACE DYNAMIC TABLE "SHOP"."ML"."VW_X" ('])
  })

  it('F517 what somebody changed of it is brought back, and it is refreshed again', () => {
    const first = deploy([...base, online({ as: 'dynamic table' })])
    const said = (details: NonNullable<LiveObject['details']>): Live => ({
      ...first.live,
      objects: first.live.objects.map(o => (o.name.name === 'vw_x' ? { ...o, kind: 'other' as const, what: 'dynamic table', details } : o)),
    })
    const as = { targetLag: 300, warehouse: 'WH', refreshMode: 'INCREMENTAL', state: 'ACTIVE', text: '' }
    const again = (details: object): Plan => deploy([...base, online({ as: 'dynamic table' })], first, { live: said({ ...as, ...details }) }).plan
    expect(again({}).changes).toEqual([])
    expect(again({ targetLag: null, warehouse: null }).changes).toEqual([])
    const slower = again({ targetLag: 3600, state: 'SUSPENDED' })
    expect(slower.changes.map(c => [c.why.kind, c.fields.map(f => [f.path, f.applied, f.live])])).toEqual([
      [
        'drift',
        [
          ['lag', '5m', '1h'],
          ['refreshed', 'on schedule', 'suspended'],
        ],
      ],
    ])
    expect(slower.steps.flatMap(s => s.sql).slice(0, 2)).toEqual([
      `ALTER DYNAMIC TABLE "SHOP"."ML"."VW_X" SET TARGET_LAG = '5 minutes'`,
      'ALTER DYNAMIC TABLE "SHOP"."ML"."VW_X" RESUME',
    ])
    expect(again({ warehouse: 'OTHER' }).steps.flatMap(s => s.sql)[0]).toBe('ALTER DYNAMIC TABLE "SHOP"."ML"."VW_X" SET WAREHOUSE = "WH"')
    expect(again({ refreshMode: 'FULL' }).steps.flatMap(s => s.sql.map(q => q.split('\n')[0]))).toEqual([
      'CREATE OR REPLACE DYNAMIC TABLE "SHOP"."ML"."VW_X" (',
    ])
  })

  it('F510 what stands beside it is never taken from others', () => {
    const foreign: LiveObject = { name: { catalog: 'shop', schema: 'ml', name: 'vw_x__rows' }, kind: 'view', columns: [], comment: null }
    const { plan: made } = deploy([...base, online({ as: 'online feature table' })], null, { live: { schemas: ['ml'], objects: [foreign] } })
    expect(made.blocked.map(b => `${b.code} ${b.message}`)).toEqual([
      "F510 there is already a view 'ml.vw_x__rows' that feat did not make, where an object of ours is to be",
    ])
  })

  it.each([
    ['dynamic table', ['DROP DYNAMIC TABLE IF EXISTS "SHOP"."ML"."VW_X"']],
    ['interactive table', ['DROP TABLE IF EXISTS "SHOP"."ML"."VW_X"']],
    ['hybrid table', ['DROP VIEW IF EXISTS "SHOP"."ML"."VW_X"']],
  ] as const)('is dropped when it is no longer declared: %s', (as, expected) => {
    const { plan: made } = deploy(base, deploy([...base, online({ as })]))
    expect(made.steps.filter(s => s.cause === 'serving.vw_x').flatMap(s => s.sql.filter(q => q.startsWith('DROP') && q.includes('"ML"')))).toEqual(expected)
  })

  it('takes a new name with another object, and drops the former', () => {
    const first = deploy([...base, online({ as: 'dynamic table' })])
    const renamed = serving('vw_y', { entity: customer, features: [profile, pace.f.n_7d], freshness: '5m', as: 'dynamic table', renamedFrom: 'vw_x' })
    const { plan: made } = deploy([...base, renamed], first)
    expect(made.steps.map(s => [s.phase, s.sql[0]?.split('\n')[0]])).toEqual([
      ['publish', 'CREATE OR REPLACE DYNAMIC TABLE "SHOP"."ML"."VW_Y" ('],
      ['contract', 'DROP DYNAMIC TABLE IF EXISTS "SHOP"."ML"."VW_X"'],
    ])
  })

  it('has a function beside it where columns need a request, dropped by its former parameters', () => {
    const asking = (request: object): object => ({
      as: 'dynamic table',
      request,
      computed: (r: Readonly<Record<string, Parameters<typeof pace.f.n_7d.div>[0]>>) => ({ y: pace.f.n_7d.div(r['a']!) }),
    })
    const first = change({ as: 'dynamic table' }, asking({ a: integer() }))
    expect(first.sql).toEqual([
      'CREATE OR REPLACE DYNAMIC TABLE "SHOP"."ML"."VW_X" (',
      'CREATE OR REPLACE FUNCTION "SHOP"."ML"."VW_X__REQUEST"("A" NUMBER(38, 0))',
    ])
    const wider = change(asking({ a: integer() }), asking({ a: integer(), b: varchar() }))
    expect(wider.sql).toContain('CREATE OR REPLACE FUNCTION "SHOP"."ML"."VW_X__REQUEST"("A" NUMBER(38, 0), "B" VARCHAR)')
    expect(wider.sql.at(-1)).toBe('DROP FUNCTION IF EXISTS "SHOP"."ML"."VW_X__REQUEST"(NUMBER(38, 0))')
  })

  it('may be read by the declared roles as what stands under its name, and its function be used', () => {
    const granted = (options: object): readonly string[] => {
      const made = deploy([...base, online(options)], null, { roles: { reader: ['ANALYST'] } }).plan
      return made.steps.flatMap(s => s.sql.filter(q => q.startsWith('GRANT') && q.includes('VW_X')))
    }
    const to = 'TO ROLE "ANALYST"'
    expect(granted({ as: 'materialized view', features: [pace] })).toEqual([`GRANT SELECT ON VIEW "SHOP"."ML"."VW_X" ${to}`])
    expect(granted({ as: 'hybrid table' })).toEqual([`GRANT SELECT ON VIEW "SHOP"."ML"."VW_X" ${to}`])
    expect(granted({ as: 'interactive table' })).toEqual([`GRANT SELECT ON TABLE "SHOP"."ML"."VW_X" ${to}`])
    expect(granted({ as: 'online feature table' })).toEqual([`GRANT SELECT ON ONLINE FEATURE TABLE "SHOP"."ML"."VW_X" ${to}`])
    const asking = {
      as: 'dynamic table',
      request: { a: integer() },
      computed: (r: { readonly a: Parameters<typeof pace.f.n_7d.div>[0] }) => ({ y: pace.f.n_7d.div(r.a) }),
    }
    expect(granted(asking)).toEqual([
      `GRANT SELECT ON DYNAMIC TABLE "SHOP"."ML"."VW_X" ${to}`,
      `GRANT USAGE ON FUNCTION "SHOP"."ML"."VW_X__REQUEST"(NUMBER(38, 0)) ${to}`,
    ])
  })

  it('shows what it becomes, and why, when it is created', () => {
    const { plan: made } = deploy([...base, online({ freshness: '30s' })])
    const shown = planView(made, { color: false, verbose: false })
    expect(shown).toContain('+ served as view\n      + because chosen: computed when it is read')
    expect(shown).toContain('; not dynamic table (lags at least 1m)')
  })
})
