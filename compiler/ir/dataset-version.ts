import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import type { Interval } from '../base/interval.ts'

/** One build of a dataset: what it was made of, and what came out. With the same inputs it can be built again. */
export interface DatasetVersion {
  readonly environment: string
  readonly name: string
  readonly n: number
  /** The whole declaration, and its parts by name, so that a later one can be told apart. */
  readonly definition: Hash
  readonly parts: Readonly<Record<string, Hash>>
  readonly columns: readonly { readonly name: string; readonly type: string; readonly of: Address | null; readonly dataHash: Hash | null }[]
  /** The columns that tell an example from others: keys of the spine and its time. */
  readonly grain: readonly string[]
  /** Only what was known before, ISO instant; and what was asked of times. */
  readonly known: string
  readonly from: string | null
  readonly to: string | null
  /** Whether values were allowed to be NULL because their views were not computed. */
  readonly partial: boolean
  readonly horizons: Readonly<Record<Address, string | null>>
  readonly sources: readonly SourceInput[]
  readonly views: readonly ViewInput[]
  readonly rows: Readonly<Record<'train' | 'validation' | 'test', number>>
  /** Examples that are not there, by reason. */
  readonly leftOut: Readonly<Record<'noTime' | 'notKnown' | 'labelNotKnown' | 'gap', number>>
  /** First and last time of the examples, ISO instants. */
  readonly first: string
  readonly last: string
  readonly output: DatasetOutput
  /** Of the content, whatever the order of rows. */
  readonly checksum: string
  /** How many values of each feature are NULL; versions that were built before this was counted lack it. */
  readonly nulls?: Readonly<Record<string, number>>
  readonly engine: string
  readonly tool: string
  /** ISO instant. */
  readonly builtAt: string
}

export type DatasetOutput =
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string; readonly format: FileFormat; readonly bytes: number; readonly sha256: string }

export type FileFormat = 'parquet' | 'csv' | 'arrow'

/** What was read of a source: its rows known before the cutoff. */
export interface SourceInput {
  readonly address: Address
  readonly rows: number
  readonly newest: string | null
  readonly checksum: string
}

/** What was read of a view: its storages, the points that they cover, and their rows in the time of the examples. */
export interface ViewInput {
  readonly address: Address
  readonly storages: readonly string[]
  readonly covered: readonly Interval[]
  readonly rows: number
  readonly checksum: string
}
