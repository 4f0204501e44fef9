import type { Value } from '../driver.ts'

/** A column as Snowflake describes it; the type in its own short spelling (`fixed`, `timestamp_ntz`). */
export interface RawColumn {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly precision: number | null
  readonly scale: number | null
}

/** A value as it comes over the wire. */
export type RawValue = string | null

/** Thrown where a value does not have the form of its type: nothing is guessed. */
export class Undecodable extends Error {
  override readonly name = 'Undecodable'
}

/** What the text of a value becomes, by the type of its column: numbers exact, times as the port has them, anything nested as JSON text. */
export function decoderOf(column: RawColumn): (raw: RawValue) => Value {
  const decode = decoders[column.type.toLowerCase()]
  if (decode === undefined) return raw => raw
  return raw => {
    if (raw === null) return null
    const value = decode(raw, column)
    if (value === undefined) throw new Undecodable(`a ${column.type} in ${column.name} that is no ${column.type}`)
    return value
  }
}

type Decode = (raw: string, column: RawColumn) => Value | undefined

const decoders: Readonly<Record<string, Decode>> = {
  fixed: (raw, { scale }) => (!/^-?\d+(\.\d+)?$/.test(raw) ? undefined : (scale ?? 0) === 0 ? integerOf(raw) : raw),
  real: realOf,
  boolean: raw => booleans[raw.toLowerCase()],
  date: raw => (/^-?\d+$/.test(raw) ? dayOf(BigInt(raw)) : undefined),
  time: raw => {
    const nanos = nanosOf(raw)
    return nanos === null || nanos < 0n || nanos >= nanosOfDay ? undefined : clockOf(nanos)
  },
  timestamp_ntz: momentOf,
  timestamp_ltz: momentOf,
  // The second number is the offset in which the moment was written; the moment itself is the first.
  timestamp_tz: raw => (/^\S+ \d+$/.test(raw) ? momentOf(raw.split(' ')[0]!) : undefined),
}

const booleans: Readonly<Record<string, boolean>> = { '1': true, '0': false, true: true, false: false }

function integerOf(raw: string): Value | undefined {
  const number = Number(raw)
  return Number.isSafeInteger(number) ? number : raw
}

const special: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity, infinity: Infinity, '-infinity': -Infinity }

function realOf(raw: string): number | undefined {
  const named = special[raw.toLowerCase()]
  if (named !== undefined) return named
  return /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(raw) ? Number(raw) : undefined
}

const nanosOfSecond = 1_000_000_000n
const nanosOfDay = 86_400n * nanosOfSecond

/** `-0.5` -> -500000000; seconds since 1970, or of the day, with any number of digits of a fraction. */
function nanosOf(raw: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(raw)
  if (match === null) return null
  const nanos = BigInt(match[2]!) * nanosOfSecond + BigInt((match[3] ?? '').padEnd(9, '0'))
  return match[1] === '-' ? -nanos : nanos
}

function momentOf(raw: string): string | undefined {
  const nanos = nanosOf(raw)
  if (nanos === null) return undefined
  const rest = ((nanos % nanosOfDay) + nanosOfDay) % nanosOfDay
  const day = dayOf((nanos - rest) / nanosOfDay)
  return day === undefined ? undefined : `${day}T${clockOf(rest)}Z`
}

/** Days since 1970 as `YYYY-MM-DD`; undefined beyond the calendar that Snowflake has. */
function dayOf(days: bigint): string | undefined {
  const date = new Date(Number(days) * 86_400_000)
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 99_999 ? `${String(year).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}` : undefined
}

/** Six digits of a fraction where there is one; nine only where they say something. */
function clockOf(nanos: bigint): string {
  const seconds = Number(nanos / nanosOfSecond)
  const fraction = String(nanos % nanosOfSecond).padStart(9, '0')
  const shown = fraction === '000000000' ? '' : `.${fraction.endsWith('000') ? fraction.slice(0, 6) : fraction}`
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${shown}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** How Snowflake itself spells the type of a column. */
export function typeText({ type, precision, scale }: RawColumn): string {
  const name = typeNames[type.toLowerCase()] ?? type.toUpperCase()
  if (name === 'NUMBER') return `NUMBER(${precision ?? 38},${scale ?? 0})`
  return name.startsWith('TIME') && scale !== null ? `${name}(${scale})` : name
}

const typeNames: Readonly<Record<string, string>> = { fixed: 'NUMBER', real: 'FLOAT', text: 'VARCHAR' }
