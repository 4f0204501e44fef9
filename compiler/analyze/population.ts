import type { Address } from '../base/address.ts'
import type { Catalog, CatalogView } from '../ir/catalog.ts'
import type { Mistakes } from './mistakes.ts'

/** Every view of an entity with keys has to find them: in the source that defines the entity, or in those that it reads. */
export function checkPopulations(catalog: Catalog, mistakes: Mistakes): void {
  const entities = new Map(catalog.entities.map(e => [e.address, e]))
  const sources = new Map(catalog.sources.map(s => [s.address, s]))
  const seen = new Map<Address, boolean>()
  for (const view of catalog.views) {
    const entity = entities.get(view.entity)!
    const own = view.readsSources.some(s => sources.get(s)!.entities.some(e => e.entity === view.entity))
    const read = view.readsViews.some(v => seen.get(v) === true && sameEntity(catalog.views, v, view))
    seen.set(view.address, own || read)
    if (view.features.length > 0 && entity.keys.length > 0 && entity.definedBy === null && !own && !read)
      mistakes.at({ span: view.span, address: view.address })('F329', { view: view.name, entity: entity.name })
  }
}

function sameEntity(views: readonly CatalogView[], address: Address, view: CatalogView): boolean {
  return views.find(v => v.address === address)?.entity === view.entity
}
