import type { Address } from '../../../compiler/base/address.ts'
import type { Catalog, CatalogEntity, Key } from '../../../compiler/ir/catalog.ts'
import type { LiteralValue, Scalar } from '../../../compiler/ir/scalar.ts'
import { childrenOf } from '../../../compiler/ir/scalar.ts'
import type { Type } from '../../../compiler/ir/type.ts'

/** What definitions say of the values of a raw column: sample rows hold such values, so that conditions are met and lookups find a row. */
export interface Pool {
  /** Constants that the column is compared with. */
  readonly literals: Set<LiteralValue>
  /** Its values are keys of an entity. */
  key: Key | null
  /** What is read of its documents. */
  readonly paths: Map<string, { readonly path: readonly string[]; readonly type: Type }>
}

/** `source.raw.x#column`. */
export type Pools = ReadonlyMap<string, Pool>

export function poolsOf(catalog: Catalog): Pools {
  const pools = new Map<string, Pool>()
  const entities = new Map(catalog.entities.map(e => [e.address, e]))
  const of = (source: Address, column: string): Pool => {
    const name = `${source}#${column}`
    const found = pools.get(name) ?? { literals: new Set(), key: null, paths: new Map() }
    pools.set(name, found)
    return found
  }
  for (const source of catalog.sources)
    for (const { entity, on } of source.entities) on.forEach((column, i) => (of(source.address, column).key = entities.get(entity)!.keys[i]!))
  for (const f of Object.values(catalog.features)) visit(f.expr, entities.get(f.entity)!, { entities, of })
  return pools
}

interface Visiting {
  readonly entities: ReadonlyMap<Address, CatalogEntity>
  readonly of: (source: Address, column: string) => Pool
}

function visit(n: Scalar, entity: CatalogEntity, v: Visiting): void {
  const go = (inner: Scalar): void => visit(inner, entity, v)
  switch (n.kind) {
    case 'window':
      for (const [key, column] of Object.entries(n.keys ?? {})) v.of(n.source, column).key = entity.keys.find(k => k.name === key) ?? null
      for (const inner of [n.of, n.where]) if (inner !== null) go(inner)
      return
    case 'asOf':
      return go(n.of)
    case 'lookup': {
      const other = v.entities.get(n.entity)!
      for (const [name, expr] of Object.entries(n.keys)) {
        for (const { source, column } of columnsIn(expr)) v.of(source, column).key = other.keys.find(k => k.name === name) ?? null
        go(expr)
      }
      return visit(n.of, other, v)
    }
    case 'call':
      note(n.args, v)
      return n.args.forEach(go)
    case 'case':
      return childrenOf(n).forEach(go)
    case 'json': {
      for (const { source, column } of columnsIn(n.of)) v.of(source, column).paths.set(n.path.join('.'), { path: n.path, type: n.type })
      return go(n.of)
    }
    default:
      return childrenOf(n).forEach(go)
  }
}

/** What is compared stands side by side. */
function note(args: readonly Scalar[], v: Visiting): void {
  const values = args.flatMap(a => (a.kind === 'literal' && a.value !== null ? [a.value] : []))
  for (const { source, column } of args.flatMap(columnsIn)) for (const value of values) v.of(source, column).literals.add(value)
}

/** Columns that an expression shows as they are, or cast. */
function columnsIn(n: Scalar): readonly { readonly source: Address; readonly column: string }[] {
  if (n.kind === 'column') return [{ source: n.source, column: n.name }]
  if (n.kind === 'cast' || n.kind === 'asOf') return columnsIn(n.of)
  return n.kind === 'window' && n.of !== null ? columnsIn(n.of) : []
}
