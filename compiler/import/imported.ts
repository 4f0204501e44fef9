import type { Duration } from '../base/duration.ts'

/** A column as an author would write it. */
export interface ImportedColumn {
  readonly name: string
  /** Without `.nullable()`. */
  readonly type: string
}

export interface ImportedEntity {
  readonly name: string
  readonly description: string | null
  readonly keys: readonly ImportedColumn[]
}

/** One way in which views read a relation: with that time, as events or as a record over time. */
export interface ImportedSource {
  readonly name: string
  readonly description: string | null
  readonly form: 'events' | 'dimension' | 'snapshot'
  readonly time: string | null
  /** Names of entities. */
  readonly entities: readonly string[]
  readonly columns: readonly ImportedColumn[]
  /** Columns that hold a value in every row. */
  readonly certain: readonly string[]
  readonly tieBreak: readonly string[]
  /** The text of a query of Snowflake; null where it is a relation. */
  readonly query: string | null
  /** What the logical name stands for in the account, as far as that is known; null for a query. */
  readonly relation: string | null
}

export type ImportedValue =
  | { readonly kind: 'as of'; readonly column: string }
  | {
      readonly kind: 'window'
      readonly aggregate: string
      readonly column: string
      readonly parameter: number | null
      readonly length: Duration | 'lifetime'
      readonly offset: Duration | null
    }

export interface ImportedFeature {
  readonly name: string
  readonly value: ImportedValue
}

export interface ImportedView {
  readonly name: string
  readonly description: string | null
  readonly entity: string
  /** The name of the source that all features read. */
  readonly source: string
  /** Null: what the config says. */
  readonly every: Duration | null
  readonly warehouse: string | null
  readonly clusterBy: readonly string[]
  readonly features: readonly ImportedFeature[]
}

/** Definitions of elsewhere, in the words of our language. */
export interface Imported {
  readonly entities: readonly ImportedEntity[]
  readonly sources: readonly ImportedSource[]
  readonly views: readonly ImportedView[]
}
