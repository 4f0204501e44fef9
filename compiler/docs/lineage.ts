import type { Address } from '../base/address.ts'
import { groupBy } from '../base/group.ts'
import type { Catalog, LineageEdge } from '../ir/catalog.ts'

export interface UpstreamColumn {
  /** `source.raw.deliveries#on_time` */
  readonly column: string
  readonly how: LineageEdge['how']
}

/** What each end of the lineage rests on: raw columns, found through every feature in between. */
export function upstreamColumns(catalog: Catalog): (of: Address) => readonly UpstreamColumn[] {
  const into = groupBy(catalog.lineage, e => e.to)
  return of => {
    const found = new Map<string, LineageEdge['how']>()
    const seen = new Set<string>([of])
    for (const end of seen) {
      for (const edge of into.get(end) ?? []) {
        if (edge.from.includes('#') && edge.from.startsWith('source.')) found.set(edge.from, stronger(found.get(edge.from), edge.how))
        else seen.add(edge.from)
      }
    }
    return [...found].map(([column, how]) => ({ column, how })).toSorted((a, b) => (a.column < b.column ? -1 : 1))
  }
}

const strength = ['value', 'filter', 'key', 'time'] as const

/** A column that enters a value and also a filter counts as one of the value. */
function stronger(a: LineageEdge['how'] | undefined, b: LineageEdge['how']): LineageEdge['how'] {
  return a !== undefined && strength.indexOf(a) < strength.indexOf(b) ? a : b
}
