import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import type { DialectName } from './scalar.ts'
import type { QualifiedName } from './name.ts'
import type { ManagedObject, ObjectSchedule } from './object.ts'
import type { Resource } from './resource.ts'
import type { Served } from './serving-kind.ts'

/** Names of one target and environment. */
export interface Placement {
  readonly target: string
  readonly environment: string
  readonly dialect: DialectName
  readonly catalog: string | null
  /** Where public names live. */
  readonly publicSchema: string
  /** Where storages live, shared by the environments of the target. */
  readonly storageSchema: string
  /** Where the state lives. */
  readonly stateSchema: string
  /** The environment whose tables a new one begins with, as copies of its own. */
  readonly cloneFrom?: string
  /** Logical name of each source -> physical relation; a file path on DuckDB. */
  readonly sources: Readonly<Record<Address, PhysicalSource>>
}

export type PhysicalSource =
  | { readonly kind: 'relation'; readonly name: QualifiedName }
  | { readonly kind: 'file'; readonly path: string; readonly format: 'parquet' | 'csv' }
  | { readonly kind: 'query' }

export interface Placed extends Resource {
  readonly publicName: QualifiedName | null
  /** What a serving is on this target; absent where its rows are stored and shown by a view, as on an embedded warehouse. */
  readonly served?: Served
  /** What a resource of kind 'object' is in the warehouse. */
  readonly object?: ManagedObject
}

export interface PlacedState {
  readonly project: string
  readonly placement: Placement
  readonly resources: readonly Placed[]
  /** What the target holds besides tables and views and does not depend on storages: of kind 'object'. */
  readonly objects?: readonly Placed[]
  /** What runs by itself on the target; null: nothing. */
  readonly automation?: Automation | null
}

/** When tasks and metrics run, and the notification integration behind each channel of monitors. */
export interface Automation {
  readonly warehouse: string
  readonly schedule: ObjectSchedule | null
  readonly measure: ObjectSchedule | 'on change' | null
  readonly notifications: Readonly<Record<string, string>>
}

/** A physical table that holds columns of one resource, all filled together. */
export interface Storage {
  readonly name: QualifiedName
  /** Its lasting identity, under which coverage is kept: `schema.name` as it was made, whatever public name it has taken since. */
  readonly generation: string
  readonly of: Address
  readonly grain: Hash
  /** Grain columns as they are called in the table, in the order of the resource's keys and times. */
  readonly grainColumns: readonly string[]
  /** Owns the rows; later groups of the same resource are filled for exactly its (key, point). */
  readonly first: boolean
  readonly columns: readonly StoredColumn[]
  /** Made without fail-safe, which no statement changes. */
  readonly transient?: true
}

export interface StoredColumn {
  /** The column of the resource as it is called today. */
  readonly logical: string
  /** As it is called in the table, fixed when the table was made. */
  readonly stored: string
  readonly dataHash: Hash
}
