import { expect } from 'vitest'
import type { Value } from '../../registry/driver/driver.ts'

/** A value that is equal but for the last digits of a float, zeros of a fraction that say nothing, and the layout of JSON. */
export function like(expected: Value): unknown {
  if (typeof expected === 'number' && Number.isFinite(expected)) return expect.closeTo(expected, 9)
  if (typeof expected !== 'string') return expected
  if (/^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(expected)) return expect.stringMatching(new RegExp(`^${expected.slice(0, -1)}(\\.0+)?Z$`))
  return expected
}
