import type { Seconds } from '../base/duration.ts'
import { parseDuration } from '../base/duration.ts'
import { parseInstant } from '../base/instant.ts'
import type { Report } from './mistakes.ts'
import { shown } from './mistakes.ts'

/** Seconds of an optional length of time; reports a bad one. */
export function durationOption(option: string, given: string | null | undefined, report: Report): Seconds | null {
  if (given === null || given === undefined) return null
  const seconds = parseDuration(given)
  if (seconds === null) report('F203', { option, found: shown(given) })
  return seconds
}

/** Seconds of how long is waited, which may be not at all. */
export function waitOption(option: string, given: string | null | undefined, report: Report): Seconds | null {
  return typeof given === 'string' && /^0+[smhd]$/.test(given) ? 0 : durationOption(option, given, report)
}

/** An optional moment as an ISO instant; reports a bad one. */
export function instantOption(option: string, given: string | null | undefined, report: Report): string | null {
  if (given === null || given === undefined) return null
  const instant = parseInstant(given)
  if (instant === null) report('F204', { option, found: shown(given) })
  return instant?.iso ?? null
}
