import type { Diagnostic } from '../compiler/base/diagnostic.ts'
import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import { nearest } from '../compiler/base/near.ts'
import type { Catalog, CatalogFeature } from '../compiler/ir/catalog.ts'

/** The feature that a user named by its name, `<entity>.<name>` or address, with `@<n>` for a version; refused by F709. */
export function findFeature(catalog: Catalog, text: string): CatalogFeature {
  const features = Object.values(catalog.features)
  const wanted = text.toLowerCase().replace(/^feature\./, '')
  const names = new Map(features.flatMap(f => namesOf(catalog, f).map(name => [name, f] as const)))
  const exact = names.get(wanted)
  if (exact !== undefined) return exact
  const found = [...names].filter(([name]) => name.slice(name.indexOf('.') + 1) === wanted)
  if (found.length === 1) return found[0]![1]
  const candidates = found.map(([name]) => name).toSorted()
  const all = [...names.keys()].flatMap(name => [name, name.slice(name.indexOf('.') + 1)])
  throw new FeatError([diagnostic('F709', { feature: text, near: nearest(wanted, all), candidates })])
}

/** `customer.risk_score@1`, and `customer.risk_score` where that shows this version. */
function namesOf(catalog: Catalog, f: CatalogFeature): readonly string[] {
  const own = f.address.slice('feature.'.length).toLowerCase()
  const plain = own.replace(/@\d+$/, '')
  const isCurrent = catalog.views.find(v => v.address === f.view)?.aliases[f.name] === f.address
  return isCurrent && plain !== own ? [own, plain] : [own]
}

/** Refuses keys that are not exactly those of the feature's entity (F710); none at all asks for no value. */
export function checkKeys(catalog: Catalog, feature: CatalogFeature, keys: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const expected = catalog.entities.find(e => e.address === feature.entity)!.keys.map(k => k.name)
  const found = Object.keys(keys)
  if (found.length === 0 || (found.length === expected.length && found.every(k => expected.includes(k)))) return []
  return [diagnostic('F710', { feature: feature.address, expected, found })]
}
