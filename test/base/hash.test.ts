import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical, hashOf } from '../../compiler/base/hash.ts'

const shuffled = (value: unknown, turn: number): unknown => {
  if (Array.isArray(value)) return value.map(v => shuffled(v, turn))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([k, v]) => [k, shuffled(v, turn + 1)] as const)
  return Object.fromEntries(turn % 2 === 0 ? entries.toReversed() : entries.slice(1).concat(entries.slice(0, 1)))
}

it('is the same in any order of keys, and JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(3), (value, turn) => {
      expect(canonical(shuffled(value, turn))).toBe(canonical(value))
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('is equal only where values are', () => {
  const few = fc.oneof(fc.constantFrom(null, 0, 1, '0', '', 'a'), fc.jsonValue({ maxDepth: 2 }))
  fc.assert(
    fc.property(fc.array(few, { maxLength: 2 }), fc.array(few, { maxLength: 2 }), (a, b) => {
      expect(canonical(a) === canonical(b)).toBe(isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))))
      expect(hashOf(a) === hashOf(b)).toBe(canonical(a) === canonical(b))
    }),
  )
})

it('leaves out what is undefined, and knows no special names', () => {
  expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}')
  expect(canonical([undefined])).toBe('[null]')
  expect(canonical(undefined)).toBe('null')
  expect(canonical(JSON.parse('{"__proto__":{"a":1},"a":2}'))).toBe('{"__proto__":{"a":1},"a":2}')
})
