import type { Address } from '../base/address.ts'
import type { Outcome } from '../base/diagnostic.ts'
import { hasErrors } from '../base/diagnostic.ts'
import type { Catalog, CatalogFeature } from '../ir/catalog.ts'
import type { LoadedProject } from '../ir/loaded.ts'
import { bindFeatures } from './bind-features.ts'
import { bindNames } from './bind-names.ts'
import { bindEntities, bindSources } from './bind-sources.ts'
import { checkConfig } from './config.ts'
import type { Consumed } from './consumers.ts'
import { bindStores } from './consumers.ts'
import { elaborateFeatures } from './features.ts'
import { bindDatasets } from './datasets.ts'
import { checkLeakage } from './leakage.ts'
import { lineageOf } from './lineage.ts'
import { bindModels } from './models.ts'
import { collectMistakes } from './mistakes.ts'
import { bindMonitors } from './monitors.ts'
import { indexNames } from './names.ts'
import { checkPolicies } from './policy.ts'
import { checkPopulations } from './population.ts'
import { bindServings } from './servings.ts'

/**
 * LoadedProject -> Catalog: what was declared becomes what it means.
 *
 *   1. config, names     what exists; bad, doubled and former names
 *   2. entities, sources keys, mappings, times
 *   3. features          names in expressions, order; then per feature: contract, grain, types, empty value, identity
 *   4. consumers         stores, servings, datasets, models, monitors
 *   5. lineage, population, leakage, policy   over everything
 *
 * All mistakes are collected; a catalog comes only from a project without errors.
 */
export function analyze(project: LoadedProject): Outcome<Catalog> {
  const mistakes = collectMistakes()
  checkConfig(project, mistakes)
  const names = indexNames(project)
  bindNames(project, names, mistakes)

  const entities = bindEntities(names, mistakes)
  const sources = bindSources(names, mistakes)
  const bound = bindFeatures(names, mistakes)
  const base = { names, mistakes, entities: byAddress(entities), sources: byAddress(sources) }
  const elaborated = elaborateFeatures(bound, base)

  const consumed: Consumed = { ...base, ...elaborated, views: byAddress(elaborated.views) }
  const stores = bindStores(consumed)
  const servings = bindServings(consumed)
  const datasets = bindDatasets(consumed)
  const models = bindModels(datasets, consumed)
  const monitors = bindMonitors(consumed)

  const catalog: Catalog = {
    project: project.config.project,
    config: project.config,
    entities,
    sources,
    views: elaborated.views,
    features: Object.fromEntries(elaborated.features) as Record<Address, CatalogFeature>,
    stores,
    servings,
    datasets,
    models,
    monitors,
    lineage: lineageOf(consumed, { stores, servings, datasets, models }),
  }
  checkPopulations(catalog, mistakes)
  checkLeakage(datasets, consumed)
  checkPolicies(catalog, mistakes)
  return { value: hasErrors(mistakes.list) ? null : catalog, diagnostics: mistakes.list }
}

function byAddress<T extends { readonly address: Address }>(things: readonly T[]): ReadonlyMap<Address, T> {
  return new Map(things.map(t => [t.address, t]))
}
