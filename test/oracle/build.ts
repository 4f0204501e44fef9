import type { Columns, EntityDefinition, FeatureDefinition, KeyMapping, SourceDefinition, ViewDefinition } from '../../compiler/ir/definition.ts'
import type { FunctionName } from '../../compiler/ir/functions.ts'
import type { AggregateName, Literal, LiteralValue, Scalar, WindowAggregate } from '../../compiler/ir/scalar.ts'
import type { Type } from '../../compiler/ir/type.ts'

/** Types as data, so that nothing of the compiler runs here. */
export const types = {
  text: { kind: 'text' },
  flag: { kind: 'flag' },
  int: { kind: 'int' },
  float: { kind: 'float' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  json: { kind: 'json' },
  money: { kind: 'decimal', precision: 10, scale: 2 },
} as const satisfies Readonly<Record<string, Type>>

export interface ColumnTraits {
  readonly fixed?: readonly string[]
  /** Columns that hold no NULL. */
  readonly whole?: readonly string[]
}

export function columns(of: Readonly<Record<string, Type>>, { fixed = [], whole: never = [] }: ColumnTraits = {}): Columns {
  return Object.fromEntries(
    Object.entries(of).map(([name, type]) => [name, { type, nullable: !never.includes(name), fixed: fixed.includes(name), values: null, renamedFrom: null }]),
  )
}

export function entity(name: string, keys: Readonly<Record<string, Type>>): EntityDefinition {
  return { kind: 'entity', name, keys: columns(keys, { whole: Object.keys(keys) }), options: {} }
}

export function source(
  form: SourceDefinition['form'],
  name: string,
  entities: readonly KeyMapping[],
  of: Columns,
  more: Partial<SourceDefinition>,
): SourceDefinition {
  return {
    kind: 'source',
    form,
    name,
    entities,
    columns: of,
    eventTime: null,
    validFrom: null,
    validTo: null,
    deletedWhen: null,
    knownTime: null,
    lateness: null,
    freshness: null,
    historyFrom: null,
    tieBreak: [],
    rowKey: [],
    rowVersion: null,
    dedupe: null,
    defines: [],
    query: null,
    options: {},
    ...more,
  }
}

export function view(name: string, of: string, features: Readonly<Record<string, Scalar>>, more: Partial<ViewDefinition> = {}): ViewDefinition {
  return {
    kind: 'view',
    name,
    entity: of,
    every: '1d',
    start: null,
    settle: null,
    availableAfter: null,
    accuracy: 'snapshot',
    known: null,
    serve: null,
    features: Object.entries(features).map(([n, expr]): FeatureDefinition => ({ name: n, expr, meta: {}, versionMeta: null })),
    options: {},
    ...more,
  }
}

export function lit(value: LiteralValue, type: Type): Literal {
  return { kind: 'literal', value, type }
}

export function whole(value: number): Literal {
  return lit(value, types.int)
}

export function words(value: string): Literal {
  return lit(value, types.text)
}

export function fn(name: FunctionName, ...args: readonly Scalar[]): Scalar {
  return { kind: 'call', fn: name, args }
}

export function when(condition: Scalar, then: Scalar, otherwise: Scalar | null = null): Scalar {
  return { kind: 'case', arms: [[condition, then]], otherwise }
}

export type Role = Readonly<Record<string, string>> | null

export function column(of: string, name: string, keys: Role = null): Scalar {
  return { kind: 'column', source: `source.${of}`, name, keys }
}

export interface Over {
  readonly length: number | 'lifetime'
  readonly offset?: number
  readonly where?: Scalar
  readonly parameter?: number
  readonly keepNulls?: boolean
  readonly partial?: boolean
  readonly keys?: Role
}

export function over(aggregate: AggregateName, of: string, value: Scalar | null, o: Over): WindowAggregate {
  return {
    kind: 'window',
    aggregate,
    of: value,
    parameter: o.parameter ?? null,
    keepNulls: o.keepNulls ?? false,
    source: `source.${of}`,
    keys: o.keys ?? null,
    where: o.where ?? null,
    length: o.length,
    offset: o.offset ?? 0,
    partial: o.partial ?? false,
  }
}

export function asOf(value: Scalar): Scalar {
  return { kind: 'asOf', of: value }
}

export function feature(of: string, name: string): Scalar {
  return { kind: 'feature', ref: `feature.${of}.${name}` }
}

export function lookup(of: string, keys: Readonly<Record<string, Scalar>>, value: Scalar): Scalar {
  return { kind: 'lookup', entity: `entity.${of}`, keys, of: value }
}

export const hour = 3600
export const day = 86_400
