import type { Address } from '../base/address.ts'
import type { CatalogFeature } from '../ir/catalog.ts'

/** A feature and those that it rests on, each before what it reads; once each, and without those that were seen before. */
export function featuresBelow(feature: Address, features: ReadonlyMap<Address, CatalogFeature>, seen: Set<Address>): readonly CatalogFeature[] {
  const found = features.get(feature)
  if (found === undefined || seen.has(feature)) return []
  seen.add(feature)
  return [found, ...found.readsFeatures.flatMap(read => featuresBelow(read, features, seen))]
}
