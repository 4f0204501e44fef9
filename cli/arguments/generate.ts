import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, parseOptions } from './parse.ts'

export interface GenerateArguments extends GlobalArguments {
  readonly check: boolean
}

export function generateArguments(raw: Raw, io: Io): GenerateArguments {
  return { ...globalArguments(raw, io), ...parseOptions(z.object({ check: z.boolean().default(false) }), raw.options) }
}
