import type { Address } from '../base/address.ts'
import type { CatalogView } from '../ir/catalog.ts'
import type { Model } from './model.ts'

/** These views and all that they read, each before what it reads; through those alone that `into` lets pass. */
export function viewsBelow(model: Model, views: readonly CatalogView[], into: (view: CatalogView) => boolean = () => true): readonly CatalogView[] {
  const found = new Map<Address, CatalogView>()
  const visit = (view: CatalogView): void => {
    if (found.has(view.address) || !into(view)) return
    found.set(view.address, view)
    for (const read of view.readsViews) visit(model.views.get(read)!)
  }
  views.forEach(visit)
  return [...found.values()]
}
