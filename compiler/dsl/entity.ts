import { address } from '../base/address.ts'
import type { EntityDefinition, KeyMapping } from '../ir/definition.ts'
import type { Scalar } from '../ir/scalar.ts'
import type { Cols, TypeOf } from './column.ts'
import { columnsOf } from './column.ts'
import { expression } from './expression/expression.ts'
import type { Expr, Value, ValueOf } from './expression/fluent.ts'
import { nodeOf, surplusOf } from './expression/node.ts'
import type { CommonOptions } from './options.ts'
import { define, definitionKind, describe, isObject, isRecord, part, withHidden } from './part.ts'
import { nameOf, reader } from './read.ts'
import type { Fit } from './sentence.ts'

/** An entity as a source may hold it; `Needs` are the columns that the source must have. */
export interface Keyed<out N extends string, in Needs> {
  readonly name: N
  readonly '~needs': (columns: Needs) => void
}

/** A thing that features describe. */
export interface Entity<out N extends string, K extends Cols> extends Keyed<N, K> {
  /** Its keys with their types. */
  readonly keys: K
  /**
   * The entity in a source whose columns have other names than its keys, or where it has a second role.
   * @example route.on({ origin: 'from_hub', destination: 'to_hub' })
   */
  on<const M extends Readonly<Record<keyof K, string>>>(columns: M): Keyed<N, { readonly [P in keyof K as M[P]]: K[P] }>
  /**
   * A feature of this entity, as a feature of another one that knows its keys at the point.
   * @example region.at({ country: asOf(customers.c.home_country), region_code: asOf(customers.c.home) }, climate.f.rain_mm_24h)
   */
  at<E, X>(keys: { readonly [P in keyof K]: Value<TypeOf<K[P]>, 'feature', E> }, feature: X & Fit<X, N>): Expr<ValueOf<X>, 'feature', E>
}

/** The hidden property of an entity, and of what `entity.on` returns: the keys and the columns they are found in. */
const mapping = Symbol.for('featplan.mapping')

/**
 * Declares a thing that features describe, with its join keys. Without keys it is one single thing, such as a fleet.
 * @example
 * const customer = entity('customer', { keys: { customer_id: varchar() } })
 * const fleet = entity('fleet', { keys: {} })
 */
export function entity<const N extends string, K extends Cols>(name: N, options: { readonly keys: K } & CommonOptions): Entity<N, K> {
  const read = reader(options, ['keys'])
  const entityName = nameOf(name, read)
  if (read.value('keys') === undefined) read.wrong('keys', undefined, 'keys, such as { customer_id: varchar() }, or {} for one single thing')
  const keys = columnsOf(read.value('keys'), 'keys', read)
  const definition: EntityDefinition = { kind: 'entity', name: entityName, keys, options: read.common() }
  return define(definition, {
    [mapping]: Object.freeze({ entity: entityName, on: Object.freeze(Object.fromEntries(Object.keys(keys).map(k => [k, k]))) }),
    on: (columns: unknown) => withHidden({}, { name: entityName, [part]: 'keys', [mapping]: mappingOf(entityName, columns) }),
    at: (given: unknown, feature: unknown, ...more: readonly unknown[]) => expression(surplusOf('.at', 0, more) ?? lookup(entityName, given, feature)),
  })
}

function mappingOf(entity: string, columns: unknown): KeyMapping {
  const on = isRecord(columns) ? Object.entries(columns).filter((e): e is [string, string] => typeof e[1] === 'string') : []
  return Object.freeze({ entity, on: Object.freeze(Object.fromEntries(on)) })
}

function lookup(entity: string, given: unknown, feature: unknown): Scalar {
  const keys = isRecord(given) ? Object.entries(given).map(([k, v]) => [k, nodeOf(v, `the value of the key '${k}', an expression`)] as const) : []
  return Object.freeze({
    kind: 'lookup',
    entity: address('entity', entity),
    keys: Object.freeze(Object.fromEntries(keys)),
    of: nodeOf(feature, `a feature of '${entity}'`),
  })
}

/** The keys and columns of an entity or of `entity.on(...)`; null for anything else. */
export function keyMappingOf(x: unknown): KeyMapping | null {
  return isObject(x) ? ((x[mapping] as KeyMapping | undefined) ?? null) : null
}

/** The name of an entity that was given to another builder. */
export function entityNameOf(x: unknown, report: (found: string) => void): string {
  if (definitionKind(x) === 'entity') return (x as EntityDefinition).name
  report(describe(x))
  return ''
}
