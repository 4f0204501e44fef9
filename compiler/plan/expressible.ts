import type { Diagnostic } from '../base/diagnostic.ts'
import { uniqueBy } from '../base/group.ts'
import { unsupported } from '../emit/index.ts'
import type { Relation } from '../ir/relation.ts'
import { as, named, select } from '../ir/terms.ts'
import type { Lowered } from '../lower/index.ts'
import { bodyOf } from '../lower/index.ts'
import type { Bindings } from './bind.ts'
import { bindRelation } from './bind.ts'
import type { Matched } from './match.ts'
import { unservable } from './served.ts'

/** What is computed when the public name is read. */
function computedOf({ columns, onRequest }: Matched['resource']): Relation {
  const computed = [...columns, ...(onRequest?.columns ?? [])].flatMap(c => (c.computed === undefined ? [] : [named(c.name, c.computed)]))
  return select(as('v', { kind: 'values', columns: [], rows: [] }), computed)
}

/** What the engine of the target cannot say of the rows that a resource is yet to hold: a file where it reads none, a pattern it reads otherwise. */
export function inexpressible({ resource, binding }: Matched, lowered: Lowered, bindings: Bindings): readonly Diagnostic[] {
  if (resource.physical.append === true) return []
  const groups =
    resource.kind === 'store'
      ? lowered
          .around(resource.address)
          .stores.get(resource.address)!
          .groups.map(g => ({ featureType: g.featureType }))
      : [{}]
  const storages = resource.filling.by === 'nothing' ? [{ columns: [], first: true }] : [binding.fresh].filter(s => s !== null)
  const found = storages.flatMap(s =>
    groups.flatMap(group => {
      const body = bodyOf(lowered, { of: resource.address, columns: s.columns.map(c => c.logical), first: s.first, bulk: true, ...group })
      return unsupported(bindRelation(body, bindings), bindings.placement.dialect, resource.address)
    }),
  )
  const shown = unsupported(computedOf(resource), bindings.placement.dialect, resource.address)
  return uniqueBy([...found, ...shown, ...unservable(resource, bindings)], d => d.message)
}
