import type { Answer } from '../results.ts'
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
  /** Variables may stand without a colon: in an expression of the script, not in a statement. */
  readonly expression: boolean
  /** Answers of the statements before in a chain of `->>`, the newest last. */
  readonly chain: readonly Answer[]
  /** Names that somebody may not use, with the error that they get. */
  readonly guard: (name: string) => void
  /** Whether lists leave it out; they show a schema that may not be used. */
  readonly hidden: (name: string, isSchema?: boolean) => boolean
}
