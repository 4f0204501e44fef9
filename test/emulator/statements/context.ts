import type { Session } from '../session.ts'
import type { Running } from '../transaction.ts'

/** A value bound to a placeholder, as SQL of the engine below. */
export type Bound = ReadonlyMap<string, string>

/** In whose name and with what a statement runs. */
export interface Context {
  readonly session: Session
  readonly running: Running
  readonly bound: Bound
  /** Variables of the script that runs; null outside of one. */
  readonly variables: Map<string, string> | null
  /** Names that somebody may not use, with the error that they get. */
  readonly guard: (name: string) => void
}
