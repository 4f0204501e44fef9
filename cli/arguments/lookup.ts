import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, parseOptions } from './parse.ts'
import { pair } from './show.ts'

export interface LookupArguments extends GlobalArguments {
  readonly serving: string
  /** As text: the warehouse casts them to the key's type. */
  readonly keys: Readonly<Record<string, string>>
}

export function lookupArguments(raw: Raw, io: Io): LookupArguments {
  const found = parseOptions(z.object({ key: z.array(pair).default([]) }), raw.options)
  return { ...globalArguments(raw, io), serving: raw.args[0]!, keys: Object.fromEntries(found.key) }
}
