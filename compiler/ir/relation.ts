import type { Address } from '../base/address.ts'
import type { Seconds } from '../base/duration.ts'
import type { QualifiedName } from './name.ts'
import type { DialectName, Node } from './scalar.ts'
import type { Type } from './type.ts'

/**
 * Dialect-free relational algebra, in blocks that print as one SELECT each. A relation of an increment and of a
 * backfill is the same tree: bounds are the parameters `from`, `to` and `now`, bound when a statement is printed.
 */
export type Relation = Select | Union | With | Table | Scan | Source | Physical | Series | Values | Frames

/** One block: FROM, JOINs, WHERE, GROUP BY, HAVING, QUALIFY, columns. */
export interface Select {
  readonly kind: 'select'
  readonly from: Aliased
  readonly joins: readonly Join[]
  readonly where: readonly Term[]
  /** Empty array with an `aggregate` among the columns: one row over everything. */
  readonly groupBy: readonly Term[]
  readonly qualify: readonly Term[]
  readonly columns: readonly Named[]
  readonly distinct: boolean
  readonly orderBy: readonly Order[]
  readonly limit: number | null
}

export interface Aliased {
  readonly as: string
  readonly of: Relation
}

export interface Join extends Aliased {
  readonly how: 'inner' | 'left' | 'full' | 'cross'
  readonly on: readonly Term[]
}

export interface Named {
  readonly as: string
  readonly expr: Term
}

export interface Union {
  readonly kind: 'union'
  readonly all: readonly Relation[]
}

/** Common table expressions; later parts may refer to earlier ones by `table`. */
export interface With {
  readonly kind: 'with'
  readonly parts: readonly { readonly name: string; readonly of: Relation }[]
  readonly body: Relation
}

/** A part of an enclosing `with`, by its name. */
export interface Table {
  readonly kind: 'table'
  readonly name: string
}

/** Stored columns of a resource: `bind` replaces it by the storages that hold them. */
export interface Scan {
  readonly kind: 'scan'
  readonly of: Address
  /** Grain columns and value columns, by their logical name. */
  readonly columns: readonly string[]
}

/** Rows of a declared source: its physical relation, or its query. */
export interface Source {
  readonly kind: 'source'
  readonly of: Address
  readonly columns: readonly string[]
}

/** A table, file or query of the warehouse: what `bind` puts in the place of scans and sources, the only kind besides the others that a printer sees. */
export interface Physical {
  readonly kind: 'physical'
  readonly of:
    | { readonly kind: 'relation'; readonly name: QualifiedName }
    /** `columns`: the declared types, without which a CSV file is read as it looks ('007' as a number). */
    | {
        readonly kind: 'file'
        readonly path: string
        readonly format: 'parquet' | 'csv'
        readonly columns?: readonly { readonly name: string; readonly type: Type }[] | undefined
      }
    | { readonly kind: 'query'; readonly sql: Readonly<Record<DialectName, string>> }
}

/** Points `first`, `first + every`, ... up to `last`, both included: one column `name` of type time. */
export interface Series {
  readonly kind: 'series'
  readonly name: string
  readonly every: Seconds
  readonly first: Term
  readonly last: Term
}

/** Literal rows. */
export interface Values {
  readonly kind: 'values'
  readonly columns: readonly { readonly name: string; readonly type: Type }[]
  readonly rows: readonly (readonly Term[])[]
}

/**
 * Sliding frames over dense cells. Each key has one cell per `every` from `first` to `last`, whatever entered there; a
 * row is given for each cell from the moment `since` of its key on. The frames of the columns are `over` leaves that name
 * a column of `entered` and no partition or order: those of the cells are meant. No row given may have a frame that
 * reaches before the cell after `first`, but for frames without a beginning.
 */
export interface Frames {
  readonly kind: 'frames'
  /** The part that gives each key once, with `since`. */
  readonly of: string
  readonly keys: readonly string[]
  readonly since: string
  /** The part that gives what enters, at most once per key and cell, in cells after `first` up to `last`. */
  readonly entered: string
  readonly time: string
  readonly every: Seconds
  readonly first: Term
  readonly last: Term
  /** Columns of `entered` that are exact, never NULL, and summed with NULL for nothing taken as 0: sums over them may be had by subtraction. */
  readonly additive: readonly string[]
  /** The other columns of `entered` that frames are over. */
  readonly merged: readonly string[]
  readonly columns: readonly Named[]
}

export interface Order {
  readonly by: Term
  readonly descending: boolean
  readonly nulls: 'first' | 'last'
}

export type TermLeaf =
  /** A column of the alias `of`; without alias of the only relation in scope. */
  | { readonly kind: 'field'; readonly of: string | null; readonly name: string }
  /** Bounds of a fill, points or known times in [from, to), and the moment of the run; instants. */
  | { readonly kind: 'param'; readonly name: 'from' | 'to' | 'now' }
  /** A parameter of a function of ours. */
  | { readonly kind: 'argument'; readonly name: string }
  | {
      readonly kind: 'aggregate'
      readonly fn: AggregateFunction
      readonly args: readonly Term[]
      readonly filter: Term | null
      /** Adds up in the order of the values, where the engine can: floats then come out the same to the bit each time. */
      readonly stable?: true
    }
  | {
      readonly kind: 'over'
      readonly fn: WindowFunction
      readonly args: readonly Term[]
      readonly partition: readonly Term[]
      readonly order: readonly Order[]
      /** From `preceding` rows before the current one to `until` rows before it (0 or absent: the current row); null: no frame (ranking functions). */
      readonly frame: Frame | null
    }

export interface Frame {
  readonly preceding: number | 'unbounded'
  readonly until?: number
}

/** SQL aggregates that both engines compute alike, or that a printer makes alike. `varPop` of fewer than one row is NULL. */
export type AggregateFunction =
  | 'count'
  | 'countAll'
  | 'countDistinct'
  | 'sum'
  | 'min'
  | 'max'
  | 'avg'
  | 'varPop'
  | 'covarPop'
  /** (value, order): the value of the row with the greatest order; rows with NULL order do not count, NULL values do. */
  | 'argMax'
  | 'argMin'
  /** (value, order): JSON array of the values by descending order. */
  | 'arrayByOrderDescending'
export type WindowFunction = 'sum' | 'min' | 'max' | 'count' | 'rowNumber' | 'lead' | 'lag'

export type Term = Node<TermLeaf>
