import type { Address } from '../base/address.ts'
import { InternalError } from '../base/diagnostic.ts'
import { aggregateType } from '../ir/aggregates.ts'
import type { CatalogSource } from '../ir/catalog.ts'
import type { ScalarLeaf } from '../ir/scalar.ts'
import type { Type } from '../ir/type.ts'
import { time } from '../ir/type.ts'
import { typeOf } from '../ir/type-of.ts'

/** The types of leaves of elaborated expressions, for `typeOf`. */
export function leafTypes(sources: ReadonlyMap<Address, CatalogSource>, feature: (ref: Address) => Type): (leaf: ScalarLeaf) => Type {
  const leaf = (n: ScalarLeaf): Type => {
    switch (n.kind) {
      case 'column':
        return sources.get(n.source)!.columns.find(c => c.name === n.name)!.type
      case 'window':
        return aggregateType(n.aggregate, n.of === null ? null : typeOf<ScalarLeaf>(n.of, leaf))
      case 'asOf':
      case 'lookup':
        return typeOf<ScalarLeaf>(n.of, leaf)
      case 'feature':
        return feature(n.ref)
      case 'point':
        return time
      case 'request':
        return n.type
      case 'versions':
      case 'invalid':
        throw new InternalError(`${n.kind} in an elaborated expression`)
    }
  }
  return leaf
}
