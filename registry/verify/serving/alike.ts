import type { Type } from '../../../compiler/ir/type.ts'
import type { Value } from '../../driver/driver.ts'

/** Floats agree within this share. */
const tolerance = 1e-9

/** Whether two values of a type are the same: exact ones to the last digit, floats nearly. */
export function alike(a: Value, b: Value, type: Type): boolean {
  if (a === null || b === null) return a === b
  switch (type.kind) {
    case 'float': {
      const [x, y] = [Number(a), Number(b)]
      return x === y || Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y))
    }
    case 'int':
    case 'decimal':
      return plain(String(a)) === plain(String(b))
    case 'json':
      return sameJson(parsed(a), parsed(b))
    default:
      return a === b
  }
}

/** A number in digits without zeros that say nothing. */
function plain(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '').replace(/^-0$/, '0') : digits
}

function parsed(value: Value): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}

function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return alike(a, b, { kind: 'float' })
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  const [x, y] = [Object.entries(a), Object.entries(b)]
  return x.length === y.length && x.every(([k, v]) => k in b && sameJson(v, (b as Readonly<Record<string, unknown>>)[k]))
}
