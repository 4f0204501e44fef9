import { address } from '../../base/address.ts'
import type { MeasuresObject, ObjectSchedule } from '../../ir/object.ts'
import { objectResource } from '../../ir/object-resource.ts'
import type { Placed, Storage } from '../../ir/placed.ts'
import type { Check } from '../../ir/definition.ts'
import { storedName } from '../bind.ts'

/** The checks of a view's features as metrics of the engine, on a storage: no publishing replaces it. Null where there is nothing to measure. */
export function measuresOf(resource: Placed, storage: Storage, schedule: ObjectSchedule | 'on change'): Placed | null {
  const said = (resource.promises['features'] ?? {}) as Readonly<Record<string, { readonly checks?: readonly Check[] }>>
  const measures = Object.entries(said).flatMap(([name, { checks = [] }]) => {
    const column = storage.columns.some(c => c.logical === name) ? storedName(name, resource, storage) : null
    if (column === null) return []
    const metrics = checks.flatMap(c => (c.kind === 'notNull' ? ['NULL_COUNT'] : c.kind === 'unique' ? ['DUPLICATE_COUNT'] : []))
    return metrics.map(metric => ({ metric, columns: [column] }))
  })
  if (measures.length === 0) return null
  const object: MeasuresObject = { kind: 'measures', name: storage.name, on: 'table', schedule, measures }
  return objectResource(address('measures', `${resource.address}/${storage.generation.slice(-8)}`), object, {
    causes: [resource.address],
    promises: { schedule, measures: measures.map(m => `${m.metric}(${m.columns.join(', ')})`) },
  })
}
