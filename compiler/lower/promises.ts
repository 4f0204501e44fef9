import type { CatalogFeature, CatalogView, Meta } from '../ir/catalog.ts'
import type { Resource } from '../ir/resource.ts'
import type { Model } from './model.ts'

type Promises = Resource['promises']

/** What a definition says of itself besides its description, tags and protection; nothing for what it leaves open. */
export function promisesOf(meta: Meta): Promises {
  return stated({ owner: meta.owner.value, deprecated: meta.deprecated.value })
}

/** The time contract of a view and of the sources that it reads, and what is said of each feature. */
export function promisesOfView(model: Model, view: CatalogView): Promises {
  const { settle, availableAfter, start, accuracy } = view.contract
  const sources = view.readsSources
    .map(s => model.sources.get(s)!)
    .map(s => [s.name, stated({ lateness: s.lateness || null, freshness: s.freshness })] as const)
  const features = view.features.map(f => model.catalog.features[f]!).map(f => [f.column, promisesOfFeature(f, view.meta)] as const)
  return {
    ...promisesOf(view.meta),
    settle,
    availableAfter,
    start,
    ...(accuracy === 'snapshot' ? {} : { accuracy }),
    sources: spoken(sources),
    features: spoken(features),
  }
}

/** Only what differs from its view. */
function promisesOfFeature({ meta, unit, checks }: CatalogFeature, view: Meta): Promises {
  return stated({
    unit,
    checks: checks.length === 0 ? null : checks,
    deprecated: meta.deprecated.value,
    owner: meta.owner.value === view.owner.value ? null : meta.owner.value,
    tags: meta.tags.value.join('\n') === view.tags.value.join('\n') ? null : meta.tags.value,
  })
}

/** What is not given is no promise. */
export function stated(all: Promises): Promises {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

function spoken(all: readonly (readonly [string, Promises])[]): Promises {
  return Object.fromEntries(all.filter(([, promises]) => Object.keys(promises).length > 0))
}
