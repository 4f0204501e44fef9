import type { Type } from '../../compiler/ir/type.ts'

/** An exact decimal: `units` times ten to the power of -`scale`. */
export interface Decimal {
  readonly kind: 'decimal'
  readonly units: bigint
  readonly scale: number
}

/** A date as days since 1970-01-01. */
export interface Day {
  readonly kind: 'day'
  readonly days: number
}

/** A timestamp as microseconds since 1970-01-01, UTC. */
export interface Instant {
  readonly kind: 'instant'
  readonly micros: bigint
}

export interface Json {
  readonly kind: 'json'
  readonly value: unknown
}

/** A value as the oracle computes with it: an integer is a bigint, a float is a number; the two never mix unnoticed. */
export type Value = null | boolean | string | bigint | number | Decimal | Day | Instant | Json

/** What a person or a generator writes down for a cell: text for dates, times and decimals, bigint or number for integers. */
export type Cell = string | number | bigint | boolean | null | Readonly<Record<string, unknown>> | readonly unknown[]

const microsOfDay = 86_400_000_000n

export function instant(micros: bigint): Instant {
  return { kind: 'instant', micros }
}

export function day(days: number): Day {
  return { kind: 'day', days }
}

export function decimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new Error(`no decimal: ${text}`)
  const fraction = match[3] ?? ''
  const units = BigInt(match[2]! + fraction)
  return { kind: 'decimal', units: match[1] === '-' ? -units : units, scale: fraction.length }
}

/** Microseconds of ISO text: a date, or a date and a time with up to six decimals, with or without Z. */
export function microsOf(text: string): bigint {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?Z?$/.exec(text)
  if (match === null) throw new Error(`no timestamp: ${text}`)
  const days = Date.parse(`${match[1]}T00:00:00Z`) / 86_400_000
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)
  return BigInt(days) * microsOfDay + BigInt(seconds) * 1_000_000n + BigInt((match[5] ?? '').padEnd(6, '0'))
}

export function isoOf(micros: bigint): string {
  const rest = ((micros % 1000n) + 1000n) % 1000n
  const text = new Date(Number((micros - rest) / 1000n)).toISOString().slice(0, -1)
  return `${text}${String(rest).padStart(3, '0')}`.replace(/\.?0+$/, '')
}

/** The value that a cell of a column of this type holds. */
export function parseCell(cell: Cell | undefined, type: Type): Value {
  if (cell === null || cell === undefined) return null
  switch (type.kind) {
    case 'text':
      return plainText(cell)
    case 'flag':
      return cell === true || cell === 'true'
    case 'int':
      return BigInt(cell as string | number | bigint)
    case 'float':
      return Number(cell)
    case 'decimal':
      return typeof cell === 'bigint' ? { kind: 'decimal', units: cell, scale: type.scale } : rescale(decimal(plainText(cell)), type.scale)
    case 'date':
      return day(Date.parse(`${plainText(cell).slice(0, 10)}T00:00:00Z`) / 86_400_000)
    case 'time':
      return instant(typeof cell === 'bigint' ? cell : microsOf(plainText(cell)))
    case 'json':
      return { kind: 'json', value: typeof cell === 'string' ? JSON.parse(cell) : cell }
  }
}

/** A cell as text: JSON where it is an object. */
export function plainText(cell: Cell): string {
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}

/** The same number with another number of decimals; halves go away from zero where digits are lost. */
export function rescale(d: Decimal, scale: number): Decimal {
  if (scale >= d.scale) return { kind: 'decimal', units: d.units * 10n ** BigInt(scale - d.scale), scale }
  return { kind: 'decimal', units: divideAway(d.units, 10n ** BigInt(d.scale - scale)), scale }
}

/** a / b with b > 0, halves away from zero. */
export function divideAway(a: bigint, b: bigint): bigint {
  const magnitude = ((a < 0n ? -a : a) * 2n + b) / (2n * b)
  return a < 0n ? -magnitude : magnitude
}

export function isDecimal(v: Value): v is Decimal {
  return typeof v === 'object' && v !== null && v.kind === 'decimal'
}

export function isExactNumber(v: Value): v is bigint | Decimal {
  return typeof v === 'bigint' || isDecimal(v)
}

/** An exact number as decimal. */
export function asDecimal(v: bigint | Decimal): Decimal {
  return typeof v === 'bigint' ? { kind: 'decimal', units: v, scale: 0 } : v
}

/** Any number as double, correctly rounded. */
export function asFloat(v: Value): number {
  if (typeof v === 'number') return v
  if (typeof v === 'bigint') return Number(v)
  if (isDecimal(v)) return Number(decimalText(v))
  throw new Error(`no number: ${show(v)}`)
}

export function decimalText(d: Decimal): string {
  const digits = String(d.units < 0n ? -d.units : d.units).padStart(d.scale + 1, '0')
  const cut = digits.length - d.scale
  return `${d.units < 0n ? '-' : ''}${digits.slice(0, cut)}${d.scale === 0 ? '' : `.${digits.slice(cut)}`}`
}

/** Both as decimals of one scale. */
export function aligned(a: bigint | Decimal, b: bigint | Decimal): { a: bigint; b: bigint; scale: number } {
  const [x, y] = [asDecimal(a), asDecimal(b)]
  const scale = Math.max(x.scale, y.scale)
  return { a: rescale(x, scale).units, b: rescale(y, scale).units, scale }
}

/** The order of two values of one type: negative, zero or positive. Numbers compare by value, exactly where both are exact. */
export function compare(a: Exclude<Value, null>, b: Exclude<Value, null>): number {
  if (isExactNumber(a) && isExactNumber(b)) {
    const both = aligned(a, b)
    return sign(both.a, both.b)
  }
  if (typeof a === 'number' || typeof b === 'number') return sign(asFloat(a), asFloat(b))
  if (typeof a === 'object' && typeof b === 'object') return sign(momentOf(a), momentOf(b))
  if (typeof a === typeof b) return sign(a as string | boolean, b as string | boolean)
  throw new Error(`cannot compare ${show(a)} with ${show(b)}`)
}

function momentOf(v: Decimal | Day | Instant | Json): bigint {
  if (v.kind === 'day') return BigInt(v.days) * microsOfDay
  if (v.kind === 'instant') return v.micros
  throw new Error(`cannot order ${show(v)}`)
}

function sign<T extends bigint | number | string | boolean>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** NULL before everything. */
export function compareNullsFirst(a: Value, b: Value): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1)
  return compare(a, b)
}

/** A value as text, for keys of maps and for messages. */
export function show(v: Value): string {
  if (v === null) return 'NULL'
  if (typeof v === 'string') return JSON.stringify(v)
  if (typeof v !== 'object') return typeof v === 'bigint' ? `${v}n` : String(v)
  switch (v.kind) {
    case 'decimal':
      return `${decimalText(v)}d`
    case 'day':
      return isoOf(BigInt(v.days) * microsOfDay).slice(0, 10)
    case 'instant':
      return isoOf(v.micros)
    case 'json':
      return `json ${JSON.stringify(v.value)}`
  }
}
