import type { Address } from '../base/address.ts'
import { featureAddress, parseAddress, shortName } from '../base/address.ts'
import { nearest } from '../base/near.ts'
import type { CatalogFeature, CatalogStore, CatalogView } from '../ir/catalog.ts'
import type { DatasetDefinition, Listed, ServingDefinition, StoreDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { Bound, TypeTools } from './features.ts'
import { declaredMeta } from './inherit.ts'
import type { Report } from './mistakes.ts'
import { reportUnknown } from './mistakes.ts'
import { featureOf, placeOf, placeOfMember } from './names.ts'
import type { Reads } from './reads.ts'

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

/** Which entities a consumer holds features of; reports what it does not. */
export type Holds = (what: string, entity: string) => boolean

/** A consumer with the rows of one entity. */
export function holdsOnly(entity: string, of: string, report: Report): Holds {
  return (what, found) => {
    if (found !== entity) report('F360', { what, entity: found, of, due: entity })
    return found === entity
  }
}

/**
 * Expands a list of views and features. `versions: all`: a view gives every version by its column and the
 * plain name for the current one; `current`: only the current ones.
 */
export function expandListed(listed: readonly Listed[], holds: Holds, what: string, versions: 'all' | 'current', c: Consumed, report: Report): Chosen[] {
  return listed.flatMap((l): Chosen[] => {
    switch (l.kind) {
      case 'invalid':
        report('F202', { found: l.found, expected: 'a view, or a feature of a view' })
        return []
      case 'view':
        return expandView(l.view, holds, what, versions, c, report)
      case 'feature': {
        const declared = featureOf(c.names, l.ref)
        if (declared === null) {
          const of = parseAddress(l.ref)?.name.split('.')[0]
          const known = [...c.names.features.values()].filter(f => f.entity === of).map(f => f.name)
          reportUnknown(report, 'feature', shortName(l.ref), `, listed by ${what}`, known)
          return []
        }
        if (!holds(`feature '${declared.name}'`, declared.entity)) return []
        return [{ feature: declared.address, as: l.ref === declared.address ? declared.column : declared.name }]
      }
    }
  })
}

function expandView(name: string, holds: Holds, what: string, versions: 'all' | 'current', c: Consumed, report: Report): Chosen[] {
  const view = c.names.views.get(name)
  if (view === undefined) {
    reportUnknown(report, 'view', name, `, listed by ${what}`, c.names.views.keys())
    return []
  }
  if (!holds(`view '${name}'`, view.definition.entity)) return []
  return c.names.featuresOf.get(name)!.flatMap(f => {
    const plain: Chosen = { feature: f.address, as: f.name }
    if (f.version === null) return [plain]
    const current = c.names.current.get(featureAddress(f.entity, f.name)) === f.address
    return [...(versions === 'all' ? [{ feature: f.address, as: f.column }] : []), ...(current ? [plain] : [])]
  })
}

/** Reports columns that a consumer would have twice. */
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
      physical: definition.physical ?? {},
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

export function entityLevel(entity: string, c: Bound): Parameters<typeof declaredMeta>[2] {
  const declared = c.names.entities.get(entity)!
  return [{ from: declared.address, options: declared.definition.options }]
}
