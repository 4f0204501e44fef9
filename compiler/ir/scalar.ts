import type { Address } from '../base/address.ts'
import type { Seconds } from '../base/duration.ts'
import type { FunctionName } from './functions.ts'
import type { Type } from './type.ts'

export type LiteralValue = string | number | boolean | null
export type DialectName = 'snowflake' | 'duckdb'

/**
 * What an author's expressions and the compiler's own have in common; `L` are the leaves. Rows before aggregation and
 * features after it use the leaves of `Scalar`; relations those of `Term` (relation.ts).
 */
export type Node<L> =
  | L
  | Literal
  | { readonly kind: 'call'; readonly fn: FunctionName; readonly args: readonly Node<L>[] }
  | {
      readonly kind: 'cast'
      readonly of: Node<L>
      readonly type: Type
      /** NULL instead of an error where the text does not parse. */ readonly lenient: boolean
    }
  | {
      readonly kind: 'case'
      readonly arms: readonly (readonly [when: Node<L>, then: Node<L>])[]
      readonly otherwise: Node<L> | null
      /** Written by `encode`: the arms have to name every value of the category. Gone once analyzed. */
      readonly complete?: true | undefined
    }
  | { readonly kind: 'json'; readonly of: Node<L>; readonly path: readonly string[]; readonly type: Type }
  | { readonly kind: 'raw'; readonly type: Type; readonly bodies: Readonly<Record<DialectName, readonly (string | Node<L>)[]>> }

/** Numbers beyond 2^53 and exact decimals may be given as text with a numeric type; dates and times are ISO text. */
export interface Literal {
  readonly kind: 'literal'
  readonly value: LiteralValue
  readonly type: Type
}

export const aggregateNames = [
  'count',
  'countIf',
  'sum',
  'avg',
  'rate',
  'stddev',
  'variance',
  'slope',
  'volatility',
  'min',
  'max',
  'first',
  'last',
  'lastN',
  'countDistinct',
  'approxCountDistinct',
  'median',
  'percentile',
  'percentileDisc',
] as const
export type AggregateName = (typeof aggregateNames)[number]

/** An aggregate over a window: rows of `source` with event time in [T - offset - length, T - offset). */
export interface WindowAggregate {
  readonly kind: 'window'
  readonly aggregate: AggregateName
  /** The row-level value; none for `count`. */
  readonly of: Scalar | null
  /** `percentile`: the share 0..1; `lastN`: n; `approxCountDistinct`: the error. */
  readonly parameter: number | null
  readonly keepNulls: boolean
  readonly source: Address
  /** Entity key -> column of the source, where the author chose a role by `source.by(entity.on(...))`; else null. */
  readonly keys: Readonly<Record<string, string>> | null
  readonly where: Scalar | null
  readonly length: Seconds | 'lifetime'
  readonly offset: Seconds
  /** Computed over what history there is, where the window starts before `historyFrom`. */
  readonly partial: boolean
}

export type ScalarLeaf =
  /** A raw column. `keys` as in WindowAggregate: the role in which its row describes the entity. */
  | { readonly kind: 'column'; readonly source: Address; readonly name: string; readonly keys: Readonly<Record<string, string>> | null }
  | WindowAggregate
  /** A row-level value of a dimension or snapshot as known at the point. */
  | { readonly kind: 'asOf'; readonly of: Scalar }
  /** A feature of the same entity, `@n` where a version was asked for. */
  | { readonly kind: 'feature'; readonly ref: Address }
  /** A feature expression of another entity whose keys are known at the point. */
  | { readonly kind: 'lookup'; readonly entity: Address; readonly keys: Readonly<Record<string, Scalar>>; readonly of: Scalar }
  /** The point T. */
  | { readonly kind: 'point' }
  /** A field of a serving request. */
  | { readonly kind: 'request'; readonly name: string; readonly type: Type }
  /** Only at the top of a feature: versions side by side. */
  | { readonly kind: 'versions'; readonly of: Readonly<Record<string, Scalar>>; readonly current: string | null }
  /** What the author gave instead of an expression (from JavaScript, or past the types): refused by `bind`. */
  | { readonly kind: 'invalid'; readonly found: string; readonly expected: string }

/** An expression as an author wrote it. */
export type Scalar = Node<ScalarLeaf>

/** The direct children of a node that stand in the same relation of leaves. */
export function childrenOf<L extends { readonly kind: string }>(node: Node<L>): readonly Node<L>[] {
  const n = node as Node<never> | { readonly kind: 'other' }
  switch (n.kind) {
    case 'call':
      return n.args
    case 'cast':
      return [n.of]
    case 'json':
      return [n.of]
    case 'case':
      return [...n.arms.flat(), ...(n.otherwise === null ? [] : [n.otherwise])]
    case 'raw':
      return [...n.bodies.snowflake, ...n.bodies.duckdb].filter(p => typeof p !== 'string')
    default:
      return []
  }
}

/** Rebuilds an expression with each leaf replaced; literals stay. */
export function mapLeaves<L extends { readonly kind: string }, M>(node: Node<L>, leaf: (l: L) => Node<M>): Node<M> {
  const go = (n: Node<L>): Node<M> => mapLeaves(n, leaf)
  const n = node as Node<never> | { readonly kind: 'other' }
  switch (n.kind) {
    case 'literal':
      return n
    case 'call':
      return { ...n, args: n.args.map(go) }
    case 'cast':
      return { ...n, of: go(n.of) }
    case 'json':
      return { ...n, of: go(n.of) }
    case 'case':
      return { ...n, arms: n.arms.map(([w, t]) => [go(w), go(t)] as const), otherwise: n.otherwise === null ? null : go(n.otherwise) }
    case 'raw': {
      const body = (parts: readonly (string | Node<never>)[]): readonly (string | Node<M>)[] => parts.map(p => (typeof p === 'string' ? p : go(p)))
      return { ...n, bodies: { snowflake: body(n.bodies.snowflake), duckdb: body(n.bodies.duckdb) } }
    }
    default:
      return leaf(node as L)
  }
}

/** Every leaf of an expression, in reading order. */
export function leavesOf<L extends { readonly kind: string }>(node: Node<L>): readonly L[] {
  const found: L[] = []
  collectLeaves(node, found)
  return found
}

function collectLeaves<L extends { readonly kind: string }>(node: Node<L>, found: L[]): void {
  const n = node as Node<never> | { readonly kind: 'other' }
  switch (n.kind) {
    case 'literal':
      return
    case 'call':
      for (const arg of n.args) collectLeaves(arg as Node<L>, found)
      return
    case 'cast':
    case 'json':
    case 'case':
    case 'raw':
      for (const child of childrenOf<L>(node)) collectLeaves(child, found)
      return
    default:
      found.push(node as L)
  }
}
