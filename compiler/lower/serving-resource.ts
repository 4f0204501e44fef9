import { InternalError } from '../base/diagnostic.ts'
import { unique } from '../base/group.ts'
import { hashOf } from '../base/hash.ts'
import type { CatalogServing, CatalogView, ServingColumn } from '../ir/catalog.ts'
import type { Term, TermLeaf } from '../ir/relation.ts'
import type { Column, OnRequest, Resource } from '../ir/resource.ts'
import type { ScalarLeaf } from '../ir/scalar.ts'
import { mapLeaves } from '../ir/scalar.ts'
import { cast, field } from '../ir/terms.ts'
import { time } from '../ir/type.ts'
import type { Model } from './model.ts'
import { capturesOf, mergeTables, planView } from './view-plan.ts'
import { promisesOf, stated } from './promises.ts'
import { featureColumn, sealed, stored } from './resources.ts'
import { viewsBelow } from './views-below.ts'

/** What inference reads: stored or computed newest rows, with what is computed from them when they are read. */
export function servingResource(model: Model, serving: CatalogServing): Resource {
  const shown = serving.features.map(f => ({ name: f.as, feature: model.catalog.features[f.feature]! }))
  const keys = model.entities.get(serving.entity)!.keys
  const views = unique(shown.map(s => s.feature.view)).map(v => model.views.get(v)!)
  const { mode, freshness, wish, computed } = serving
  const onRequest = onRequestOf(serving)
  const live = mode === 'live' ? liveReads(model, views) : null
  return sealed({
    address: serving.address,
    kind: 'serving',
    name: serving.name,
    renamedFrom: serving.renamedFrom,
    causes: [serving.address, ...serving.features.map(f => f.feature)],
    uses: live?.uses ?? views.map(v => ({ on: v.address, columns: shown.filter(s => s.feature.view === v.address).map(s => s.feature.column) })),
    usesSources: live?.usesSources ?? [],
    grain: {
      keys: keys.map(k => ({ name: k.name, type: k.type })),
      time: [{ name: 'feature_time', type: time }],
      hash: hashOf({
        rule: live === null ? 'serving 1' : 'live 1',
        keys: keys.map(k => k.type),
        available: views.map(v => [v.contract.every, v.contract.availableAfter]),
      }),
    },
    columns: [...shown.map(s => ({ ...featureColumn(s), aliasOf: null })), ...computed.filter(c => !c.onRequest).map(c => computedColumn(c, serving))],
    filling: { by: live === null ? 'newest' : 'nothing' },
    publish: 'view',
    physical: {},
    comment: serving.meta.description.value,
    promises: {
      ...promisesOf(serving.meta),
      mode,
      freshness,
      as: wish.as,
      request: serving.request,
      computed: computed.length === 0 ? [] : Object.fromEntries(computed.map(c => [c.name, c.formula])),
      ...stated({ latency: wish.latency, refresh: wish.refresh, initialize: wish.initialize, clusterBy: wish.clusterBy.length === 0 ? null : wish.clusterBy }),
    },
    tags: serving.meta.tags.value,
    protect: serving.meta.protect.value,
    ...(live === null ? { wish } : {}),
    ...(onRequest === null ? {} : { onRequest }),
  })
}

/** What a view reads that merges tiles with raw rows: what its feature views are computed from, and those that they read. */
function liveReads(model: Model, views: readonly CatalogView[]): Pick<Resource, 'uses' | 'usesSources'> {
  const plans = viewsBelow(model, views).map(v => planView(model, v))
  const tables = mergeTables(plans.flatMap(p => p.tables))
  const captures = capturesOf(plans)
  const sources = unique([...tables.map(t => t.table.source), ...plans.flatMap(p => [...p.attributes, ...p.population.dimensions].map(a => a.source))])
  return {
    uses: [
      ...tables.map(t => ({ on: t.table.address, columns: t.states.map(s => s.name) })),
      ...captures.map(c => ({ on: c.address, columns: c.source.columns.map(x => x.name) })),
    ],
    usesSources: sources.map(s => ({ on: s.address, columns: s.columns.map(c => c.name) })),
  }
}

function onRequestOf(serving: CatalogServing): OnRequest | null {
  const columns = serving.computed.filter(c => c.onRequest).map(c => computedColumn(c, serving))
  return columns.length === 0 ? null : { fields: serving.request, columns }
}

function computedColumn(c: ServingColumn, serving: CatalogServing): Column & { readonly computed: Term } {
  return { ...stored(c.name, c.type, null, c.dataHash, { description: c.description }), computed: computedTerm(c, serving) }
}

/** Over the columns that the serving shows, which stand bare. */
function computedTerm({ expr, name }: ServingColumn, serving: CatalogServing): Term {
  return mapLeaves<ScalarLeaf, TermLeaf>(expr, leaf => {
    switch (leaf.kind) {
      case 'feature':
        return field(serving.features.find(f => f.feature === leaf.ref)!.as)
      case 'point':
        return field('feature_time')
      case 'request':
        return cast<TermLeaf>({ kind: 'argument', name: leaf.name }, leaf.type)
      default:
        throw new InternalError(`the computed column '${name}' of ${serving.address} holds a '${leaf.kind}'`)
    }
  })
}
