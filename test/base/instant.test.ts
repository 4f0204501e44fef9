import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDay, parseInstant } from '../../compiler/base/instant.ts'

it('reads days and instants in UTC as the calendar of the platform does', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), d => {
      const iso = d.toISOString()
      expect(parseInstant(iso)).toEqual({ iso, seconds: Math.floor(d.getTime() / 1_000) })
      expect(parseDay(iso.slice(0, 10))).toBe(Math.floor(d.getTime() / 86_400_000))
    }),
    { numRuns: 2_000 },
  )
})

it.each([
  ['2026-01-31', '2026-01-31T00:00:00Z'],
  ['2026-01-31T08:15', '2026-01-31T08:15:00Z'],
  ['2026-01-31 08:15:30', '2026-01-31T08:15:30Z'],
  ['2026-01-31T08:15:30.25+00:00', '2026-01-31T08:15:30.25Z'],
  ['2024-02-29', '2024-02-29T00:00:00Z'],
  ['2000-02-29', '2000-02-29T00:00:00Z'],
])('writes %s as %s', (text, iso) => {
  expect(parseInstant(text)?.iso).toBe(iso)
})

it.each([
  '2026-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '0000-01-01',
  '2026-01-31T24:00:00Z',
  '2026-01-31T08:60',
  '2026-01-31T08:15:00+02:00',
  '31.01.2026',
  '2026-1-1',
  '',
  null,
  5,
])('refuses %s', text => {
  expect(parseInstant(text)).toBeNull()
})
