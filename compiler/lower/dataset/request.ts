import type { Address } from '../../base/address.ts'
import type { Seconds } from '../../base/duration.ts'
import type { Interval } from '../../base/interval.ts'
import { unique } from '../../base/group.ts'
import type { CatalogDataset, CatalogFeature, CatalogView } from '../../ir/catalog.ts'
import type { Model } from '../model.ts'
import { unknown } from '../model.ts'

/** What one build of a dataset rests on besides its declaration: literals of its statements. */
export interface DatasetRequest {
  /** ISO instant: only rows that were known before. */
  readonly known: string
  /** Only examples at times in [from, to), ISO instants; null: all. */
  readonly from: string | null
  readonly to: string | null
  /** How far each source of the label is known: its windows have to end before this ISO instant; null where the source shows nothing. */
  readonly horizons: Readonly<Record<Address, string | null>>
  /** The points that are computed, of each view that is read. */
  readonly coverage: Readonly<Record<Address, readonly Interval[]>>
  /** First times of views, before which nothing is due, in seconds. */
  readonly starts: Readonly<Record<Address, Seconds>>
  /** First and last time of the examples, in seconds: what is read of the views; null: not known yet. */
  readonly reach: { readonly first: Seconds; readonly last: Seconds } | null
}

/** One view of a dataset with the features that are read of it. */
export interface ReadView {
  readonly view: CatalogView
  readonly alias: string
  readonly features: readonly CatalogFeature[]
  /** The columns of the spine that hold its keys. */
  readonly on: readonly string[]
  /** How old a point may be. */
  readonly limit: Seconds
}

export function readViews(model: Model, dataset: CatalogDataset): readonly ReadView[] {
  const features = dataset.features.map(f => model.catalog.features[f]!)
  return unique(features.map(f => f.view)).map((address, i) => {
    const view = model.views.get(address) ?? unknown(address)
    return {
      view,
      alias: `v${i + 1}`,
      features: unique(features.filter(f => f.view === address)),
      on: dataset.roles.find(r => r.entity === view.entity)!.on,
      limit: dataset.ttl ?? 2 * view.contract.every,
    }
  })
}
