import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, parseOptions } from './parse.ts'

/** Of `apply` and `destroy`. */
export interface ApplyArguments extends GlobalArguments {
  readonly planFile: string | null
  readonly autoApprove: boolean
  readonly allowDestroy: boolean
  readonly verbose: boolean
}

const schema = z.object({ autoApprove: z.boolean().default(false), allowDestroy: z.boolean().default(false), verbose: z.boolean().default(false) })

export function applyArguments(raw: Raw, io: Io): ApplyArguments {
  return { ...globalArguments(raw, io), ...parseOptions(schema, raw.options), planFile: raw.args[0] ?? null }
}
