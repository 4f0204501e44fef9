import { z } from 'zod'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { isoOf, parseInstant, secondsOf } from '../../compiler/base/instant.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'

/** The clock's moment, for `today` and `now`. */
export type Clock = () => Date

/** What the clock shows, in whole seconds, as ISO text in UTC. */
export function clockText(clock: Clock): string {
  return isoOf(Math.floor(clock().getTime() / 1000))
}

/** `2026-01-31`, `2026-01-31T06:00`, `today`, `now` as ISO text in UTC. */
export function instant(clock: Clock): z.ZodType<string, string> {
  return z.string().transform((text, context) => {
    if (text === 'now') return clockText(clock)
    const found = parseInstant(text === 'today' ? clockText(clock).slice(0, 10) : text)
    if (found !== null) return found.iso
    context.addIssue({ code: 'custom', message: 'a time in UTC such as 2026-01-31, 2026-01-31T06:00:00Z, today or now' })
    return z.NEVER
  })
}

interface Span {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Whether there is time between `--from` and `--to`; what is not given bounds nothing. */
export function isSpan({ from, to }: Span): boolean {
  return from === undefined || to === undefined || from < to
}

/** What is said where there is none. */
export const emptySpan = { path: ['to'], message: 'a time later than --from: else the span is empty' }

/** So many seconds the clocks of two machines may differ. */
const slack = 300

/** The moment that counts as now for a command that writes: the clock's unless given, and never one to come. */
export function momentOf(given: string | undefined, clock: Clock): string {
  const now = clockText(clock)
  if (given !== undefined && secondsOf(given) > secondsOf(now) + slack) throw new FeatError([diagnostic('F717', { now: given, clock: now })])
  return given ?? now
}

/** A whole number of at least `least`. */
export function whole(least: number): z.ZodType<number, string> {
  const expected = least === 0 ? 'a whole number' : `a whole number of at least ${least}`
  return z
    .string()
    .regex(/^\d{1,12}$/, expected)
    .transform(Number)
    .refine(n => n >= least, expected)
}

/** Validates what the parser found; every value that does not fit becomes a diagnostic. Arguments without a flag are named `<name>`. */
export function parseOptions<S extends z.ZodType>(schema: S, given: Readonly<Record<string, unknown>>): z.infer<S> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new FeatError(result.error.issues.map(issue => wrongValue(issue, given)))
}

function wrongValue(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): Diagnostic {
  const name = String(issue.path[0] ?? 'the input')
  const found = issue.path.length > 1 ? (given[name] as readonly unknown[])[Number(issue.path[1])] : given[name]
  const what = name.startsWith('<') ? name : `--${name.replaceAll(/[A-Z]/g, c => `-${c.toLowerCase()}`)}`
  return diagnostic('F702', { what, found: found === undefined ? 'missing' : `'${textOf(found)}'`, expected: issue.message })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What every command takes. */
export interface GlobalArguments {
  /** Absolute or relative to the current folder. */
  readonly root: string
  readonly config: string | null
  readonly target: string | null
  readonly environment: string | null
  /** Seconds to wait for a warehouse or a lock that another command holds. */
  readonly lockTimeout: number
  readonly color: boolean
  readonly json: boolean
}

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,40}$/, 'a name of letters, digits, - and _')
const globalSchema = z.object({
  lockTimeout: whole(0).optional(),
  root: z.string().optional(),
  config: z.string().optional(),
  target: z.string().optional(),
  env: name.optional(),
  color: z.boolean().default(true),
  json: z.boolean().default(false),
})

export function globalArguments(raw: Raw, io: Io): GlobalArguments {
  const found = parseOptions(globalSchema, raw.options)
  return {
    root: found.root ?? io.cwd,
    config: found.config ?? null,
    target: found.target ?? null,
    environment: found.env ?? null,
    lockTimeout: found.lockTimeout ?? 30,
    color: found.color,
    json: found.json,
  }
}
