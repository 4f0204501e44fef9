import type { Address } from '../base/address.ts'
import { parseAddress } from '../base/address.ts'
import type { CatalogFeature } from '../ir/catalog.ts'
import type { Resource } from '../ir/resource.ts'
import type { Lowered } from '../lower/index.ts'

/** The feature that a column of a resource shows, or that such a feature reads, as declared today; undefined for anything else. */
export function featureBehind(lowered: Lowered, resource: Resource, of: Address | null): CatalogFeature | undefined {
  if (of === null || parseAddress(of)?.kind !== 'feature') return undefined
  return lowered.around(resource.address).model.catalog.features[of]
}
