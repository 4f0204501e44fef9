import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadProject } from '../../compiler/load/index.ts'
import type { Definition, ModelDefinition, ServingDefinition, SourceDefinition, StoreDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Declared, LoadedProject } from '../../compiler/ir/loaded.ts'

const named = {
  customer: [
    'customer_tier_numeric',
    'customer_tenure_days',
    'industry_code',
    'customer_on_time_rate_30d',
    'customer_reliability_tier',
    'order_frequency_30d',
    'credit_limit_usd',
    'average_order_value_30d',
    'payment_terms_numeric',
    'risk_score',
    'credit_risk_tier',
    'payment_delay_risk',
  ],
  vehicle: [
    'vehicle_age_years',
    'vehicle_type_numeric',
    'capacity_kg',
    'fuel_efficiency_mpg',
    'current_mileage',
    'maintenance_interval_miles',
    'vehicle_status_numeric',
    'days_since_last_maintenance',
    'maintenance_risk_score',
    'vehicle_profit_margin_30d',
    'cost_per_mile_30d',
    'predicted_maintenance_date',
  ],
  operational: [
    'route_distance_km',
    'route_complexity_score',
    'traffic_delay_factor',
    'weather_impact_score',
    'temperature_impact',
    'precipitation_impact',
    'on_time_delivery_rate_30d',
    'fuel_efficiency_30d',
    'cost_per_delivery_30d',
    'delivery_time_prediction',
    'fuel_consumption_prediction',
    'maintenance_prediction',
  ],
  time_series: [
    'avg_delivery_time_7d',
    'avg_fuel_efficiency_30d',
    'avg_cost_per_mile_90d',
    'delivery_time_trend_30d',
    'fuel_efficiency_trend_90d',
    'cost_trend_90d',
    'delivery_time_volatility_30d',
    'cost_volatility_90d',
  ],
}
/** The guide counts more features than it names; these are the others. */
const ours = {
  customer: ['days_since_last_order', 'order_frequency_change_30d', 'payment_delay_days_90d'],
  vehicle: [],
  operational: ['delivery_volume_7d', 'delivery_volume_30d', 'demand_change_30d', 'return_rate_30d', 'diversion_rate_30d', 'lost_deliveries_90d'],
  time_series: [],
}
const counts = { customer: 15, vehicle: 12, operational: 18, time_series: 8 }
type Group = keyof typeof counts
const groups = Object.keys(counts) as Group[]

let project: LoadedProject
function all<K extends Definition['kind']>(kind: K): Extract<Definition, { kind: K }>[] {
  return project.definitions.map(d => d.definition).filter((d): d is Extract<Definition, { kind: K }> => d.kind === kind)
}
function one<D extends Definition>(kind: D['kind'], name: string): D {
  const found = (all(kind) as Definition[]).find(d => d.name === name)
  if (found === undefined) throw new Error(`no ${kind} '${name}'`)
  return found as D
}
const view = (name: string): ViewDefinition => one<ViewDefinition>('view', name)

beforeAll(async () => {
  const { value, diagnostics } = await loadProject({ root: fileURLToPath(new URL('../..', import.meta.url)), cacheDir: null })
  expect(diagnostics).toEqual([])
  project = value!
})

describe('the features of the platform', () => {
  it.each(groups)('%s: as many as the guide counts, by the names that it gives', group => {
    const store = one<StoreDefinition>('store', 'tbl_ml_consolidated_feature_store')
    const names = store.views[group]!.flatMap(v => view(v).features.map(f => f.name))
    expect(names).toHaveLength(counts[group])
    expect(names.toSorted()).toEqual([...named[group], ...ours[group]].toSorted())
  })

  it('has the feature types and the clustering of the guide', () => {
    const store = one<StoreDefinition>('store', 'tbl_ml_consolidated_feature_store')
    expect(Object.keys(store.views)).toEqual(groups)
    expect(store.clusterBy).toEqual(['feature_date', 'customer_id'])
    const entities = Object.fromEntries(groups.map(g => [g, [...new Set(store.views[g]!.map(v => view(v).entity))]]))
    expect(entities).toEqual({ customer: ['customer'], vehicle: ['vehicle'], operational: ['route'], time_series: ['fleet'] })
  })

  it('uses no name twice within the store', () => {
    const names = all('view')
      .filter(v => v.entity !== 'region')
      .flatMap(v => v.features.map(f => f.name))
    expect(names).toHaveLength(53)
    expect(new Set(names).size).toBe(53)
  })

  it('keeps the store to all views but the weather that routes look up', () => {
    const stored = Object.values(one<StoreDefinition>('store', 'tbl_ml_consolidated_feature_store').views).flat()
    expect(
      all('view')
        .map(v => v.name)
        .filter(v => !stored.includes(v)),
    ).toEqual(['region_weather'])
  })
})

describe('what the guide reads elsewhere', () => {
  it.each([
    [
      'vw_ml_real_time_customer_features',
      ['customer_tier_numeric', 'customer_tenure_days', 'customer_on_time_rate_30d', 'customer_reliability_tier', 'risk_score'],
    ],
    [
      'vw_ml_real_time_vehicle_features',
      ['vehicle_age_years', 'current_mileage', 'days_since_last_maintenance', 'maintenance_risk_score', 'predicted_maintenance_date'],
    ],
  ])('%s has the columns that it selects', (name, columns) => {
    const listed = one<ServingDefinition>('serving', name).features.flatMap(l => (l.kind === 'view' ? view(l.view).features.map(f => f.name) : []))
    expect(listed).toEqual(expect.arrayContaining(columns))
  })

  it('has a model with features for each of the four use cases', () => {
    const models = Object.fromEntries(all('model').map((m: ModelDefinition) => [m.name, m]))
    expect(Object.keys(models).toSorted()).toEqual([
      'Customer Segmentation Model',
      'Demand Forecasting Model',
      'Predictive Maintenance Model',
      'Route Optimization Model',
    ])
    for (const m of Object.values(models)) expect(m.uses.length, m.name).toBeGreaterThanOrEqual(5)
    expect(models['Customer Segmentation Model']).toMatchObject({ version: '1.0', type: 'classification' })
    expect(models['Customer Segmentation Model']!.uses).toEqual(
      expect.arrayContaining(['customer_tier_numeric', 'customer_tenure_days', 'customer_on_time_rate_30d']),
    )
  })

  it('goes to the database, schema and warehouse of the guide, and to a local file', () => {
    expect(project.config.targets['prod']).toMatchObject({
      kind: 'snowflake',
      database: 'LOGISTICS_DW_PROD',
      schema: 'ML_FEATURES',
      warehouse: 'COMPUTE_WH_MEDIUM',
      sources: { raw: 'LOGISTICS_DW_PROD.RAW' },
    })
    expect(project.config.targets['local']).toMatchObject({ kind: 'duckdb', path: '.feat/local.duckdb', sources: { raw: 'raw' } })
    expect(project.config.defaultTarget).toBe('local')
    expect(project.config.policies.map(p => p.require)).toEqual(['owner', 'description'])
  })
})

describe('documentation and contracts', () => {
  it('describes every definition and every feature', () => {
    const missing = project.definitions.flatMap((d: Declared) => [
      ...(d.description === null && d.definition.options.description === undefined ? [d.address] : []),
      ...(d.definition.kind === 'view'
        ? d.definition.features.filter(f => (d.members[f.name]?.description ?? null) === null).map(f => `${d.address}.${f.name}`)
        : []),
    ])
    expect(missing).toEqual([])
  })

  it('gives every view an owner and every stored number a range', () => {
    expect(
      all('view')
        .filter(v => v.options.owner === undefined)
        .map(v => v.name),
    ).toEqual([])
    const unchecked = all('view')
      .flatMap(v => v.features)
      .filter(f => f.versionMeta === null && (f.meta.checks ?? []).length === 0)
      .map(f => f.name)
    expect(unchecked).toEqual(['predicted_maintenance_date'])
  })

  it('reads only sources with a known time, but for the snapshot', () => {
    expect(
      all('source')
        .filter(s => s.knownTime === null)
        .map(s => [s.name, s.form]),
    ).toEqual([['raw.vehicles', 'snapshot']])
  })

  it('shows a second role, a query source, versions, an offset and a lookup', () => {
    const text = (v: string, f: string): string => JSON.stringify(view(v).features.find(x => x.name === f)!.expr)
    expect(text('route_operations', 'diversion_rate_30d')).toContain('"keys":{"route_id":"planned_route_id"}')
    expect(one<SourceDefinition>('source', 'ops.losses').query).not.toBeNull()
    expect(view('fleet_trends').features.find(f => f.name === 'avg_delivery_time_7d')!.expr).toMatchObject({ kind: 'versions', current: '2' })
    expect(text('route_operations', 'demand_change_30d')).toContain(`"offset":${30 * 86_400}`)
    expect(text('route_operations', 'precipitation_impact')).toContain('"kind":"lookup"')
  })
})
