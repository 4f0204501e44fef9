import { unique } from '../base/group.ts'
import { hashOf } from '../base/hash.ts'
import type { Placed, Storage } from '../ir/placed.ts'
import type { Served } from '../ir/serving-kind.ts'
import type { Bindings } from './bind.ts'

export type Kept = Placed & { readonly served: Served }

/** A serving whose rows the engine keeps current, or computes when it is read. */
export function isKept(resource: Placed): resource is Kept {
  return resource.served !== undefined && resource.filling.by === 'nothing'
}

/** The storages that the query of a serving names: it is another object where they change. */
export function withReads(resource: Placed, bindings: Bindings): Placed {
  if (!isKept(resource)) return resource
  const columns = new Map(resource.uses.map(u => [u.on, new Set(u.columns)]))
  const named = (of: Storage): boolean => of.first || of.columns.some(c => columns.get(of.of)?.has(c.logical) === true)
  const reads = unique(
    resource.uses.flatMap(u =>
      bindings
        .storages(u.on)
        .filter(named)
        .map(s => s.generation),
    ),
  )
  return { ...resource, served: { ...resource.served, reads }, hash: { ...resource.hash, shape: hashOf({ shape: resource.hash.shape, reads }) } }
}
