import type { Address } from '../base/address.ts'
import { address, shortName } from '../base/address.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { hashOf } from '../base/hash.ts'
import type { Catalog } from '../ir/catalog.ts'
import { objectResource } from '../ir/object-resource.ts'
import { featureViewMetadata } from '../ir/physical.ts'
import type { InFeatureStore, Physical } from '../ir/physical.ts'
import type { Placed } from '../ir/placed.ts'
import type { KeptBy } from './physical.ts'
import { needs } from './physical.ts'

/**
 * By what Snowflake's own feature store knows a feature view: facts of the public source of snowflake-ml-python 1.48.0
 * (snowflake/ml/feature_store/feature_store.py and feature_view.py). The object is called NAME$VERSION and carries, in
 * the statement that makes it, one tag with its type, one with its entities and time, and one for each entity with the
 * keys. What the tags hold has been the same since 1.5.0, so that its clients of that version and later read it.
 */
const objectTag = 'SNOWML_FEATURE_STORE_OBJECT'
const entityPrefix = 'SNOWML_FEATURE_STORE_ENTITY_'
const packageVersion = '1.5.0'

/** The keys of a tag's value are separated by commas. */
function keysOf(r: Placed): string {
  return r.grain.keys.map(k => k.name.toUpperCase()).join(',')
}

/** A feature view under the name and with the tags by which Snowflake's feature store shows it, where it is asked for. */
export function placeInFeatureStore(r: Placed, own: InFeatureStore | undefined, { catalog, by }: { readonly catalog: Catalog; readonly by: KeptBy }): Placed {
  const asked = own ?? by.settled.objects?.featureStore ?? false
  if (r.kind !== 'view' || by.settled.objects === null || asked === false || r.publicName === null) return r
  const view = catalog.views.find(v => v.address === r.address)!
  const at = { address: r.address }
  const version = asked === true ? 'V1' : asked.version
  if (!/^[A-Za-z0-9_]{1,128}$/.test(version)) by.report(diagnostic('F408', { version }, at))
  needs('enterprise', "views in Snowflake's feature store, which knows them by tags,", by, r)
  if (r.grain.keys.length === 0) {
    by.report(diagnostic('F409', { view: shortName(r.address), entity: shortName(view.entity) }, at))
    return r
  }
  const entity = shortName(view.entity).toUpperCase()
  const storeTags = {
    [objectTag]: JSON.stringify({ type: 'EXTERNAL_FEATURE_VIEW', pkg_version: packageVersion }),
    [featureViewMetadata]: JSON.stringify({ entities: [entity], timestamp_col: 'FEATURE_TIME' }),
    [`${entityPrefix}${entity}`]: keysOf(r),
  }
  const shown: Physical = { ...r.physical, storeTags }
  const publicName = { ...r.publicName, name: `${r.publicName.name}$${version.toLowerCase()}` }
  return { ...r, publicName, physical: shown, hash: { ...r.hash, meta: hashOf({ meta: r.hash.meta, storeTags, name: publicName.name }) } }
}

/** The tags of the feature store in the schema that people query, as it would make them itself; those of entities take their keys alone. */
export function featureStoreTags(resources: readonly Placed[], by: KeptBy): readonly Placed[] {
  const { catalog, publicSchema: schema } = by.placement
  const shown = resources.filter(r => r.physical.storeTags !== undefined)
  const names = [...new Set(shown.flatMap(r => Object.keys(r.physical.storeTags!)))]
  return names.map(name => {
    const users = shown.filter(r => name in r.physical.storeTags!)
    const values = name.startsWith(entityPrefix) ? [users[0]!.physical.storeTags![name]!] : null
    const tag = { kind: 'tag', name: { catalog, schema, name: name.toLowerCase() }, values } as const
    return objectResource(tagAddress(name), tag, { causes: users.map(u => u.address), promises: { values: values ?? 'any' } })
  })
}

function tagAddress(name: string): Address {
  return address('tag', name.toLowerCase())
}
