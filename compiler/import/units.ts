import type { Duration, Seconds } from '../base/duration.ts'
import { day, formatDuration } from '../base/duration.ts'

const unit: Readonly<Record<string, Seconds>> = { s: 1, m: 60, h: 3600, d: day }
const pattern = /^\s*(\d+)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\s*$/i

/** Seconds of a length of time as Snowflake's feature store writes them: `1h`, `30 minutes`; null for anything else. */
export function lengthOf(text: string): Seconds | null {
  const match = pattern.exec(text)
  const seconds = match === null ? 0 : Number(match[1]) * unit[match[2]![0]!.toLowerCase()]!
  return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null
}

const leastCadence = 3600

/** The nearest cadence that a view may have, not below an hour: each point of a cadence stores a row of every key. */
export function cadenceOf(seconds: Seconds): Duration {
  if (seconds >= day) return formatDuration(Math.round(seconds / day) * day)
  const hours = [1, 2, 3, 4, 6, 8, 12, 24].filter(h => h * 3600 >= Math.max(seconds, leastCadence))
  const exact = day % seconds === 0 && seconds >= leastCadence
  return formatDuration(exact ? seconds : hours[0]! * 3600)
}
