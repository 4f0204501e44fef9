import { z } from 'zod'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import type { GlobalArguments } from './parse.ts'
import { clockText, globalArguments, instant, parseOptions, whole } from './parse.ts'

export interface FixtureArguments extends GlobalArguments {
  readonly dataSet: 'logistics'
  /** The day before which the data ends, `YYYY-MM-DD`. */
  readonly until: string
  readonly customers: number | null
  readonly vehicles: number | null
  readonly deliveries: number | null
  readonly days: number | null
  readonly seed: number | null
}

const numbers = ['customers', 'vehicles', 'deliveries', 'days', 'seed'] as const

export function fixtureArguments(raw: Raw, io: Io): FixtureArguments {
  const schema = z.object({
    '<name>': z.literal('logistics', 'logistics, the one data set there is'),
    until: instant(io.now).optional(),
    customers: whole(1).optional(),
    vehicles: whole(1).optional(),
    deliveries: whole(1).optional(),
    days: whole(1).optional(),
    seed: whole(0).optional(),
  })
  const found = parseOptions(schema, { ...raw.options, '<name>': raw.args[0] })
  const sizes = Object.fromEntries(numbers.map(n => [n, found[n] ?? null])) as Record<(typeof numbers)[number], number | null>
  return { ...globalArguments(raw, io), dataSet: found['<name>'], until: (found.until ?? clockText(io.now)).slice(0, 10), ...sizes }
}
