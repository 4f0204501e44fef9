import type { Address } from '../base/address.ts'
import { uniqueBy } from '../base/group.ts'
import type { CatalogFeature, CatalogStore, CatalogView, Key } from '../ir/catalog.ts'
import type { Model } from './model.ts'
import { unknown } from './model.ts'

/** One feature_type of a store: the views that fill its columns, all of one entity. */
export interface StoreGroup {
  readonly featureType: string
  readonly views: readonly CatalogView[]
  readonly keys: readonly string[]
}

export interface StorePlan {
  readonly store: CatalogStore
  readonly groups: readonly StoreGroup[]
  /** All keys of all groups, in the order met. */
  readonly keys: readonly Key[]
  /** Columns in the order of groups and views; plain names of versioned features are columns of their own. */
  readonly columns: readonly StoreColumn[]
}

export interface StoreColumn {
  readonly name: string
  readonly feature: CatalogFeature
}

export function planStore(model: Model, store: CatalogStore): StorePlan {
  const groups = store.groups.map(g => {
    const views = g.views.map(v => model.views.get(v) ?? unknown(v))
    return { featureType: g.featureType, views, keys: keysOf(model, views[0]!.entity).map(k => k.name) }
  })
  const keys = new Map<string, Key>()
  for (const g of groups) for (const k of keysOf(model, g.views[0]!.entity)) keys.set(k.name, keys.get(k.name) ?? k)
  const columns = groups.flatMap(g => g.views.flatMap(v => columnsOfView(model, v)))
  return { store, groups, keys: [...keys.values()], columns: uniqueBy(columns, c => c.name) }
}

function keysOf(model: Model, entity: Address): readonly Key[] {
  return (model.entities.get(entity) ?? unknown(entity)).keys
}

/** A view's columns as it shows them: every feature, and the plain name of each versioned one. */
export function columnsOfView(model: Model, view: CatalogView): readonly StoreColumn[] {
  const own = view.features.map(f => model.catalog.features[f]!)
  const aliases = Object.entries(view.aliases).map(([name, feature]) => ({ name, feature: model.catalog.features[feature]! }))
  return [...own.map(feature => ({ name: feature.column, feature })), ...aliases]
}
