import { expect, it } from 'vitest'
import { duration, progressLine } from '../../../cli/views/progress.ts'

it('shows one line per step', () => {
  const event = {
    index: 3, total: 12, verb: 'fill', what: 'view.customer_service',
    span: { from: '2024-01-01T00:00:00Z', to: '2026-01-01T06:00:00Z' }, outcome: 'done', milliseconds: 1400,
  } as const
  expect(progressLine(event, { color: false })).toBe('[ 3/12] fill     view.customer_service  2024-01-01..2026-01-01T06:00:00Z  1.4s\n')
  expect(progressLine({ ...event, span: null, outcome: 'skipped' }, { color: false })).toBe('[ 3/12] fill     view.customer_service  already done\n')
})

it('rounds durations for people', () => {
  expect([0, 340.4, 999.4, 1000, 59_949, 65_000, 600_000].map(duration)).toEqual(['0ms', '340ms', '999ms', '1.0s', '59.9s', '1m05s', '10m00s'])
})
