import type { Placed } from '../ir/placed.ts'
import type { Relation } from '../ir/relation.ts'
import { as, field, fields, named, part, select } from '../ir/terms.ts'
import type { Lowered } from '../lower/index.ts'
import { bodyOf } from '../lower/index.ts'
import { grainNames } from './bind.ts'

/** The rows of a serving with what is computed from them. */
export function shownQuery(resource: Placed, lowered: Lowered): Relation {
  const rows = bodyOf(lowered, { of: resource.address, columns: [], first: true, bulk: true, current: true })
  if (resource.columns.every(c => c.computed === undefined) || rows.kind !== 'with') return rows
  const columns = [
    ...fields(grainNames(resource), 'r'),
    ...resource.columns.map(c => named(c.name, c.computed ?? field(c.name, 'r'))),
    named('computed_at', field('computed_at', 'r')),
  ]
  return { kind: 'with', parts: [...rows.parts, { name: 'shown', of: rows.body }], body: select(as('r', part('shown')), columns) }
}
