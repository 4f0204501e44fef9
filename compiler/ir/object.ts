import type { Address } from '../base/address.ts'
import type { Hash } from '../base/hash.ts'
import type { QualifiedName } from './name.ts'
import type { WarehouseDefinition } from './physical.ts'
import type { Type } from './type.ts'

/** What a warehouse holds besides tables and views, as it is to be: engines that know no such thing have none of it. */
export type ManagedObject = ProcedureObject | TagObject | WarehouseObject | GrantsObject | TasksObject | AlertObject | MeasuresObject

/** A tag with the values that it takes; null: any. */
export interface TagObject {
  readonly kind: 'tag'
  readonly name: QualifiedName
  readonly values: readonly string[] | null
}

/** Of the account: its name has no schema. */
export interface WarehouseObject extends WarehouseDefinition {
  readonly kind: 'warehouse'
  readonly name: QualifiedName
  /** The one that sessions use: making another one takes the session there. */
  readonly inUse: string
}

/** One privilege of one role. `on` is what GRANT calls it: `SCHEMA`, `VIEW`, or `FUTURE VIEWS IN SCHEMA`. */
export interface Grant {
  readonly privileges: readonly string[]
  readonly on: string
  readonly name: QualifiedName
  /** Of a function, which is told from others of its name by the types of its parameters. */
  readonly parameters?: readonly Type[]
  readonly role: string
}

/** What the declared roles may do with what people query. */
export interface GrantsObject {
  readonly kind: 'grants'
  /** The schema of the public names. */
  readonly name: QualifiedName
  readonly grants: readonly Grant[]
}

/** Every so many minutes, or at the times of a cron expression. */
export type ObjectSchedule = { readonly minutes: number } | { readonly cron: string; readonly zone: string }

export interface TaskNode {
  readonly name: QualifiedName
  readonly warehouse: string
  /** Empty for the root. */
  readonly after: readonly QualifiedName[]
  /** The procedure that it calls with the moment of the run; null: nothing, it only begins. */
  readonly calls: QualifiedName | null
}

/** A graph of tasks, its root first and each after those that it waits for. */
export interface TasksObject {
  readonly kind: 'tasks'
  /** Of the root. */
  readonly name: QualifiedName
  readonly schedule: ObjectSchedule
  readonly tasks: readonly TaskNode[]
}

/** Tells the channels of a monitor when its threshold is passed. */
export interface AlertObject {
  readonly kind: 'alert'
  readonly name: QualifiedName
  readonly warehouse: string
  readonly schedule: ObjectSchedule
  /** A query with a row where it is. */
  readonly condition: string
  readonly integrations: readonly string[]
  readonly message: string
}

/** Data metric functions that measure the columns of one table or view. */
export interface MeasuresObject {
  readonly kind: 'measures'
  readonly name: QualifiedName
  readonly on: 'table' | 'view'
  readonly schedule: ObjectSchedule | 'on change'
  readonly measures: readonly { readonly metric: string; readonly columns: readonly string[] }[]
}

/** The procedure that fills one storage. Its block is long and made when it is written: `text` stands for what it says. */
export interface ProcedureObject {
  readonly kind: 'procedure'
  readonly name: QualifiedName
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
  readonly text: Hash
}

/** One way of a fill: its statements, and when it is taken. */
export interface FillBranch {
  readonly when: { readonly is: 'always' } | { readonly is: 'featureType'; readonly featureType: string } | { readonly is: 'atLeast'; readonly seconds: number }
  readonly statements: readonly string[]
}

/** What the block of a fill procedure does under its claim, in one transaction. */
export interface FillProgram {
  /** The table of claims in the state. */
  readonly claims: QualifiedName
  /** The generation of the storage, under which claims and coverage are kept. */
  readonly storage: string
  readonly branches: readonly FillBranch[]
}

/** How far a storage is to be computed at some moment. All lengths are seconds. */
export interface Due {
  /** Under what its coverage is kept. */
  readonly storage: string
  readonly every: number
  /** Points are due when they have passed; tiles when they have ended. */
  readonly isPoint: boolean
  /** Where it begins: an ISO instant, or what the state knows of a view; null: where it ends today. */
  readonly first: { readonly at: string } | { readonly startOf: Address } | null
  /** How long after its moment something is due; null: as soon as what it reads is there. */
  readonly settle: number | null
  /** How far before the last run rows may have become visible since. */
  readonly lookback: number
  /** Storages that have to be covered so far. */
  readonly limits: readonly { readonly storage: string; readonly plus: number }[]
  /** The newest time of each source that promises to be fresh: a query of one value. */
  readonly fresh: readonly { readonly newest: string; readonly plus: number }[]
}

/** One call of a fill procedure; without `due` it is done as of the run. */
export interface DueFill {
  readonly procedure: QualifiedName
  readonly featureType: string | null
  readonly due: Due | null
}

/** What the block of a procedure does that computes what is due. */
export interface DriverProgram {
  /** Tables of the state. */
  readonly coverage: QualifiedName
  readonly starts: QualifiedName
  readonly fills: readonly DueFill[]
}

/** What the text of the exception begins with that a fill raises whose interval another run is filling. */
export const claimedCode = 'F420'
