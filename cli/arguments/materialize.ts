import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { clockText, emptySpan, globalArguments, instant, isSpan, momentOf, parseOptions } from './parse.ts'

export interface MaterializeArguments extends GlobalArguments {
  /** ISO instants; null: what is missing, what is due. */
  readonly from: string | null
  readonly to: string | null
  readonly now: string
  /** Names or addresses; empty: everything. */
  readonly only: readonly string[]
  readonly restate: boolean
  /** Only say what would be done. */
  readonly estimate: boolean
}

export function materializeArguments(raw: Raw, io: Io): MaterializeArguments {
  const time = instant(io.now)
  const schema = z
    .object({
      from: time.optional(),
      to: time.optional(),
      now: time.optional(),
      only: z.array(z.string()).default([]),
      restate: z.boolean().default(false),
      estimate: z.boolean().default(false),
    })
    .refine(isSpan, emptySpan)
  const found = parseOptions(schema, raw.options)
  return {
    ...globalArguments(raw, io),
    from: found.from ?? null,
    to: found.to ?? null,
    now: found.estimate ? (found.now ?? clockText(io.now)) : momentOf(found.now, io.now),
    only: found.only,
    restate: found.restate,
    estimate: found.estimate,
  }
}
