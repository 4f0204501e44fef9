import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { SnowflakeOptions } from '../../compiler/dsl/config.ts'
import { count, defineConfig, duckdb, entity, events, featureView, mean, monitor, snowflake, timestamp, varchar } from '../../compiler/dsl/index.ts'
import type { GrantsObject } from '../../compiler/ir/object.ts'
import type { PlacedState } from '../../compiler/ir/placed.ts'
import { place } from '../../compiler/place/index.ts'
import { plannedOn } from '../support/snowflake-plan.ts'
import { compiledOf } from '../support/warehouse.ts'

function compiledWith(target: Partial<SnowflakeOptions>): ReturnType<typeof compiledOf> {
  const config = defineConfig({
    project: 'shop',
    defaultTarget: 'local',
    targets: {
      local: duckdb({ path: ':memory:', sources: { raw: 'raw' } }),
      prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { raw: 'SHOP.RAW' }, edition: 'enterprise', ...target }),
    },
    environments: { schema: '{schema}__{env}' },
  })
  const customer = entity('customer', { keys: { customer_id: varchar() } })
  const orders = events('raw.orders', {
    entities: [customer],
    columns: { customer_id: varchar(), ordered_at: timestamp() },
    eventTime: 'ordered_at',
    defines: [customer],
  })
  const view = featureView('customer_orders', { entity: customer, every: '1d' }, { orders_7d: count(orders).over('7d') })
  const told = monitor('busy', { on: view.f.orders_7d, stat: mean().above(9), every: '1d', severity: 'warning', notify: ['slack'] })
  return compiledOf([customer, orders, view, told], { config })
}

function placedWith(
  target: Partial<SnowflakeOptions>,
  at: { on?: string; environment?: string } = {},
): { value: PlacedState | null; diagnostics: readonly Diagnostic[] } {
  const { lowered, catalog } = compiledWith(target)
  return place(lowered.desired, catalog, { target: at.on ?? 'prod', environment: at.environment ?? null, values: {}, root: '/' })
}

const everything: Partial<SnowflakeOptions> = {
  tags: { COST: { values: ['a'] } },
  warehouses: { FILL_WH: { size: 'large', clusters: { min: 1, max: 3 } } },
  roles: { reader: ['ANALYST'], writer: ['TRAINER'], owner: 'OWNER' },
  schedule: '1h',
  measure: 'on change',
  notifications: { slack: 'SLACK_INT' },
}

describe('objects of a target', () => {
  it('are there for the main environment; others have grants alone', () => {
    expect(placedWith(everything).value!.objects!.map(o => o.address)).toEqual(['tag.cost', 'warehouse.fill_wh', 'grants.ml'])
    const preview = placedWith(everything, { environment: 'pr-1' }).value!
    expect([preview.objects!.map(o => o.address), preview.automation]).toEqual([['grants.ml__pr_1'], null])
  })

  it('are none on the embedded warehouse', () => {
    const local = placedWith(everything, { on: 'local' }).value!
    expect([local.objects, local.automation]).toEqual([[], null])
  })

  it('let readers read what is there and what will be, and writers append to the registry', () => {
    const grants = placedWith(everything).value!.objects!.find(o => o.address === 'grants.ml')!.object as GrantsObject
    const said = (role: string): readonly string[] => grants.grants.filter(g => g.role === role).map(g => `${g.privileges.join('+')} ${g.on} ${g.name.name}`)
    expect(said('ANALYST')).toEqual([
      'USAGE DATABASE ml',
      'USAGE SCHEMA ml',
      'SELECT VIEW customer_orders',
      'SELECT FUTURE TABLES IN SCHEMA ml',
      'SELECT FUTURE VIEWS IN SCHEMA ml',
    ])
    expect(said('TRAINER')).toEqual(said('ANALYST'))
    expect(said('OWNER')).toEqual(['OWNERSHIP VIEW customer_orders'])
  })

  it.each<[string, Partial<SnowflakeOptions>]>([
    ['F402 for tags', { edition: 'standard', tags: { COST: {} } }],
    ['F402 for several clusters', { edition: 'standard', warehouses: { W: { clusters: { min: 1, max: 2 } } } }],
    ['F402 for metrics', { edition: 'standard', measure: '1h' }],
    ['F404 of a value', { tags: { COST: { values: ['x'.repeat(257)] } } }],
    ['F405 of a role', { roles: { reader: ['data science'] } }],
    ['F405 of a warehouse', { warehouses: { '1WH': {} } }],
    ['F405 of an integration', { notifications: { slack: 'a; DROP' } }],
    ['F406 of clusters', { warehouses: { W: { clusters: { min: 3, max: 2 } } } }],
    ['F406 of eleven clusters', { warehouses: { W: { clusters: { min: 1, max: 11 } } } }],
    ['F406 of a scaling without clusters', { warehouses: { W: { scaling: 'economy' } } }],
    ['F406 of a suspension', { warehouses: { W: { autoSuspend: -1 } } }],
    ['F406 of a schedule of seconds', { schedule: '30s' }],
    ['F406 of a schedule of nine days', { schedule: '9d' }],
    ['F406 of a cron of four fields', { schedule: { cron: '0 5 * *', zone: 'UTC' } }],
    ['F406 of a zone', { schedule: { cron: '0 5 * * *', zone: "UTC'" } }],
  ])('%s is refused', (title, target) => {
    expect([...new Set(placedWith(target).diagnostics.map(d => d.code))]).toEqual([title.slice(0, 4)])
  })

  it('F407 blocks a plan whose monitors would tell nobody', () => {
    const compiled = compiledWith({ notifications: { mail: 'MAIL_INT' } })
    const placed = place(compiled.lowered.desired, compiled.catalog, { target: 'prod', environment: null, values: {}, root: '/' }).value!
    expect(plannedOn(compiled, placed).blocked.map(b => [b.code, b.address])).toEqual([['F407', 'monitor.busy']])
  })
})
