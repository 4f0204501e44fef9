import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, instant, parseOptions } from './parse.ts'

export interface VerifyServingArguments extends GlobalArguments {
  /** Name or address; null: all servings. */
  readonly name: string | null
  readonly sample: number
  /** ISO instant. */
  readonly at: string | null
}

export function verifyServingArguments(raw: Raw, io: Io): VerifyServingArguments {
  const schema = z.object({ sample: z.coerce.number().int().positive().default(10_000), at: instant(io.now).optional() })
  const found = parseOptions(schema, raw.options)
  return { ...globalArguments(raw, io), name: raw.args[0] ?? null, sample: found.sample, at: found.at ?? null }
}
