import type { Acceptable } from '../base/codes/leakage.ts'
import type { Check } from './check.ts'

/** What every declaration takes. Owner, tags and deprecation are inherited: config, then entity, view and feature. */
export interface CommonOptions {
  /** What it is, for people. Normally the doc comment above the declaration; here for declarations made in a loop or helper. */
  readonly description?: string
  /** The team or person that answers for it. */
  readonly owner?: string
  /** Words to find it by in the catalog. */
  readonly tags?: readonly string[]
  /** Its former name: the plan then renames instead of dropping and creating. */
  readonly renamedFrom?: string
  /** Why it should no longer be used, and what to use instead. */
  readonly deprecated?: string
  /** Refuse to destroy or rebuild what is deployed for it. */
  readonly protect?: boolean
  /** Warnings of leakage that are meant to be as they are, each with the reason: `{ F456: 'NULL until captured, as when served' }`. */
  readonly accept?: Readonly<Partial<Record<Acceptable, string>>>
}

/** What `.with({...})` records about a feature of type T. */
export interface Meta<T> extends CommonOptions {
  /** The unit of its values: `'days'`, `'USD'`, `'share'`. */
  readonly unit?: string
  /** A number of the author's, shown in the catalog. Two versions side by side: `versions`. */
  readonly version?: number
  /** Rules that its values must obey, tested after each computation: `notNull()`, `between(0, 1)`. */
  readonly checks?: readonly Check<T>[]
}
