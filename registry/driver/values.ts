import type { Value } from './driver.ts'

/** What the client's lossless JSON form of a value becomes; by the engine's name of the column's type. */
export function decoder(type: string): (json: unknown) => Value {
  if (integers.test(type)) return integerOf
  if (type.startsWith('TIMESTAMP')) return timeOf
  if (type === 'FLOAT' || type === 'DOUBLE') return v => (v === null ? null : Number(v))
  return plain
}

const integers = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/

function plain(v: unknown): Value {
  return v === null || typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean' ? v : JSON.stringify(v)
}

function integerOf(v: unknown): Value {
  if (typeof v !== 'string') return plain(v)
  const number = Number(v)
  return Number.isSafeInteger(number) ? number : v
}

const instant = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?:\+00(?::00)?)?$/

/** `2024-01-01 10:00:00.5` -> `2024-01-01T10:00:00.500000Z`; infinities and years before Christ stay as they are. */
function timeOf(v: unknown): Value {
  if (typeof v !== 'string') return plain(v)
  const match = instant.exec(v)
  if (match === null) return v
  const [, day, time, fraction] = match
  return `${day}T${time}${fraction === undefined ? '' : `.${fraction.padEnd(6, '0')}`}Z`
}
