import type { CatalogColumn, CatalogSource, Meta } from '../../compiler/ir/catalog.ts'
import type { Type } from '../../compiler/ir/type.ts'

const builtin = <V>(value: V): { readonly value: V; readonly from: 'builtin' } => ({ value, from: 'builtin' })
const meta: Meta = { description: builtin(null), owner: builtin(null), tags: builtin([]), deprecated: builtin(null), protect: builtin(false) }

/** A source of the catalog with the columns given, declared in line 7 of its file. */
export function catalogSource(name: string, columns: Readonly<Record<string, Type>>, given: Partial<CatalogSource> = {}): CatalogSource {
  return {
    address: `source.${name}`,
    name,
    meta,
    span: { file: 'features/sources.ts', start: 0, end: 10, line: 7, column: 1 },
    renamedFrom: null,
    form: 'events',
    columns: Object.entries(columns).map(([column, type]): CatalogColumn => ({
      name: column,
      type,
      nullable: true,
      fixed: false,
      values: null,
      renamedFrom: null,
      description: null,
    })),
    entities: [],
    defines: [],
    eventTime: null,
    validFrom: null,
    validTo: null,
    deletedWhen: null,
    knownTime: null,
    lateness: 0,
    freshness: null,
    historyFrom: null,
    tieBreak: [],
    rowKey: [],
    rowVersion: null,
    query: null,
    ...given,
  }
}
