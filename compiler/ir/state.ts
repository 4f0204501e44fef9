import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import type { QualifiedName } from './name.ts'
import type { Placed, Storage } from './placed.ts'

/** One applied resource of one environment: the whole of what was applied, so that the next plan can compare. */
export interface StateRecord {
  readonly environment: string
  readonly address: Address
  readonly applied: Placed
  /** The storages that its public name shows, or that readers use; the first owns the rows. */
  readonly storages: readonly Storage[]
  /** What the author's definitions meant when it was applied, for reasons in a later plan. */
  readonly definitions: readonly RecordedDefinition[]
  readonly protect: boolean
  readonly plan: Hash
  readonly tool: string
}

export interface RecordedDefinition {
  readonly address: Address
  readonly formula: string
  readonly dataHash: Hash
  readonly type: string
}

/** Which points (known times for tiles) of a storage are computed: ISO instants, [from, to). For a store `storage` is `name#feature_type`. */
export interface Coverage {
  /** Its `generation`; `#` and a feature_type may follow. */
  readonly storage: string
  readonly from: string
  readonly to: string
  /** What was known then: the run's `now`. */
  readonly knownTo: string
}

/** A storage that exists, with the environment that owns it: it alone inserts, alters and compacts. */
export interface RecordedStorage {
  readonly storage: Storage
  readonly owner: string
  readonly createdBy: string
}

export interface Retired {
  readonly name: QualifiedName
  readonly dropAfter: string
}

export interface JournalEntry {
  readonly run: string
  readonly step: string
  readonly attempt: number
  readonly fence: number
  readonly outcome: 'intent' | 'done' | 'failed'
  readonly error: string | null
  readonly at: string
}

export interface Lock {
  readonly fence: number
  readonly owner: string
  readonly host: string
  readonly command: string
  readonly until: string
  /** Of this taking alone, should two ever count to the same fence. */
  readonly token: string
}

export interface State {
  readonly format: 1
  /** A random id of this state; a saved plan names it. */
  readonly id: string
  readonly project: string
  readonly serial: number
  readonly records: readonly StateRecord[]
  readonly storages: readonly RecordedStorage[]
  readonly coverage: readonly Coverage[]
  readonly retired: readonly Retired[]
  /** Starts that were found at a first materialize: view address -> ISO instant. */
  readonly starts: Readonly<Record<Address, string>>
}

/** What inspection found: objects by their full name. */
export interface Live {
  readonly schemas: readonly string[]
  readonly objects: readonly LiveObject[]
}

export interface LiveObject {
  readonly name: QualifiedName
  /** `other`: something that is neither an ordinary table nor an ordinary view, for example a dynamic table. */
  readonly kind: 'table' | 'view' | 'other'
  /** What the engine calls it, where that is neither. */
  readonly what?: string
  /** What else the engine says of it, in our units: lags in seconds. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[]
  /** How many rows the engine says it has, where it says so. */
  readonly rows?: number | null
  /** Ours carries a marker: project, environment, address, generation. */
  readonly comment: string | null
}
