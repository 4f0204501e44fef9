import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments } from './parse.ts'

export interface InitArguments extends GlobalArguments {
  /** Below the root; null: the root itself. */
  readonly folder: string | null
}

export function initArguments(raw: Raw, io: Io): InitArguments {
  return { ...globalArguments(raw, io), folder: raw.args[0] ?? null }
}
