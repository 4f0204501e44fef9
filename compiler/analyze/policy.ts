import type { Address } from '../base/address.ts'
import type { Catalog, Meta } from '../ir/catalog.ts'
import type { Policy } from '../ir/definition.ts'
import type { Mistakes, Place } from './mistakes.ts'

interface Governed extends Place {
  readonly address: Address
  readonly meta: Meta
}

/** Last pass: what the config requires of every definition. */
export function checkPolicies(catalog: Catalog, mistakes: Mistakes): void {
  for (const policy of catalog.config.policies) checkPolicy(policy, catalog, mistakes)
}

function checkPolicy(policy: Policy, catalog: Catalog, mistakes: Mistakes): void {
  const miss = (thing: Place & { readonly address: Address }): void =>
    mistakes.at({ span: thing.span, address: thing.address })('F380', { what: thing.address, field: policy.require })
  if (policy.require === 'monitor') {
    const watched = new Set(catalog.monitors.map(m => m.on))
    for (const view of catalog.views) if (view.features.length > 0 && !view.features.some(f => watched.has(f))) miss(view)
    return
  }
  const all: readonly Governed[] = [
    ...catalog.entities,
    ...catalog.sources,
    ...catalog.views,
    ...Object.values(catalog.features),
    ...catalog.stores,
    ...catalog.servings,
    ...catalog.datasets,
    ...catalog.models,
    ...catalog.monitors,
  ]
  for (const thing of all) if (!thing.meta[policy.require].value?.trim()) miss(thing)
}
