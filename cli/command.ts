import type { Io } from './io.ts'

/** What the parser hands to a command, not yet validated. */
export interface Raw {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

export type Run = (raw: Raw, io: Io) => Promise<number>

export type OptionSpec = readonly [flags: string, description: string, repeatable?: 'repeatable']

/** One command as data; what it does is imported only when it runs. */
export interface CommandSpec {
  /** `plan`, or `state list` within a group. */
  readonly name: string
  readonly args?: string
  readonly summary: string
  readonly description?: string
  readonly options: readonly OptionSpec[]
  readonly load: () => Promise<Run>
}
