import type { Physical } from '../../ir/physical.ts'
import type { Placed, Storage } from '../../ir/placed.ts'
import { storedName } from '../bind.ts'

/** How a storage is kept: what is said of columns and rows is said of what people query, which it may be itself. */
export function keptAs(resource: Placed, storage: Storage): { readonly clusterBy: readonly string[]; readonly physical: Physical } {
  const { clusterBy = [], columns, rowAccess, storeTags: _, ...rest } = resource.physical
  const shown = resource.publish === 'table' ? { columns, rowAccess } : {}
  return { clusterBy: clusterBy.flatMap(c => storedName(c, resource, storage) ?? []), physical: { ...rest, ...shown } }
}

/** What is said of a public view. */
export function shownAs({ physical: { tags, columns, rowAccess, storeTags } }: Placed): Physical {
  return { tags, columns, rowAccess, storeTags }
}
