import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, instant, parseOptions } from './parse.ts'

export interface VerifyLeakageArguments extends GlobalArguments {
  /** Names or addresses of features and views; empty: all features. */
  readonly only: readonly string[]
  /** ISO instant. */
  readonly at: string | null
}

export function verifyLeakageArguments(raw: Raw, io: Io): VerifyLeakageArguments {
  const found = parseOptions(z.object({ only: z.array(z.string()).default([]), at: instant(io.now).optional() }), raw.options)
  return { ...globalArguments(raw, io), only: found.only, at: found.at ?? null }
}
