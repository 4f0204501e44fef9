import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import type { Storage } from './placed.ts'
import type { StateRecord } from './state.ts'

export type Action = 'none' | 'create' | 'alter' | 'add columns' | 'rename' | 'rebuild' | 'destroy' | 'forget' | 'rehash'

/** One thing that differs, and why, for the reader. */
export interface Change {
  readonly address: Address
  readonly was: Address | null
  readonly action: Action
  readonly fields: readonly FieldChange[]
  readonly why: { readonly kind: 'declared' | 'inherited' | 'upstream' | 'drift' | 'tool'; readonly via: readonly Address[] }
  readonly class: 'metadata' | 'additive' | 'values' | 'breaking'
  readonly hazards: readonly Hazard[]
  /** What is no longer there afterwards. */
  readonly loses: readonly string[]
  readonly undo: 'step' | 'kept storage' | 'none'
}

export interface FieldChange {
  readonly path: string
  readonly declared: unknown
  readonly applied: unknown
  readonly live: unknown
  readonly forces: 'rebuild' | null
}

export interface Hazard {
  readonly code: string
  readonly message: string
}

export type Phase = 'expand' | 'fill' | 'audit' | 'publish' | 'contract'

/** One idempotent act. Its statements run in order; `id` is the hash of its content. */
export interface Step {
  readonly id: Hash
  readonly phase: Phase
  readonly after: readonly Hash[]
  readonly cause: Address
  readonly title: string
  readonly sql: readonly string[]
  /** One transaction around all statements (never with DDL on Snowflake). */
  readonly transaction: boolean
  /** The statements fall into so many groups of the same length that touch no row in common: each a transaction of its own, several at once. */
  readonly apart?: number
  /** A fill of rows: coverage of the storage (by its `generation`) is recorded in their transaction; where they come `apart`, once all are there. */
  readonly fill: {
    readonly storage: string
    readonly from: string
    readonly to: string
    /** The statement is a call of the storage's procedure, which claims the interval and records coverage in its own transaction. */
    readonly byProcedure?: true
    /** What was known of the rows, where that is not the run's `now`: they are copies. */
    readonly knownTo?: string
  } | null
  /** What state must hold once the step is done, written with its outcome. */
  readonly effect: StateEffect | null
  /** One row with one flag: whether the step is done, whatever the journal knows. Null: running it again is harmless. */
  readonly probe: string | null
  readonly undo: string | null
}

/** `storage` as text is its `generation`. */
export type StateEffect =
  /** `anew`: it was lost or damaged, so that what was computed counts no more. */
  | { readonly kind: 'storage'; readonly storage: Storage; readonly anew?: boolean }
  | { readonly kind: 'record'; readonly record: StateRecord; readonly replaces: Address | null }
  | { readonly kind: 'forget'; readonly address: Address }
  /** The start that was found at the first materialize of a view: an ISO instant. */
  | { readonly kind: 'start'; readonly view: Address; readonly at: string }
  /** Kept until the run's `now` and the days that storages are kept; a record that names it again takes it back. */
  | { readonly kind: 'retire'; readonly storage: string }
  | { readonly kind: 'dropped'; readonly storage: string }
  /** What was computed there counts no longer; the rows stay until they are computed again. `storage` is the key of coverage. */
  | { readonly kind: 'uncover'; readonly storage: string; readonly intervals: readonly { readonly from: string; readonly to: string }[] }

/** A saved plan: applying it is refused only when the state is another one, or a definition in `basis` changed. */
export interface Plan {
  readonly format: 1
  readonly id: Hash
  readonly project: string
  readonly target: string
  readonly environment: string
  /** Id of the state it was made against. */
  readonly state: string
  readonly tool: string
  /** Fingerprint of each record that it touches (definitions, never rows or coverage); null: not there. */
  readonly basis: Readonly<Record<Address, Hash | null>>
  readonly changes: readonly Change[]
  readonly steps: readonly Step[]
  readonly blocked: readonly { readonly code: string; readonly address: Address; readonly message: string }[]
}
