import type { FunctionName } from '../ir/functions.ts'
import type { QualifiedName } from '../ir/name.ts'
import type { DriverProgram, FillProgram, ManagedObject, ProcedureObject } from '../ir/object.ts'
import type { Physical } from '../ir/physical.ts'
import type { AggregateFunction, Frames, Physical as PhysicalRelation, Term, WindowFunction } from '../ir/relation.ts'
import type { LiteralValue } from '../ir/scalar.ts'
import type { Served, ServingKind } from '../ir/serving-kind.ts'
import type { Type } from '../ir/type.ts'
import type { Seconds } from '../base/duration.ts'
import type { Line } from './lines.ts'
import type { Template } from './template.ts'

/**
 * What a printer must know of an engine: tables of templates by function, and the few things that are no template.
 * Every table is exhaustive, so that a new function does not compile before each engine can say it.
 */
export interface Dialect {
  /** The moment at which a statement runs, in UTC. */
  readonly clock: string
  readonly quote: (name: string) => string
  readonly typeSql: (type: Type) => string
  readonly literal: (value: LiteralValue, type: Type) => string
  readonly functions: Readonly<Record<FunctionName, Template>>
  readonly aggregates: Readonly<Record<AggregateFunction, Template>>
  /** Aggregates of the rows where a condition holds, which is the last argument. */
  readonly filtered: Readonly<Record<AggregateFunction, Template>>
  /** Aggregates of floats in the order of their values; those that the engine cannot say so are missing. */
  readonly stable: Readonly<Partial<Record<AggregateFunction, Template>>>
  readonly windows: Readonly<Record<WindowFunction, Template>>
  /** Casts printed text; `lenient` gives NULL where the text does not parse. */
  readonly cast: (sql: string, type: Type, lenient: boolean) => string
  /** Casts what may be a float to an exact type: halves go away from zero. */
  readonly castRounding: (sql: string, type: Type) => string
  readonly json: (sql: string, path: readonly string[], type: Type) => string
  readonly series: (s: { readonly column: string; readonly every: Seconds; readonly first: string; readonly last: string }) => readonly Line[]
  /** A form of frames that is cheaper here than windows by key, where there is one: `print` prints a term. */
  readonly frames: ((f: Frames, print: (term: Term) => string) => readonly Line[] | null) | null
  /** The function that hashes values where the engine computes frames in one thread, so that long fills are cut by the hash of their keys; null where it does not. */
  readonly keyHash: string | null
  /** What FROM says for a file; null where the engine reads none. */
  readonly file: ((file: Extract<PhysicalRelation['of'], { kind: 'file' }>) => string) | null
  /** A text that is the same for the same rows in whatever order, equal rows counted; columns are printed. */
  readonly contentHash: (columns: readonly string[]) => string
  /** Writes the rows of a query to a file, in the order in which they come; null where the engine writes none. */
  readonly copyTo: ((file: CopySpec) => string) | null
  /** What a regular expression may not hold on this engine, and why; null where anything that we accept works. */
  readonly patternLimit: { readonly found: RegExp; readonly why: string } | null
  readonly statements: Statements
  readonly served: ServedStatements | null
  /** What the engine holds besides tables and views; null where it knows none of it. */
  readonly objects: Objects | null
}

export interface ColumnSpec {
  readonly name: string
  readonly type: Type
  readonly nullable: boolean
  readonly comment: string | null
}

export interface TableSpec {
  readonly name: QualifiedName
  readonly columns: readonly ColumnSpec[]
  readonly comment: string | null
  readonly clusterBy: readonly string[]
  readonly ifNotExists: boolean
  /** How it is kept, where the engine knows of it. */
  readonly physical?: Physical
}

export interface ViewSpec {
  readonly name: QualifiedName
  readonly columns: readonly { readonly name: string; readonly comment: string | null }[]
  /** Printed by `printQuery`; its columns have the same names. */
  readonly query: string
  readonly comment: string | null
  /** What is said of it and its columns, where the engine knows of it. */
  readonly physical?: Physical
}

export interface TableAsSpec {
  readonly name: QualifiedName
  /** Those of the query, in its order. */
  readonly columns: readonly { readonly name: string; readonly type: Type }[]
  /** Printed by `printQuery`. */
  readonly query: string
  readonly comment: string
}

/** A file of the rows of a query, in the types that are declared of its columns. */
export interface CopySpec {
  readonly query: string
  readonly columns: TableAsSpec['columns']
  readonly path: string
  readonly format: 'parquet' | 'csv'
}

/** `keepAs`: where the table that is replaced stays; null where there is none yet. `mark` becomes the comment of the new one. */
export interface ReplaceSpec {
  readonly name: QualifiedName
  readonly next: QualifiedName
  readonly keepAs: QualifiedName | null
  readonly mark: string
}

export type CommentTarget =
  | { readonly on: 'table' | 'view'; readonly name: QualifiedName }
  | { readonly on: 'column'; readonly name: QualifiedName; readonly column: string }

/** An object that is kept current by the engine itself. */
export interface ServedSpec {
  readonly name: QualifiedName
  readonly served: Served
  readonly columns: readonly { readonly name: string; readonly type: Type; readonly comment: string | null }[]
  readonly keys: readonly string[]
  /** Printed by `printQuery`; its columns have the same names. */
  readonly query: string
  /** Of a materialized view: the rows that it keeps, from which `query` takes the newest. */
  readonly rows: { readonly columns: readonly string[]; readonly query: string } | null
  readonly comment: string
}

/** A function that gives rows. */
export interface FunctionSpec {
  readonly name: QualifiedName
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
  readonly columns: readonly { readonly name: string; readonly type: Type }[]
  readonly query: string
  readonly comment: string
}

/** What can be altered of a serving object, where it differs. */
export interface ServedChange {
  readonly lag: boolean
  readonly warehouse: boolean
  readonly clusterBy: boolean
  /** It is suspended, and is to be refreshed again. */
  readonly resume: boolean
  /** Columns whose comments differ. */
  readonly columns: readonly { readonly name: string; readonly comment: string | null }[]
}

/** Statements for objects that the engine keeps current; null on an engine without any. */
export interface ServedStatements {
  readonly create: (s: ServedSpec) => readonly string[]
  readonly alter: (s: ServedSpec, change: ServedChange) => readonly string[]
  readonly drop: (kind: ServingKind, name: QualifiedName) => readonly string[]
  /** Only what stands beside the object of a name. */
  readonly dropBeside: (kind: ServingKind, name: QualifiedName) => readonly string[]
  /** A query of one flag; null where running the statements again is the only way to know. */
  readonly probe: (kind: ServingKind, name: QualifiedName, comment: string) => string | null
  /** A table in which a row is found by its key. */
  readonly createKeyed: (t: TableSpec, keys: readonly string[]) => readonly string[]
}

/** One argument of a call. */
export interface Argument {
  readonly value: LiteralValue
  readonly type: Type
}

/** What is written of a procedure besides its head. */
export interface ProcedureText {
  readonly body: string
  readonly comment: string
}

/** Statements for what is neither table nor view. */
export interface Objects {
  /** Brings a table from one way of being kept to another; what it takes to be made anew is not among it. */
  readonly alterTable: (name: QualifiedName, from: Physical, to: Physical) => readonly string[]
  readonly createProcedure: (p: ProcedureObject, text: ProcedureText) => readonly string[]
  /** Brings an object from what was applied, if anything, to what is declared. */
  readonly change: (from: ManagedObject | null, to: Exclude<ManagedObject, ProcedureObject>) => readonly string[]
  /** Nothing for what stays when it is declared no more, because others may use it. */
  readonly drop: (o: ManagedObject) => readonly string[]
  /** A copy of a table that shares its rows until either changes. */
  readonly cloneTable: (from: QualifiedName, to: QualifiedName, transient: boolean) => readonly string[]
  readonly call: (procedure: QualifiedName, args: readonly Argument[]) => string
  /** The block of a procedure that fills a storage; `cover` prints what records coverage. */
  readonly fillBlock: (program: FillProgram, cover: (covered: CoveredNames) => readonly string[]) => string
  /** The block of a procedure that fills what is due. */
  readonly driverBlock: (program: DriverProgram) => string
}

/** The names of a procedure's variables for what it covers. */
export interface CoveredNames {
  readonly storage: string
  readonly from: string
  readonly to: string
  readonly known: string
}

/** Statements in which the engines differ; each act is a list of single statements to be run in order. */
export interface Statements {
  readonly createTable: (t: TableSpec) => readonly string[]
  readonly createTableAs: (table: TableAsSpec) => readonly string[]
  readonly createView: (v: ViewSpec) => readonly string[]
  readonly addColumn: (table: QualifiedName, column: ColumnSpec) => readonly string[]
  readonly renameTable: (from: QualifiedName, to: QualifiedName) => readonly string[]
  readonly commentOn: (target: CommentTarget, comment: string | null) => readonly string[]
  readonly replaceTable: (r: ReplaceSpec) => readonly string[]
  /** What is left of a table that was built aside once it has taken its public name; nothing where it was renamed. */
  readonly dropBuilt: (next: QualifiedName) => readonly string[]
  readonly createFunction: (f: FunctionSpec) => readonly string[]
  readonly dropFunction: (name: QualifiedName, parameters: FunctionSpec['parameters']) => readonly string[]
  /** Definitions that take effect all at once, where that takes more than their order. */
  readonly together: (statements: readonly string[]) => readonly string[]
  /** A query of one flag: whether the table or view is there and carries the comment. */
  readonly commentProbe: (name: QualifiedName, comment: string) => string
}
