import { formatDuration } from '../base/duration.ts'
import type { Catalog, CatalogFeature, CatalogServing, CatalogSource, CatalogView, Meta } from '../ir/catalog.ts'
import type { DesiredState } from '../ir/resource.ts'
import { typeName } from '../ir/type.ts'
import { servedOn } from './servings.ts'
import type { UpstreamColumn } from './lineage.ts'
import { upstreamColumns } from './lineage.ts'
import { targetsOf } from './targets.ts'

/** generated/catalog.json: what is declared and what exists because of it, for programs. */
export function catalogJson(catalog: Catalog, desired: DesiredState): string {
  const upstream = upstreamColumns(catalog)
  const features = Object.values(catalog.features)
  const content = {
    format_version: '1.0',
    project: catalog.project,
    entities: catalog.entities.map(e => ({
      address: e.address,
      name: e.name,
      ...metaOf(e.meta),
      keys: e.keys.map(k => ({ name: k.name, type: typeName(k.type) })),
      defined_by: e.definedBy,
    })),
    sources: catalog.sources.map(sourceOf),
    views: catalog.views.map(viewOf),
    features: Object.fromEntries(features.map(f => [f.address, featureOf(f, upstream(f.address))])),
    ...consumersOf(catalog),
    objects: desired.resources.map(r => ({
      address: r.address,
      kind: r.kind,
      name: r.name,
      publish: r.publish,
      causes: r.causes,
      uses: r.uses.map(u => u.on),
      columns: r.columns.map(c => ({ name: c.name, type: typeName(c.type), of: c.of })),
    })),
    targets: Object.fromEntries(targetsOf(catalog).map(({ name, engine, objects }) => [name, { engine, objects }])),
    lineage: catalog.lineage,
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** What reads features. */
function consumersOf(catalog: Catalog): Readonly<Record<string, readonly unknown[]>> {
  return {
    stores: catalog.stores.map(s => ({ address: s.address, name: s.name, ...metaOf(s.meta), groups: s.groups, cluster_by: s.clusterBy, physical: s.physical })),
    servings: catalog.servings.map(s => ({ address: s.address, name: s.name, ...metaOf(s.meta), entity: s.entity, ...servingOf(s, catalog) })),
    datasets: catalog.datasets.map(d => ({
      address: d.address,
      name: d.name,
      ...metaOf(d.meta),
      entity: d.entity,
      spine: d.spine,
      features: d.features,
      split: d.split,
    })),
    models: catalog.models.map(m => ({
      address: m.address,
      name: m.name,
      ...metaOf(m.meta),
      version: m.version,
      type: m.type,
      stage: m.stage,
      traffic: m.traffic,
      trained_on: m.trainedOn,
      uses: m.uses,
    })),
    monitors: catalog.monitors.map(m => ({
      address: m.address,
      name: m.name,
      ...metaOf(m.meta),
      on: m.on,
      statistic: m.statistic,
      threshold: m.threshold,
      every: formatDuration(m.every),
      severity: m.severity,
      notify: m.notify,
    })),
  }
}

function servingOf(s: CatalogServing, catalog: Catalog): Readonly<Record<string, unknown>> {
  return {
    mode: s.mode,
    freshness: typeof s.freshness === 'number' ? formatDuration(s.freshness) : s.freshness,
    features: s.features,
    request: s.request.map(f => ({ name: f.name, type: typeName(f.type) })),
    computed: s.computed.map(f => ({ name: f.name, type: typeName(f.type), definition: f.formula, description: f.description, needs_request: f.onRequest })),
    served_as: Object.fromEntries(
      servedOn(s, catalog).map(({ target, served: { kind, lag, refresh, clusterBy, why } }) => [
        target,
        { kind, lag: typeof lag === 'number' ? formatDuration(lag) : lag, refresh, cluster_by: clusterBy, why },
      ]),
    ),
  }
}

function metaOf(meta: Meta): Readonly<Record<string, unknown>> {
  return { owner: meta.owner.value, description: meta.description.value, tags: meta.tags.value, deprecated: meta.deprecated.value }
}

function sourceOf(s: CatalogSource): unknown {
  return {
    address: s.address,
    name: s.name,
    ...metaOf(s.meta),
    form: s.form,
    entities: s.entities,
    event_time: s.eventTime,
    valid_from: s.validFrom,
    known_time: s.knownTime?.column ?? null,
    lateness: formatDuration(s.lateness),
    freshness: s.freshness === null ? null : formatDuration(s.freshness),
    columns: s.columns.map(c => ({ name: c.name, type: typeName(c.type), nullable: c.nullable, values: c.values, description: c.description })),
  }
}

function viewOf(v: CatalogView): unknown {
  return {
    address: v.address,
    name: v.name,
    ...metaOf(v.meta),
    entity: v.entity,
    every: formatDuration(v.contract.every),
    start: v.contract.start,
    known: v.contract.known,
    accuracy: typeof v.contract.accuracy === 'string' ? v.contract.accuracy : { hop: formatDuration(v.contract.accuracy.hop) },
    physical: v.physical,
    features: v.features,
    aliases: v.aliases,
    reads_views: v.readsViews,
    reads_sources: v.readsSources,
  }
}

function featureOf(f: CatalogFeature, lineage: readonly UpstreamColumn[]): unknown {
  return {
    name: f.name,
    view: f.view,
    entity: f.entity,
    column: f.column,
    version: f.version,
    type: typeName(f.type),
    nullable: f.nullable,
    unit: f.unit,
    ...metaOf(f.meta),
    definition: f.formula,
    checks: f.checks,
    reads: f.readsFeatures,
    lineage,
  }
}
