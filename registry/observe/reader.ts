import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import type { Placement } from '../../compiler/ir/placed.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { Live, LiveObject } from '../../compiler/ir/state.ts'
import type { Type } from '../../compiler/ir/type.ts'
import type { Driver } from '../driver/driver.ts'

/** One thing that was looked at: what is known of it, and what is wrong. */
export interface Finding {
  readonly name: string
  readonly detail: string
  readonly problems: readonly Diagnostic[]
}

/** How one engine is looked at: what it lists, in our words. */
export interface Reader {
  /** The schemas of a placement and what is in them, without the tables of the state. */
  readonly live: (driver: Driver, placement: Placement) => Promise<Live>
  /** Tables and views with their columns: those that are wanted and there; where one is missing, also what else there is, for what somebody may have meant. */
  readonly relations: (driver: Driver, wanted: readonly QualifiedName[]) => Promise<readonly LiveObject[]>
  /** Whether something that is not listed is there all the same, as far as the engine tells. */
  readonly isHidden: (driver: Driver, name: QualifiedName) => Promise<boolean>
  /** Schemas are listed only for those who may use them. */
  readonly hidesSchemas: boolean
  /** As whom we are looking. */
  readonly roleOf: (driver: Driver) => Promise<string>
  /** What has to be there before the steps of a project can run at all. */
  readonly preflight: (driver: Driver, placement: Placement, steps: readonly Step[]) => Promise<readonly Finding[]>
  /** The type whose values a column holds, whole numbers as decimals of so many digits; null for what features do not read. */
  readonly typeOf: (spelled: string) => Type | null
  /** Decimal digits of what may be declared as an integer. */
  readonly intDigits: number
}
