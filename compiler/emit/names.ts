import type { QualifiedName } from '../ir/name.ts'

/** A full name, each part quoted; DuckDB has no catalog. */
export function qualifiedBy(quote: (name: string) => string, name: QualifiedName): string {
  return [name.catalog, name.schema, name.name]
    .filter(part => part !== null)
    .map(quote)
    .join('.')
}
