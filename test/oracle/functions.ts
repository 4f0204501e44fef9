import { createHash } from 'node:crypto'
import type { FunctionName } from '../../compiler/ir/functions.ts'
import { dateParts, startOf } from './calendar.ts'
import { durationUnit, floorPoint, second } from './time.ts'
import type { Day, Instant, Value } from './value.ts'
import { aligned, asDecimal, asFloat, compare, day, divideAway, instant, isDecimal, isExactNumber, rescale } from './value.ts'

type Known = Exclude<Value, null>
type Strict = (...args: Known[]) => Value
type Loose = (...args: Value[]) => Value

const microsOfDay = 86_400n * second
const yearOne = -62_135_596_800n * second

/** NULL where one argument is. */
const strict: Readonly<Partial<Record<FunctionName, Strict>>> = {
  plus: (a, b) => exactly(a, b, (x, y) => x + y) ?? asFloat(a) + asFloat(b),
  minus: (a, b) => exactly(a, b, (x, y) => x - y) ?? asFloat(a) - asFloat(b),
  times,
  divide: (a, b) => (asFloat(b) === 0 ? null : asFloat(a) / asFloat(b)),
  negate: a => (isDecimal(a) ? { ...a, units: -a.units } : typeof a === 'bigint' ? -a : -asFloat(a)),
  abs: a => (isDecimal(a) ? { ...a, units: a.units < 0n ? -a.units : a.units } : typeof a === 'bigint' ? (a < 0n ? -a : a) : Math.abs(asFloat(a))),
  round: (a, digits) => round(a, Number(digits)),
  floor: a => wholeOf(a, Math.floor, (units, one) => (units - (((units % one) + one) % one)) / one),
  ceil: a => wholeOf(a, Math.ceil, (units, one) => (units + (((-units % one) + one) % one)) / one),
  ln: a => (asFloat(a) <= 0 ? null : Math.log(asFloat(a))),
  exp: a => Math.exp(asFloat(a)),
  sqrt: a => (asFloat(a) < 0 ? null : Math.sqrt(asFloat(a))),
  power: (a, b) => real(asFloat(a) ** asFloat(b)),
  eq: (a, b) => compareAny(a, b) === 0,
  ne: (a, b) => compareAny(a, b) !== 0,
  lt: (a, b) => compare(a, b) < 0,
  lte: (a, b) => compare(a, b) <= 0,
  gt: (a, b) => compare(a, b) > 0,
  gte: (a, b) => compare(a, b) >= 0,
  not: a => !flag(a),
  greatest: (...all) => all.toSorted(compare).at(-1)!,
  least: (...all) => all.toSorted(compare)[0]!,
  concat: (...all) => all.map(text).join(''),
  lower: a => text(a).toLowerCase(),
  upper: a => text(a).toUpperCase(),
  trim: a => text(a).replace(/^ +| +$/g, ''),
  length: a => BigInt(characters(a).length),
  substring: (a, from, length) =>
    characters(a)
      .slice(Number(from) - 1, Number(from) - 1 + Number(length))
      .join(''),
  matches: (a, pattern) => new RegExp(`^(?:${text(pattern)})$`, 'su').test(text(a)),
  elapsed: (a, b, unit) => Number(micros(b) - micros(a)) / Number(durationUnit(text(unit))),
  daysBetween: (a, b) => BigInt(days(b) - days(a)),
  timePlus: (a, b) => instant(micros(a) + BigInt(asFloat(b)) * second),
  datePlus: (a, b) => day(days(a) + Number(b)),
  truncate: (a, unit) => (isDay(a) ? day(Number(startOf(micros(a), text(unit)) / microsOfDay)) : instant(startOf(micros(a), text(unit)))),
  dateOf: a => day(Number(floorPoint(micros(a), microsOfDay) / microsOfDay)),
  timeOf: a => instant(micros(a)),
  datePart: (a, part) => dateParts(micros(a), text(part)),
  hash52: a => BigInt(`0x${createHash('md5').update(text(a)).digest('hex').slice(0, 13)}`),
  bucket: (a, seconds) => instant(floorPoint(micros(a), BigInt(asFloat(seconds)) * second)),
  bucketNumber: (a, seconds) => (micros(a) - yearOne) / (BigInt(asFloat(seconds)) * second),
}

/** These see NULLs. */
const loose: Readonly<Partial<Record<FunctionName, Loose>>> = {
  and: (...all) => (all.includes(false) ? false : all.includes(null) ? null : true),
  or: (...all) => (all.includes(true) ? true : all.includes(null) ? null : false),
  in: (a, ...all) => (a === null ? null : all.some(v => v !== null && compareAny(a, v) === 0) ? true : all.includes(null) ? null : false),
  isNull: a => a === null,
  sameAs: (a, b) => (a === null || b === null ? a === b : compareAny(a, b) === 0),
  coalesce: (...all) => all.find(v => v !== null) ?? null,
  nullIf: (a, b) => (a !== null && b !== null && compareAny(a, b) === 0 ? null : a),
  greatestKnown: (...all) => known(all).toSorted(compare).at(-1) ?? null,
  leastKnown: (...all) => known(all).toSorted(compare)[0] ?? null,
}

/** The value of a function of the expression language. */
export function call(fn: FunctionName, args: readonly Value[]): Value {
  const looseFn = loose[fn]
  if (looseFn !== undefined) return looseFn(...args)
  const strictFn = strict[fn]
  if (strictFn === undefined) throw new Error(`the oracle does not know ${fn}`)
  return args.includes(null) ? null : strictFn(...(args as Known[]))
}

function known(all: readonly Value[]): Known[] {
  return all.filter(v => v !== null)
}

/** On integers and decimals; null where one is a float. */
function exactly(a: Known, b: Known, act: (x: bigint, y: bigint) => bigint): Value {
  if (!isExactNumber(a) || !isExactNumber(b)) return null
  const both = aligned(a, b)
  const units = act(both.a, both.b)
  return typeof a === 'bigint' && typeof b === 'bigint' ? units : { kind: 'decimal', units, scale: both.scale }
}

function times(a: Known, b: Known): Value {
  if (!isExactNumber(a) || !isExactNumber(b)) return asFloat(a) * asFloat(b)
  if (typeof a === 'bigint' && typeof b === 'bigint') return a * b
  const [x, y] = [asDecimal(a), asDecimal(b)]
  return { kind: 'decimal', units: x.units * y.units, scale: x.scale + y.scale }
}

/** "rounded to d decimals, halves away from zero" */
function round(a: Known, digits: number): Value {
  if (typeof a === 'bigint') return digits >= 0 ? a : divideAway(a, 10n ** BigInt(-digits)) * 10n ** BigInt(-digits)
  if (isDecimal(a)) return digits >= a.scale ? a : rescale(rescale(a, digits), a.scale)
  const factor = 10 ** digits
  const scaled = asFloat(a) * factor
  return (Math.sign(scaled) * Math.round(Math.abs(scaled))) / factor
}

function wholeOf(a: Known, onFloat: (x: number) => number, onUnits: (units: bigint, one: bigint) => bigint): Value {
  if (typeof a === 'bigint') return a
  return isDecimal(a) ? onUnits(a.units, 10n ** BigInt(a.scale)) : BigInt(onFloat(asFloat(a)))
}

function real(x: number): number | null {
  return Number.isFinite(x) ? x : null
}

function compareAny(a: Known, b: Known): number {
  if (typeof a === 'object' && a.kind === 'json') return JSON.stringify(a) === JSON.stringify(b) ? 0 : 1
  return compare(a, b)
}

function flag(v: Known): boolean {
  if (typeof v !== 'boolean') throw new Error('no flag')
  return v
}

function text(v: Known): string {
  if (typeof v !== 'string') throw new Error('no text')
  return v
}

function characters(v: Known): readonly string[] {
  return Array.from(text(v))
}

function isDay(v: Known): v is Day {
  return typeof v === 'object' && v.kind === 'day'
}

function isInstant(v: Known): v is Instant {
  return typeof v === 'object' && v.kind === 'instant'
}

/** Microseconds of a moment; a date is its midnight. */
function micros(v: Known): bigint {
  if (isDay(v)) return BigInt(v.days) * microsOfDay
  if (isInstant(v)) return v.micros
  throw new Error('no moment')
}

function days(v: Known): number {
  return Number(floorPoint(micros(v), microsOfDay) / microsOfDay)
}
