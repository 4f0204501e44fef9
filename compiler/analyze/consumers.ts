import type { Address } from '../base/address.ts'
import { featureAddress, shortName } from '../base/address.ts'
import { nearest } from '../base/near.ts'
import { aggregates } from '../ir/aggregates.ts'
import type { CatalogFeature, CatalogServing, CatalogStore, CatalogView, Key } from '../ir/catalog.ts'
import type { DatasetDefinition, Listed, ServingDefinition, StoreDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { ScalarLeaf } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import { bindExpression } from './bind-expression.ts'
import type { Bound, TypeTools } from './features.ts'
import { checkGrain } from './grain.ts'
import { declaredMeta } from './inherit.ts'
import type { Report } from './mistakes.ts'
import { reportUnknown } from './mistakes.ts'
import { featureOf, placeOf, placeOfMember } from './names.ts'
import { durationOption } from './options.ts'
import type { Reads } from './reads.ts'
import { inferType } from './types.ts'

/** What stores, servings, datasets, models and monitors stand on. */
export interface Consumed extends Bound {
  readonly features: ReadonlyMap<Address, CatalogFeature>
  readonly views: ReadonlyMap<Address, CatalogView>
  readonly typeScope: TypeTools
  readonly reads: ReadonlyMap<Address, Reads>
}

/** One listed feature, and whether it was listed by its plain name or with its view. */
export interface Chosen {
  readonly feature: Address
  readonly as: string
}

/**
 * Expands a list of views and features of one entity. `versions: all`: a view gives every version by its column and the
 * plain name for the current one; `current`: only the current ones.
 */
export function expandListed(listed: readonly Listed[], entity: string, what: string, versions: 'all' | 'current', c: Consumed, report: Report): Chosen[] {
  return listed.flatMap((l): Chosen[] => {
    switch (l.kind) {
      case 'invalid':
        report('F202', { found: l.found, expected: 'a view, or a feature of a view' })
        return []
      case 'view':
        return expandView(l.view, entity, what, versions, c, report)
      case 'feature': {
        const declared = featureOf(c.names, l.ref)
        if (declared === null) {
          const known = [...c.names.features.values()].filter(f => f.entity === entity).map(f => f.name)
          reportUnknown(report, 'feature', shortName(l.ref), `, listed by ${what}`, known)
          return []
        }
        if (!sameEntity(`feature '${declared.name}'`, declared.entity, entity, what, report)) return []
        return [{ feature: declared.address, as: l.ref === declared.address ? declared.column : declared.name }]
      }
    }
  })
}

function expandView(name: string, entity: string, what: string, versions: 'all' | 'current', c: Consumed, report: Report): Chosen[] {
  const view = c.names.views.get(name)
  if (view === undefined) {
    reportUnknown(report, 'view', name, `, listed by ${what}`, c.names.views.keys())
    return []
  }
  if (!sameEntity(`view '${name}'`, view.definition.entity, entity, what, report)) return []
  return c.names.featuresOf.get(name)!.flatMap(f => {
    const plain: Chosen = { feature: f.address, as: f.name }
    if (f.version === null) return [plain]
    const current = c.names.current.get(featureAddress(f.entity, f.name)) === f.address
    return [...(versions === 'all' ? [{ feature: f.address, as: f.column }] : []), ...(current ? [plain] : [])]
  })
}

function sameEntity(what: string, entity: string, due: string, of: string, report: Report): boolean {
  if (entity !== due) report('F360', { what, entity, of, due })
  return entity === due
}

/** Reports columns that a deployed object would have twice. */
export function checkColumns(columns: readonly string[], where: string, report: Report): void {
  const seen = new Set<string>()
  for (const column of columns) {
    if (seen.has(column.toLowerCase())) report('F361', { column, where })
    seen.add(column.toLowerCase())
  }
}

/** The entity of a consumer, reported where there is none. */
export function entityOf(d: Declared<ServingDefinition> | Declared<DatasetDefinition>, c: Consumed): string | null {
  const { entity, name } = d.definition
  if (c.names.entities.has(entity)) return entity
  const report = c.mistakes.at(placeOfMember(d, 'entity'))
  reportUnknown(report, 'entity', entity, ` (of '${name}'), or it is not exported`, c.names.entities.keys())
  return null
}

// ---- stores

export function bindStores(c: Consumed): CatalogStore[] {
  return [...c.names.stores.values()].map(d => {
    const { definition } = d
    const groups = Object.entries(definition.views).map(([featureType, names]) => ({ featureType, views: storeViews(d, featureType, names, c) }))
    checkStoreColumns(
      d,
      groups.flatMap(g => g.views),
      c,
    )
    return {
      address: d.address,
      name: definition.name,
      span: d.span,
      meta: declaredMeta(d, c.names.config),
      groups,
      clusterBy: definition.clusterBy,
      renamedFrom: definition.options.renamedFrom === undefined ? null : (`store.${definition.options.renamedFrom}` as const),
    }
  })
}

function storeViews(d: Declared<StoreDefinition>, group: string, names: readonly string[], c: Consumed): Address[] {
  const report = c.mistakes.at(placeOfMember(d, 'views'))
  const found = names.flatMap(name => {
    const view = c.names.views.get(name)
    if (view === undefined) reportUnknown(report, 'view', name, `, listed by store '${d.definition.name}'`, c.names.views.keys())
    return view ?? []
  })
  const entities = [...new Set(found.map(v => v.definition.entity))]
  if (entities.length > 1) report('F363', { store: d.definition.name, group, entities })
  return found.map(v => v.address)
}

function checkStoreColumns(d: Declared<StoreDefinition>, views: readonly Address[], c: Consumed): void {
  const { name, clusterBy } = d.definition
  const catalogViews = [...new Set(views)].flatMap(v => c.views.get(v) ?? [])
  const keys = [...new Set(catalogViews.flatMap(v => c.entities.get(v.entity)!.keys.map(k => k.name)))]
  const features = catalogViews.flatMap(v => [...v.features.map(f => c.features.get(f)!.column), ...Object.keys(v.aliases)])
  checkColumns([...keys, 'feature_date', 'feature_type', ...features], `store '${name}'`, c.mistakes.at(placeOf(d)))
  const repeated = views.find((v, i) => views.indexOf(v) !== i)
  if (repeated !== undefined) c.mistakes.at(placeOfMember(d, 'views'))('F370', { store: name, view: shortName(repeated) })
  const candidates = [...keys, 'feature_date', 'feature_type']
  for (const column of clusterBy) {
    if (!candidates.includes(column)) c.mistakes.at(placeOfMember(d, 'clusterBy'))('F362', { column, candidates, near: nearest(column, candidates) })
  }
}

// ---- servings

export function bindServings(c: Consumed): CatalogServing[] {
  return [...c.names.servings.values()].flatMap(d => bindServing(d, c) ?? [])
}

function bindServing(d: Declared<ServingDefinition>, c: Consumed): CatalogServing | null {
  const { definition } = d
  const entity = entityOf(d, c)
  if (entity === null) return null
  const what = `serving '${definition.name}'`
  const report = c.mistakes.at(placeOfMember(d, 'features'))
  const features = expandListed(definition.features, entity, what, 'all', c, report)
  const request: Key[] = Object.entries(definition.request).map(([name, column]) => ({ name, type: column.type }))
  const computed = definition.computed.flatMap(f => bindComputed(d, f, entity, request, c) ?? [])
  const keys = c.entities.get(`entity.${entity}`)!.keys.map(k => k.name)
  checkColumns([...keys, 'feature_time', 'computed_at', ...features.map(f => f.as), ...computed.map(f => f.name)], what, c.mistakes.at(placeOf(d)))
  if (definition.mode === 'live') {
    checkMergeable(features, c, report)
    c.mistakes.at(placeOfMember(d, 'mode'))('F371', { serving: definition.name })
  }
  return {
    address: d.address,
    name: definition.name,
    span: d.span,
    entity: `entity.${entity}`,
    features,
    request,
    computed,
    meta: declaredMeta(d, c.names.config, entityLevel(entity, c)),
    renamedFrom: definition.options.renamedFrom === undefined ? null : `serving.${definition.options.renamedFrom}`,
    mode: definition.mode,
    as: definition.as,
    freshness: durationOption('freshness', definition.freshness, c.mistakes.at(placeOfMember(d, 'freshness'))),
  }
}

export function entityLevel(entity: string, c: Bound): Parameters<typeof declaredMeta>[2] {
  const declared = c.names.entities.get(entity)!
  return [{ from: declared.address, options: declared.definition.options }]
}

function bindComputed(
  d: Declared<ServingDefinition>,
  f: ServingDefinition['computed'][number],
  entity: string,
  request: readonly Key[],
  c: Consumed,
): CatalogServing['computed'][number] | null {
  const report = c.mistakes.at(placeOfMember(d, f.name))
  const expr = bindExpression(f.expr, 'computed', { names: c.names, report })
  if (expr === null) return null
  const unknown = leavesOf<ScalarLeaf>(expr).flatMap(l => (l.kind === 'request' && !request.some(r => r.name === l.name) ? [l.name] : []))
  for (const name of unknown)
    reportUnknown(
      report,
      'request field',
      name,
      ` in serving '${d.definition.name}'`,
      request.map(r => r.name),
    )
  if (unknown.length > 0 || !checkGrain(expr, { names: c.names, sources: c.sources, entity, report })) return null
  const typed = inferType(expr, {
    sources: c.sources,
    entities: c.entities,
    features: c.typeScope.types,
    view: null,
    start: null,
    report,
    rows: c.typeScope.rows,
  })
  const description = f.meta.description ?? d.members[f.name]?.description ?? null
  return typed === null ? null : { name: f.name, expr: typed.expr, type: typed.type, description }
}

/** Live values are merged at the moment of reading: what needs all values cannot be. */
function checkMergeable(features: readonly Chosen[], c: Consumed, report: Report): void {
  const seen = new Set<Address>()
  const visit = (feature: Address, top: string): void => {
    if (seen.has(feature)) return
    seen.add(feature)
    const catalog = c.features.get(feature)
    if (catalog === undefined) return
    for (const l of leavesOf<ScalarLeaf>(catalog.expr)) {
      if (l.kind === 'window' && aggregates[l.aggregate].merge === 'multiset') report('F368', { aggregate: l.aggregate, feature: top })
    }
    for (const ref of catalog.readsFeatures) visit(ref, top)
  }
  for (const f of features) visit(f.feature, f.as)
}
