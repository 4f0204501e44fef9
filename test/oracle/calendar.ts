import { second } from './time.ts'

const microsOfDay = 86_400n * second

function floorTo(micros: bigint, step: bigint): bigint {
  const rest = micros % step
  return micros - (rest < 0n ? rest + step : rest)
}

/** Days since 1970-01-01 of a day of the proleptic Gregorian calendar; months from 1. */
function daysOf(year: number, month: number, dayOfMonth: number): bigint {
  return BigInt(Date.UTC(year, month - 1, dayOfMonth) / 86_400_000)
}

function fields(micros: bigint): { year: number; month: number; day: number; dayOfWeek: number } {
  const d = new Date(Number(floorTo(micros, microsOfDay) / 1000n))
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate(), dayOfWeek: ((d.getUTCDay() + 6) % 7) + 1 }
}

/** "the start of its minute, hour, day, ISO week, month, quarter or year", in microseconds. */
export function startOf(micros: bigint, unit: string): bigint {
  const f = fields(micros)
  switch (unit) {
    case 'minute':
      return floorTo(micros, 60n * second)
    case 'hour':
      return floorTo(micros, 3600n * second)
    case 'day':
      return floorTo(micros, microsOfDay)
    case 'week':
      return floorTo(micros, microsOfDay) - BigInt(f.dayOfWeek - 1) * microsOfDay
    case 'month':
      return daysOf(f.year, f.month, 1) * microsOfDay
    case 'quarter':
      return daysOf(f.year, f.month - ((f.month - 1) % 3), 1) * microsOfDay
    case 'year':
      return daysOf(f.year, 1, 1) * microsOfDay
    default:
      throw new Error(`no unit: ${unit}`)
  }
}

/** "year, quarter, month, day, dayOfWeek (Monday 1), dayOfYear, hour or minute" */
export function dateParts(micros: bigint, part: string): bigint {
  const f = fields(micros)
  const ofDay = micros - floorTo(micros, microsOfDay)
  switch (part) {
    case 'year':
      return BigInt(f.year)
    case 'quarter':
      return BigInt(Math.ceil(f.month / 3))
    case 'month':
      return BigInt(f.month)
    case 'day':
      return BigInt(f.day)
    case 'dayOfWeek':
      return BigInt(f.dayOfWeek)
    case 'dayOfYear':
      return floorTo(micros, microsOfDay) / microsOfDay - daysOf(f.year, 1, 1) + 1n
    case 'hour':
      return ofDay / (3600n * second)
    case 'minute':
      return (ofDay / (60n * second)) % 60n
    default:
      throw new Error(`no part of a date: ${part}`)
  }
}
