import type { Address } from '../base/address.ts'
import { InternalError } from '../base/diagnostic.ts'
import { groupBy } from '../base/group.ts'
import type { Hash } from '../base/hash.ts'
import type { Catalog, CatalogServing, CatalogSource } from '../ir/catalog.ts'
import type { Relation } from '../ir/relation.ts'
import type { DesiredState, Resource } from '../ir/resource.ts'
import type { CaptureTable } from './captures.ts'
import { captureBody } from './captures.ts'
import type { DataTest } from './data-tests.ts'
import { dataTests } from './data-tests.ts'
import { liveBody } from './live-body.ts'
import type { Model } from './model.ts'
import { modelOf } from './model.ts'
import { monitoringBody, monitoringResource } from './monitoring-report.ts'
import { registryResources } from './registry-tables.ts'
import { captureResource, storeResource, tileResource, viewResource } from './resources.ts'
import { servingBody } from './serving-body.ts'
import { servingResource } from './serving-resource.ts'
import { servingQuery } from './serving-query.ts'
import { storeBody } from './store-body.ts'
import type { StorePlan } from './store-plan.ts'
import { planStore } from './store-plan.ts'
import { tileBody } from './tile-body.ts'
import type { TileState, TileTable } from './tile-table.ts'
import { viewBody } from './view-body.ts'
import type { ViewPlan } from './view-plan.ts'
import { capturesOf, mergeTables, planView } from './view-plan.ts'

export type { DataTest } from './data-tests.ts'

/**
 * The desired state, and what is needed to make the rows of any resource: which columns are filled together is known
 * only when storages are bound, so that bodies are made on demand, by `bodyOf`.
 */
export interface Lowered {
  readonly desired: DesiredState
  readonly sources: ReadonlyMap<Address, CatalogSource>
  /**
   * What the rows of a resource rest on, or those of its columns that are asked for: of a project that was compiled
   * before only that part is made. The rest of `Lowered` is whole, and made when asked.
   */
  readonly around: (of: Address, columns?: readonly string[]) => Lowered
  readonly model: Model
  readonly tiles: ReadonlyMap<Address, { readonly table: TileTable; readonly states: readonly TileState[] }>
  readonly captures: ReadonlyMap<Address, CaptureTable>
  readonly views: ReadonlyMap<Address, ViewPlan>
  readonly stores: ReadonlyMap<Address, StorePlan>
  readonly servings: ReadonlyMap<Address, CatalogServing>
  readonly tests: readonly DataTest[]
}

/** Catalog -> the resources that must exist because of it, each after those that it reads. */
export function lower(catalog: Catalog): Lowered {
  const model = modelOf(catalog)
  const plans = catalog.views.map(v => planView(model, v))
  const tiles = mergeTables(plans.flatMap(p => p.tables))
  const captures = capturesOf(plans)
  const stores = catalog.stores.map(s => planStore(model, s))
  const causes = causesOf(plans)
  const views = plans.map(p => viewResource(model, p))
  const grains = new Map<Address, Hash>(views.map(v => [v.address, v.grain.hash]))
  const resources: Resource[] = [
    ...captures.map(c => captureResource(c, causes(c.address))),
    ...tiles.map(t => tileResource(t.table, t.states, causes(t.table.address))),
    ...views,
    ...stores.map(s => storeResource(s, v => grains.get(v)!)),
    ...catalog.servings.map(s => servingResource(model, s)),
    ...registryResources(catalog),
    ...monitoringResource(catalog, stores),
  ]
  const lowered: Lowered = {
    desired: { project: catalog.project, resources },
    sources: model.sources,
    around: () => lowered,
    model,
    tiles: new Map(tiles.map(t => [t.table.address, t])),
    captures: new Map(captures.map(c => [c.address, c])),
    views: new Map(plans.map(p => [p.view.address, p])),
    stores: new Map(stores.map(s => [s.store.address, s])),
    servings: new Map(catalog.servings.map(s => [s.address, s])),
    tests: dataTests(model, plans),
  }
  return lowered
}

/** Views because of which a tile table or captures exist. */
function causesOf(plans: readonly ViewPlan[]): (of: Address) => readonly Address[] {
  const pairs = plans.flatMap(p => [...p.tables.map(t => t.table.address), ...p.captures.map(c => c.address)].map(on => ({ on, view: p.view.address })))
  const byResource = groupBy(pairs, p => p.on)
  return of => (byResource.get(of) ?? []).map(p => p.view)
}

export interface BodyRequest {
  readonly of: Address
  /** The columns to fill, by logical name. */
  readonly columns: readonly string[]
  /** Whether the rows are the resource's own, or a later group for exactly those that are there. */
  readonly first: boolean
  /** Many points at once. */
  readonly bulk: boolean
  /** Of a view's own rows: whether those of the point before are there. */
  readonly continues?: boolean
  /** Stores are filled by feature_type. */
  readonly featureType?: string
  /** Of a serving: the query of an object that is kept current by the engine, instead of the rows as of one run. */
  readonly current?: boolean
}

/** The rows of a resource: grain columns, the asked columns in order of the resource, and for views and serving `computed_at`. */
export function bodyOf(whole: Lowered, request: BodyRequest): Relation {
  const { of, columns } = request
  const lowered = whole.around(of, columns)
  const { model } = lowered
  const tile = lowered.tiles.get(of)
  if (tile !== undefined)
    return tileBody(
      tile.table,
      tile.states.filter(s => columns.includes(s.name)),
    )
  const capture = lowered.captures.get(of)
  if (capture !== undefined) return captureBody(capture, columns)
  const view = lowered.views.get(of)
  if (view !== undefined)
    return viewBody(model, view, {
      features: view.view.features.filter(f => columns.includes(model.catalog.features[f]!.column)),
      first: request.first,
      bulk: request.bulk,
      continues: request.continues ?? false,
    })
  const store = lowered.stores.get(of)
  if (store !== undefined) return storeBody(model, store, request.featureType ?? store.groups[0]!.featureType)
  const serving = lowered.servings.get(of)
  if (serving?.mode === 'live') return liveBody(model, serving)
  if (serving !== undefined) return request.current === true ? servingQuery(model, serving) : servingBody(model, serving)
  if (of === 'report.monitoring') return monitoringBody([...lowered.stores.values()])
  throw new InternalError(`${of} has no rows of ours`)
}
