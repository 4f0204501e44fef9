import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { globalArguments, parseOptions } from './parse.ts'

export interface PlanArguments extends GlobalArguments {
  readonly out: string | null
  readonly detailedExitcode: boolean
  readonly allowDestroy: boolean
  readonly verbose: boolean
}

const schema = z.object({
  out: z.string().min(1, 'the name of a file').optional(),
  detailedExitcode: z.boolean().default(false),
  allowDestroy: z.boolean().default(false),
  verbose: z.boolean().default(false),
})

export function planArguments(raw: Raw, io: Io): PlanArguments {
  const found = parseOptions(schema, raw.options)
  return { ...globalArguments(raw, io), ...found, out: found.out ?? null }
}
