import { parseAddress } from '../base/address.ts'
import type { Address } from '../base/address.ts'
import { InternalError } from '../base/diagnostic.ts'
import { unique } from '../base/group.ts'
import type { CatalogFeature } from '../ir/catalog.ts'
import type { Join, Relation, Term, TermLeaf } from '../ir/relation.ts'
import type { ScalarLeaf } from '../ir/scalar.ts'
import { mapLeaves } from '../ir/scalar.ts'
import { as, bucketOf, call, choose, field, fields, join, later, param, select } from '../ir/terms.ts'
import type { Model } from './model.ts'
import { unknown } from './model.ts'

/** Rows of a view at the points that a fill of [from, to) can read: the newest at or before each of its own points. */
export function viewRead(model: Model, view: Address, features: readonly CatalogFeature[]): Relation {
  const { contract, entity } = model.views.get(view) ?? unknown(view)
  const keys = model.entities.get(entity)!.keys.map(k => k.name)
  const columns = [...keys, 'feature_time', ...unique(features.map(f => f.column))]
  const at = field('feature_time', 's')
  return select(as('s', { kind: 'scan', of: view, columns }), fields(columns, 's'), {
    where: [call('gte', at, later(param('from'), -contract.every)), call('lt', at, param('to'))],
  })
}

/** The join of a view's rows to the points of `base`, by the terms of its keys. */
export function viewJoin(model: Model, view: Address, features: readonly CatalogFeature[], alias: string, base: string, keyTerm: (key: string) => Term): Join {
  const { contract, entity } = model.views.get(view) ?? unknown(view)
  const keys = model.entities.get(entity)!.keys.map(k => call<TermLeaf>('eq', field(k.name, alias), keyTerm(k.name)))
  const at = call<TermLeaf>('eq', field('feature_time', alias), bucketOf(field('feature_time', base), contract.every))
  return join('left', alias, viewRead(model, view, features), [...keys, at])
}

export function readAlias(view: Address): string {
  return `_${parseAddress(view)?.name ?? view}`
}

/** A feature as another view shows it: its empty value where the key has no row there. */
export function readValue(f: CatalogFeature, alias: string): Term {
  return choose<TermLeaf>(call('isNull', field('feature_time', alias)), emptyTerm(f), field(f.column, alias))
}

export function emptyTerm(f: CatalogFeature): Term {
  return mapLeaves<ScalarLeaf, TermLeaf>(f.empty, l => {
    throw new InternalError(`the empty value of ${f.address} holds a '${l.kind}'`)
  })
}
