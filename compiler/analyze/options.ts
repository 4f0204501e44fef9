import type { Seconds } from '../base/duration.ts'
import { parseDuration } from '../base/duration.ts'
import { parseInstant } from '../base/instant.ts'
import type { Report } from './mistakes.ts'
import { shown } from './mistakes.ts'

/** Seconds of an optional length of time; reports a bad one. */
export function durationOption(option: string, given: string | null | undefined, report: Report): Seconds | null {
  if (given === null || given === undefined) return null
  const seconds = parseDuration(given)
  if (seconds === null && given !== '0s' && given !== '0d') report('F203', { option, found: shown(given) })
  return seconds
}

/** An optional moment as an ISO instant; reports a bad one. */
export function instantOption(option: string, given: string | null | undefined, report: Report): string | null {
  if (given === null || given === undefined) return null
  const instant = parseInstant(given)
  if (instant === null) report('F204', { option, found: shown(given) })
  return instant?.iso ?? null
}
