import type { Address } from '../base/address.ts'
import { InternalError } from '../base/diagnostic.ts'
import type { Catalog, CatalogEntity, CatalogSource, CatalogView } from '../ir/catalog.ts'

/** The catalog with its things by address. */
export interface Model {
  readonly catalog: Catalog
  readonly entities: ReadonlyMap<Address, CatalogEntity>
  readonly sources: ReadonlyMap<Address, CatalogSource>
  readonly views: ReadonlyMap<Address, CatalogView>
}

export function modelOf(catalog: Catalog): Model {
  const by = <T extends { readonly address: Address }>(items: readonly T[]): Map<Address, T> => new Map(items.map(i => [i.address, i]))
  return { catalog, entities: by(catalog.entities), sources: by(catalog.sources), views: by(catalog.views) }
}

/** The columns that hold the keys of an entity in a source: in the chosen role, else as the source declares. */
export function columnsOf(entity: CatalogEntity, source: CatalogSource, keys: Readonly<Record<string, string>> | null): readonly string[] {
  if (keys !== null) return entity.keys.map(k => keys[k.name] ?? k.name)
  return source.entities.find(e => e.entity === entity.address)?.on ?? entity.keys.map(k => k.name)
}

/** What analyze has bound is there. */
export function unknown(a: string): never {
  throw new InternalError(`${a} is not in the catalog`)
}
