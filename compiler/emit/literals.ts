import { InternalError } from '../base/diagnostic.ts'
import { parseDay, parseInstant } from '../base/instant.ts'
import type { LiteralValue } from '../ir/scalar.ts'

/** Digits with an optional fraction: what both engines read as an exact number. */
export function exactDigits(value: LiteralValue): string {
  const text = typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : String(value)
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new InternalError(`'${text}' is no exact number`)
  return text
}

export function floatDigits(value: LiteralValue): string {
  const number = Number(value)
  if (!Number.isFinite(number) || typeof value === 'boolean') throw new InternalError(`'${value}' is no finite number`)
  return String(Object.is(number, -0) ? 0 : number)
}

/** `2026-01-31 08:15:00`, with a fraction where there is one. */
export function timestampText(value: LiteralValue): string {
  const instant = parseInstant(value)
  if (instant === null) throw new InternalError(`'${value}' is no instant`)
  return instant.iso.replace('T', ' ').replace('Z', '')
}

export function dayText(value: LiteralValue): string {
  if (parseDay(value) === null) throw new InternalError(`'${value}' is no day`)
  return String(value)
}

/**
 * What a text must look like to become a value of a type, the same on both engines; other text is NULL. The first group
 * is what is read: the zone of an instant must be UTC, and is not.
 */
export const lenientPatterns = {
  number: '^([-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?)$',
  date: '^([0-9]{4}-[0-9]{2}-[0-9]{2})$',
  time: '^([0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?)Z?$',
} as const

/** Text that no engine takes: a NUL ends a statement, half of a surrogate pair is no character. */
export function isPrintable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}

/** For texts that were checked before. */
export function printable(text: string): string {
  if (!isPrintable(text)) throw new InternalError('a text holds a NUL or half of a surrogate pair')
  return text
}
