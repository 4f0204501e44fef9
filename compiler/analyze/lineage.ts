import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import type { CatalogDataset, CatalogFeature, CatalogModel, CatalogServing, CatalogStore, LineageEdge } from '../ir/catalog.ts'
import type { Consumed } from './consumers.ts'
import type { Reads, ReadScope } from './reads.ts'
import { readsOf } from './reads.ts'

export interface Consumers {
  readonly stores: readonly CatalogStore[]
  readonly servings: readonly CatalogServing[]
  readonly datasets: readonly CatalogDataset[]
  readonly models: readonly CatalogModel[]
}

/** Edges of column lineage: raw column -> feature -> feature -> column of store, serving and dataset -> model. */
export function lineageOf(c: Consumed, consumers: Consumers): LineageEdge[] {
  return [
    ...[...c.features.values()].flatMap(f => edgesInto(f.address, c.reads.get(f.address)!)),
    ...consumers.stores.flatMap(s => storeEdges(s, c)),
    ...consumers.servings.flatMap(s => servingEdges(s, c)),
    ...consumers.datasets.flatMap(d => datasetEdges(d, c)),
    ...consumers.models.flatMap(m => modelEdges(m, consumers.datasets)),
  ]
}

function edgesInto(to: string, reads: Reads): LineageEdge[] {
  return [
    ...reads.columns.map((x): LineageEdge => ({ from: `${x.source}#${x.column}`, to, how: x.how })),
    ...reads.features.map((x): LineageEdge => ({ from: x.ref, to, how: x.how })),
  ]
}

function columnOf(feature: Address, features: ReadonlyMap<Address, CatalogFeature>): string {
  return features.get(feature)?.column ?? shortName(feature)
}

function storeEdges(store: CatalogStore, c: Consumed): LineageEdge[] {
  return store.groups
    .flatMap(g => g.views)
    .flatMap(address => {
      const view = c.views.get(address)
      if (view === undefined) return []
      const columns = [...view.features.map(f => [f, columnOf(f, c.features)] as const), ...Object.entries(view.aliases).map(([as, f]) => [f, as] as const)]
      return columns.map(([from, column]): LineageEdge => ({ from, to: `${store.address}#${column}`, how: 'value' }))
    })
}

function servingEdges(serving: CatalogServing, c: ReadScope): LineageEdge[] {
  return [
    ...serving.features.map((f): LineageEdge => ({ from: f.feature, to: `${serving.address}#${f.as}`, how: 'value' })),
    ...serving.computed.flatMap(x => edgesInto(`${serving.address}#${x.name}`, readsOf(x.expr, serving.entity, c))),
  ]
}

function modelEdges(model: CatalogModel, datasets: readonly CatalogDataset[]): LineageEdge[] {
  const { features, names } = datasets.find(d => d.address === model.trainedOn)!
  return model.uses.map((f): LineageEdge => ({ from: `${model.trainedOn}#${names[features.indexOf(f)]}`, to: model.address, how: 'value' }))
}

function datasetEdges(dataset: CatalogDataset, c: Consumed): LineageEdge[] {
  return [
    ...dataset.features.map((f, i): LineageEdge => ({ from: f, to: `${dataset.address}#${dataset.names[i]}`, how: 'value' })),
    ...edgesInto(`${dataset.address}#label`, readsOf(dataset.label, dataset.entity, c)),
  ]
}
