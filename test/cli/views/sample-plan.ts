import { address, featureAddress } from '../../../compiler/base/address.ts'
import type { Address } from '../../../compiler/base/address.ts'
import { hashOf } from '../../../compiler/base/hash.ts'
import type { Placed } from '../../../compiler/ir/placed.ts'
import type { Change, FieldChange, Plan, StateEffect, Step } from '../../../compiler/ir/plan.ts'

/** A change with nothing to say beyond what is given. */
export function change(given: Partial<Change> & Pick<Change, 'action' | 'address'>): Change {
  return { was: null, fields: [], why: { kind: 'declared', via: [] }, class: 'additive', hazards: [], loses: [], undo: 'step', ...given }
}

export function field(path: string, applied: unknown, declared: unknown, more: Partial<FieldChange> = {}): FieldChange {
  return { path, declared, applied, live: applied, forces: null, ...more }
}

export function step(given: Partial<Step> & Pick<Step, 'phase' | 'title'>): Step {
  return {
    id: `id of ${given.title}`,
    after: [],
    cause: address('view', 'customer_service'),
    sql: ['SELECT 1'],
    transaction: false,
    fill: null,
    effect: null,
    probe: null,
    undo: null,
    ...given,
  }
}

/** A step's effect that records a new resource of one feature and two columns. */
function recorded(of: Address, kind: 'view' | 'tiles'): StateEffect {
  const column = { name: 'n', type: { kind: 'int' }, nullable: false, of: null, description: null, dataHash: 'h', aliasOf: null } as const
  const hash = { data: 'd', shape: 's', meta: 'm' }
  const applied: Placed = {
    renamedFrom: null,
    address: of,
    kind,
    name: null,
    publicName: null,
    causes: [],
    uses: [],
    usesSources: [],
    grain: { keys: [], time: [], hash: 'g' },
    columns: [column, column],
    filling: { by: 'nothing' },
    publish: 'none',
    physical: {},
    promises: {},
    comment: null,
    tags: [],
    protect: false,
    hash,
  }
  const definitions = [
    { address: featureAddress('route', 'cost_per_delivery_30d'), formula: 'avg(deliveries.cost_usd) over 30d', dataHash: 'h', type: 'float' },
  ]
  return {
    kind: 'record',
    replaces: null,
    record: { environment: 'main', address: of, applied, storages: [], definitions, protect: false, plan: 'p', tool: '0.1.0' },
  }
}

export function plan(changes: readonly Change[], steps: readonly Step[] = [], blocked: Plan['blocked'] = []): Plan {
  const content = {
    format: 1,
    project: 'logistics',
    target: 'local',
    environment: 'main',
    state: 's1',
    tool: '0.1.0',
    basis: {},
    changes,
    steps,
    blocked,
  } as const
  return { ...content, id: hashOf(content) }
}

/** One change of each kind. */
export const everything = plan(
  [
    change({ address: address('view', 'route_cost'), action: 'create' }),
    change({ address: address('tiles', 'routes'), action: 'create' }),
    change({
      address: address('view', 'customer_service'),
      action: 'alter',
      class: 'values',
      undo: 'kept storage',
      why: { kind: 'declared', via: [featureAddress('customer', 'avg_delivery_time_7d')] },
      fields: [
        field('features.avg_delivery_time_7d', "avg(hours).over('7d')", "avg(hours).where(status.eq('done')).over('7d')"),
        field('features.delay_share', 'a / b', 'a / b', { live: null, forces: 'rebuild' }),
        field('columns.sql', 'SELECT a,\n  b\nFROM t', 'SELECT a,\n  c\nFROM t'),
      ],
      hazards: [{ code: 'F520', message: 'two models read avg_delivery_time_7d' }],
    }),
    change({ address: address('tiles', 'deliveries'), action: 'add columns', why: { kind: 'upstream', via: [address('view', 'customer_service')] } }),
    change({ address: address('view', 'vehicle_health'), was: address('view', 'vehicle_state'), action: 'rename', class: 'breaking' }),
    change({
      address: address('store', 'tbl_ml_consolidated_feature_store'),
      action: 'rebuild',
      class: 'breaking',
      undo: 'none',
      why: { kind: 'inherited', via: ['config' as never] },
      fields: [field('grain', ['a'], ['a', 'b'], { forces: 'rebuild' })],
      loses: ['730 days of history'],
    }),
    change({ address: address('view', 'region_weather'), action: 'destroy', class: 'breaking', undo: 'kept storage', loses: ['column rain_mm_24h'] }),
    change({ address: address('view', 'old'), action: 'forget', class: 'metadata' }),
    change({ address: address('view', 'same'), action: 'rehash', class: 'metadata', why: { kind: 'tool', via: [] } }),
    change({
      address: address('serving', 'vw'),
      action: 'alter',
      class: 'metadata',
      why: { kind: 'drift', via: [] },
      fields: [field('comment', 'ours', 'ours', { live: 'edited by hand' }), field('object', 'main.vw', 'main.vw', { live: null })],
    }),
    change({ address: address('view', 'still'), action: 'none' }),
  ],
  [
    step({ phase: 'expand', title: 'create storage customer_service__g1a2b3c4d', sql: ['CREATE TABLE t (\n  a INTEGER\n)'] }),
    step({ phase: 'fill', title: 'fill customer_service__g1a2b3c4d', fill: { storage: 't', from: '2024-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } }),
    step({ phase: 'publish', title: 'publish customer_service' }),
    step({ phase: 'publish', title: 'publish route_cost', sql: [], effect: recorded(address('view', 'route_cost'), 'view') }),
    step({ phase: 'publish', title: 'record tiles.routes', sql: [], effect: recorded(address('tiles', 'routes'), 'tiles') }),
  ],
)
