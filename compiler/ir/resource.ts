import type { Address } from '../base/address.ts'
import type { Seconds } from '../base/duration.ts'
import type { Hash } from '../base/hash.ts'
import type { Physical } from './physical.ts'
import type { Term } from './relation.ts'
import type { ServingWish } from './serving-choice.ts'
import type { Type } from './type.ts'

export type ResourceKind = 'tiles' | 'captures' | 'view' | 'store' | 'serving' | 'registry' | 'report' | 'test' | 'object'

export interface Column {
  readonly name: string
  readonly type: Type
  readonly nullable: boolean
  /** The feature or source column behind it. */
  readonly of: Address | null
  readonly description: string | null
  /** Identity of the value it holds. */
  readonly dataHash: Hash
  /** Another column of the same resource whose value it shows (the plain name of a versioned feature). */
  readonly aliasOf: string | null
  /** Stored nowhere: computed from the other columns, which stand bare in it, when the public name is read. */
  readonly computed?: Term
}

/** Columns that need a request: a function with its fields as parameters gives them beside the rows of the public name. */
export interface OnRequest {
  readonly fields: readonly { readonly name: string; readonly type: Type }[]
  readonly columns: readonly (Column & { readonly computed: Term })[]
}

/** What one row stands for. `hash` counts keys by position and type, never by name. */
export interface Grain {
  readonly keys: readonly { readonly name: string; readonly type: Type }[]
  /** Further grain columns in order: `feature_time`, `event_tile`, `known_tile`, `feature_date` ... */
  readonly time: readonly { readonly name: string; readonly type: Type }[]
  readonly hash: Hash
}

/** How a resource's rows come about; decides how it is filled and published. */
export type Filling =
  /** One row per entity tile and known tile; filled by known time [from, to). */
  | { readonly by: 'known time'; readonly every: Seconds; readonly lateness: Seconds }
  /** One row per living key and point; filled by points [from, to). */
  | { readonly by: 'points'; readonly every: Seconds }
  /** What changed in a snapshot since the last capture; filled at each run. */
  | { readonly by: 'capture' }
  /** Rows by (feature_type, feature_date), from views. */
  | { readonly by: 'dates'; readonly every: Seconds }
  /** Replaced as a whole by the newest rows. */
  | { readonly by: 'newest' }
  /** Nothing is stored: a view over others, a table that others append to, or a test. */
  | { readonly by: 'nothing' }

/** The length of one step of time in which a resource is filled; 0 where it has none. */
export function stepOf(filling: Filling): Seconds {
  return 'every' in filling ? filling.every : 0
}

export interface Resource {
  readonly address: Address
  readonly kind: ResourceKind
  /** The logical name from which place makes the public name; null for what has none (tiles, captures, tests). */
  readonly name: string | null
  /** What it was called before, where the author says so. */
  readonly renamedFrom: Address | null
  /** Definitions because of which it exists. */
  readonly causes: readonly Address[]
  /** Resources it reads, with the columns. */
  readonly uses: readonly { readonly on: Address; readonly columns: readonly string[] }[]
  readonly usesSources: readonly { readonly on: Address; readonly columns: readonly string[] }[]
  readonly grain: Grain
  readonly columns: readonly Column[]
  readonly filling: Filling
  readonly publish: 'view' | 'table' | 'none'
  readonly physical: Physical & { readonly append?: boolean }
  /** What is asked of a serving: place decides by it what it is on the target. */
  readonly wish?: ServingWish
  readonly onRequest?: OnRequest
  readonly comment: string | null
  /** What else its definition says, by option: owner, time contract, checks, mode. A change of it is told and recorded, and moves no rows. */
  readonly promises: Readonly<Record<string, unknown>>
  readonly tags: readonly string[]
  readonly protect: boolean
  readonly hash: { readonly data: Hash; readonly shape: Hash; readonly meta: Hash }
}

/**
 * The desired state. The rows of a resource for some of its columns are made on demand, because which columns are
 * filled together is known only when storages are bound: `bodyOf(state, address, columns)` of lower/body.ts.
 */
export interface DesiredState {
  readonly project: string
  /** In dependency order. */
  readonly resources: readonly Resource[]
}
