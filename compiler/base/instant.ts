import { InternalError } from './diagnostic.ts'
import type { Seconds } from './duration.ts'

/** A moment as authors write it: a day or a UTC instant, as ISO text and as seconds since 1970. */
export interface Instant {
  /** `2026-01-31T08:15:00Z`, with up to six digits of a fraction where there is one. */
  readonly iso: string
  /** Whole seconds; a fraction is cut off. */
  readonly seconds: Seconds
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?(?:Z|\+00:00)?)?$/

/** Days since 1970-01-01 of `2026-01-31`; null where the text is no day of the calendar. */
export function parseDay(text: unknown): number | null {
  const match = typeof text === 'string' ? dayPattern.exec(text) : null
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return null
  return daysFromCivil(year, month, day)
}

/** A day (its midnight) or an instant without zone or in UTC; null for anything else. */
export function parseInstant(text: unknown): Instant | null {
  const match = typeof text === 'string' ? instantPattern.exec(text) : null
  if (match === null) return null
  const day = parseDay(match[1])
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)]
  if (day === null || hour > 23 || minute > 59 || second > 59) return null
  const two = (n: number): string => String(n).padStart(2, '0')
  return {
    iso: `${match[1]}T${two(hour)}:${two(minute)}:${two(second)}${match[5] ?? ''}Z`,
    seconds: day * 86_400 + hour * 3600 + minute * 60 + second,
  }
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Proleptic Gregorian day number, counted in eras of 400 years with March as the first month. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** ISO text of whole seconds since 1970. */
export function isoOf(seconds: Seconds): string {
  const days = Math.floor(seconds / 86_400)
  const rest = seconds - days * 86_400
  const [year, month, day] = civilFromDays(days)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`
}

/** `isoOf`, of a midnight only its day. */
export function shortIso(seconds: Seconds): string {
  return isoOf(seconds).replace('T00:00:00Z', '')
}

/** The inverse of `daysFromCivil`. */
function civilFromDays(days: number): readonly [year: number, month: number, day: number] {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1]
}

/** Seconds of an ISO instant that we wrote ourselves; a fraction is cut off. */
export function secondsOf(iso: string): Seconds {
  const parsed = parseInstant(iso)
  if (parsed === null) throw new InternalError(`'${iso}' is no instant`)
  return parsed.seconds
}

/** 2001-01-01, the origin of points and tiles. */
const originSeconds = 978_307_200

/** The multiple of `every` since the origin at or before a moment. */
export function pointAt(seconds: Seconds, every: Seconds): Seconds {
  return originSeconds + Math.floor((seconds - originSeconds) / every) * every
}

/** The multiple of `every` since the origin at or after a moment. */
export function pointFrom(seconds: Seconds, every: Seconds): Seconds {
  return originSeconds + Math.ceil((seconds - originSeconds) / every) * every
}
