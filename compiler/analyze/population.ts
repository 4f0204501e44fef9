import type { Address } from '../base/address.ts'
import type { Catalog, CatalogView } from '../ir/catalog.ts'
import type { Scalar, ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import type { Mistakes } from './mistakes.ts'

/** Every view of an entity with keys has to find them: in the source that defines the entity, in those that it reads, or in some source. */
export function checkPopulations(catalog: Catalog, mistakes: Mistakes): void {
  const entities = new Map(catalog.entities.map(e => [e.address, e]))
  const held = new Set(catalog.sources.flatMap(s => s.entities.map(e => e.entity)))
  const seen = new Map<Address, boolean>()
  for (const view of catalog.views) {
    const entity = entities.get(view.entity)!
    const own = view.features.some(f => readsRows(catalog.features[f]!.expr))
    const read = view.readsViews.some(v => seen.get(v) === true && sameEntity(catalog.views, v, view))
    seen.set(view.address, own || read)
    if (view.features.length > 0 && entity.keys.length > 0 && !held.has(entity.address) && !own && !read)
      mistakes.at({ span: view.span, address: view.address })('F329', { view: view.name, entity: entity.name })
  }
}

/** Whether an expression reads rows in which keys of its entity stand. */
function readsRows(expr: Scalar): boolean {
  return leavesOf<ScalarLeaf>(expr).some(l => l.kind === 'window' || l.kind === 'asOf' || (l.kind === 'lookup' && Object.values(l.keys).some(readsRows)))
}

function sameEntity(views: readonly CatalogView[], address: Address, view: CatalogView): boolean {
  return views.find(v => v.address === address)?.entity === view.entity
}
