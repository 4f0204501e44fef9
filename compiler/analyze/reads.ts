import type { Address } from '../base/address.ts'
import type { CatalogEntity, CatalogSource } from '../ir/catalog.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import type { LineageEdge } from '../ir/catalog.ts'

type How = LineageEdge['how']

/** Everything that an expression reads, each with what it is read for. */
export interface Reads {
  readonly features: readonly { readonly ref: Address; readonly how: How }[]
  readonly columns: readonly { readonly source: Address; readonly column: string; readonly how: How }[]
}

export interface ReadScope {
  readonly sources: ReadonlyMap<Address, CatalogSource>
  readonly entities: ReadonlyMap<Address, CatalogEntity>
}

/** What an expression of an entity reads directly: values, filters, keys and times, each once. */
export function readsOf(expr: Scalar, entity: Address | null, s: ReadScope): Reads {
  const features = new Map<string, Reads['features'][number]>()
  const columns = new Map<string, Reads['columns'][number]>()
  const addColumn = (source: Address, column: string | null | undefined, how: How): void => {
    if (column !== null && column !== undefined) columns.set(`${source}#${column} ${how}`, { source, column, how })
  }
  const addRow = (row: Scalar | null, how: How): void => {
    if (row !== null) for (const l of leavesOf<ScalarLeaf>(row)) if (l.kind === 'column') addColumn(l.source, l.name, how)
  }
  const addSource = (source: CatalogSource, keys: WindowAggregate['keys']): void => {
    const on = keys === null ? (source.entities.find(e => e.entity === entity)?.on ?? []) : Object.values(keys)
    for (const column of on) addColumn(source.address, column, 'key')
    for (const column of [source.eventTime, source.validFrom, source.validTo, source.knownTime?.column]) addColumn(source.address, column, 'time')
    addColumn(source.address, source.deletedWhen, 'filter')
    for (const column of [...(source.form === 'snapshot' ? [] : source.rowKey), source.rowVersion]) addColumn(source.address, column, 'filter')
  }
  const visit = (n: Scalar, how: How): void => {
    for (const l of leavesOf<ScalarLeaf>(n)) {
      if (l.kind === 'feature') features.set(`${l.ref} ${how}`, { ref: l.ref, how })
      else if (l.kind === 'column') addColumn(l.source, l.name, how)
      else if (l.kind === 'window') {
        addRow(l.of, how)
        addRow(l.where, 'filter')
        addSource(s.sources.get(l.source)!, l.keys)
      } else if (l.kind === 'asOf') {
        addRow(l.of, how)
        const column = leavesOf<ScalarLeaf>(l.of).find(x => x.kind === 'column')
        if (column !== undefined) addSource(s.sources.get(column.source)!, column.keys)
      } else if (l.kind === 'lookup') {
        for (const key of Object.values(l.keys)) visit(key, 'key')
        visit(l.of, how)
      }
    }
  }
  visit(expr, 'value')
  return { features: [...features.values()], columns: [...columns.values()] }
}

/** The features that an expression refers to, without needing anything bound. */
export function featuresIn(expr: Scalar): readonly Address[] {
  const found = new Set<Address>()
  const visit = (n: Scalar): void => {
    for (const l of leavesOf<ScalarLeaf>(n)) {
      if (l.kind === 'feature') found.add(l.ref)
      else if (l.kind === 'lookup') {
        Object.values(l.keys).forEach(visit)
        visit(l.of)
      }
    }
  }
  visit(expr)
  return [...found]
}
