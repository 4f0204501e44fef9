import type { Value } from './value.ts'
import { asFloat, compare, isExactNumber, show } from './value.ts'

/** How two values differ, or null: exact for exact types, 1e-9 relative where a float is expected. */
export function difference(expected: Value, actual: Value): string | null {
  return isSame(expected, actual) ? null : `expected ${show(expected)}, found ${show(actual)}`
}

function isSame(expected: Value, actual: Value): boolean {
  if (expected === null || actual === null) return expected === actual
  if (typeof expected === 'number') return isNumber(actual) && isClose(expected, asFloat(actual))
  if (isExactNumber(expected)) return isExactNumber(actual) && compare(expected, actual) === 0
  if (typeof expected === 'object' && expected.kind === 'json')
    return typeof actual === 'object' && actual.kind === 'json' && isSameJson(expected.value, actual.value)
  return typeof expected === typeof actual && show(expected) === show(actual)
}

function isNumber(v: Value): boolean {
  return typeof v === 'number' || isExactNumber(v)
}

/** The values of our cases are of the order of one: below 1e-12 is what remains where floats cancel to nothing. */
function isClose(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= Math.max(1e-12, 1e-9 * Math.max(Math.abs(a), Math.abs(b)))
}

function isSameJson(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return isClose(a, b)
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => isSameJson(x, b[i]))
  return JSON.stringify(a) === JSON.stringify(b)
}
