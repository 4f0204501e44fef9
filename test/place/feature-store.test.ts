import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { SnowflakeOptions } from '../../compiler/dsl/config.ts'
import { count, defineConfig, duckdb, entity, events, featureView, snowflake, timestamp, varchar } from '../../compiler/dsl/index.ts'
import type { PhysicalOptions } from '../../compiler/dsl/physical.ts'
import type { PlacedState } from '../../compiler/ir/placed.ts'
import type { Compiled } from '../../compiler/index.ts'
import { place } from '../../compiler/place/index.ts'
import { plannedOn } from '../support/snowflake-plan.ts'
import { compiledOf } from '../support/warehouse.ts'

const customer = entity('customer', { keys: { customer_id: varchar() } })
const fleet = entity('fleet', { keys: {} })
const orders = events('raw.orders', { entities: [customer, fleet], columns: { customer_id: varchar(), ordered_at: timestamp() }, eventTime: 'ordered_at' })

/** One view by customer, another of the fleet, on a target of each kind. */
function placedAs(
  physical: PhysicalOptions,
  target: Partial<SnowflakeOptions>,
  on = 'prod',
  environment: string | null = null,
): { readonly value: PlacedState | null; readonly diagnostics: readonly Diagnostic[]; readonly compiled: Compiled } {
  const config = defineConfig({
    project: 'shop',
    defaultTarget: 'local',
    targets: {
      local: duckdb({ path: ':memory:', sources: { raw: 'raw' } }),
      prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { raw: 'SHOP.RAW' }, edition: 'enterprise', ...target }),
    },
  })
  const views = [
    featureView('customer_orders', { entity: customer, every: '1d', physical }, { orders_7d: count(orders).over('7d') }),
    featureView('fleet_orders', { entity: fleet, every: '1d' }, { fleet_orders_7d: count(orders).over('7d') }),
  ]
  const compiled = compiledOf([customer, fleet, orders, ...views], { config })
  const { value, diagnostics } = place(compiled.lowered.desired, compiled.catalog, { target: on, environment, values: {}, root: '/' })
  return { value, diagnostics, compiled }
}

const shownNames = (placed: PlacedState): readonly (string | undefined)[] => placed.resources.filter(r => r.kind === 'view').map(r => r.publicName?.name)
const codes = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(d => d.code)

describe("views in Snowflake's feature store", () => {
  it('are called by name and version, where the view or the target asks for it', () => {
    expect(shownNames(placedAs({ featureStore: true }, {}).value!)).toEqual(['customer_orders$v1', 'fleet_orders'])
    expect(shownNames(placedAs({ featureStore: { version: 'V3' } }, {}).value!)).toEqual(['customer_orders$v3', 'fleet_orders'])
    expect(shownNames(placedAs({}, { featureStore: { version: 'prod_2' } }).value!)).toEqual(['customer_orders$prod_2', 'fleet_orders'])
    expect(shownNames(placedAs({ featureStore: false }, { featureStore: true }).value!)).toEqual(['customer_orders', 'fleet_orders'])
  })

  it('come with their tags, in the schema of each environment', () => {
    const tags = (environment: string | null): readonly unknown[] =>
      placedAs({ featureStore: true }, {}, 'prod', environment).value!.objects!.map(o =>
        o.object?.kind === 'tag' ? [o.object.name.schema, o.object.name.name, o.object.values] : null,
      )
    expect(tags(null)).toEqual([
      ['ml', 'snowml_feature_store_object', null],
      ['ml', 'snowml_feature_view_metadata', null],
      ['ml', 'snowml_feature_store_entity_customer', ['CUSTOMER_ID']],
    ])
    expect(tags('pr-1')).toContainEqual(['ml__pr_1', 'snowml_feature_store_object', null])
  })

  it('are said in the text of the view as clients of the feature store read it; storages carry none of it', () => {
    const { value, compiled } = placedAs({ featureStore: true, tags: { 'GOV.TAGS.COST': 'a' } }, {})
    const statements = plannedOn(compiled, value!).steps.flatMap(s => s.sql)
    const view = statements.find(s => s.includes('VIEW "SHOP"."ML"."CUSTOMER_ORDERS$V1"'))!
    expect(view).toMatch(/^CREATE OR REPLACE VIEW [^]*\nCOMMENT = '[^']*'\nTAG \([^]*SNOWML_FEATURE_VIEW_METADATA = '[^]*\)\nAS SELECT\n/)
    const held = (tag: string): unknown => JSON.parse(new RegExp(`${tag}"? = '(\\{.*?\\})'`).exec(view)![1]!)
    expect(held('SNOWML_FEATURE_VIEW_METADATA')).toEqual({ entities: ['CUSTOMER'], timestamp_col: 'FEATURE_TIME' })
    expect(held('SNOWML_FEATURE_STORE_OBJECT')).toEqual({ type: 'EXTERNAL_FEATURE_VIEW', pkg_version: '1.5.0' })
    expect(view).toContain(`"SNOWML_FEATURE_STORE_ENTITY_CUSTOMER" = 'CUSTOMER_ID'`)
    expect(view).toContain(`"GOV"."TAGS"."COST" = 'a'`)
    expect(statements.filter(s => s.includes('SNOWML') && !s.startsWith('CREATE TAG') && s !== view)).toEqual([])
  })

  it('keep their plain names on the embedded warehouse: nothing differs there', () => {
    const [asked, not] = [placedAs({ featureStore: true }, {}, 'local').value!, placedAs({}, {}, 'local').value!]
    expect(asked.resources).toEqual(not.resources)
    expect(asked.objects).toEqual(not.objects)
  })

  it('F408 takes only versions that can stand in a name', () => {
    expect(codes(placedAs({ featureStore: { version: '1.0' } }, {}).diagnostics)).toEqual(['F408'])
  })

  it('F409 tells that an entity without keys is not shown', () => {
    const { diagnostics } = placedAs({}, { featureStore: true })
    expect(diagnostics.map(d => [d.code, d.severity, d.address])).toEqual([['F409', 'warning', 'view.fleet_orders']])
  })

  it('need tags, which the Standard edition does not have', () => {
    expect(codes(placedAs({ featureStore: true }, { edition: 'standard' }).diagnostics)).toEqual(['F402'])
  })
})
