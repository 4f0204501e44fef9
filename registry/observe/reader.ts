import type { QualifiedName } from '../../compiler/ir/name.ts'
import type { Placement } from '../../compiler/ir/placed.ts'
import type { Live, LiveObject } from '../../compiler/ir/state.ts'
import type { Type } from '../../compiler/ir/type.ts'
import type { Driver } from '../driver/driver.ts'

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
  /** The type whose values a column holds, whole numbers as decimals of so many digits; null for what features do not read. */
  readonly typeOf: (spelled: string) => Type | null
  /** Decimal digits of what may be declared as an integer. */
  readonly intDigits: number
}
