import { expect, it } from 'vitest'
import { duration, progressLine } from '../../../cli/views/progress.ts'
import { step } from './sample-plan.ts'

it('shows one line per step that ended', () => {
  const fill = step({ phase: 'fill', title: 'fill view.customer_service 2024-01-01..2026-01-01' })
  const event = { step: fill, index: 3, total: 12, state: 'done', ms: 1400 } as const
  expect(progressLine(event, { color: false })).toBe('[ 3/12] fill     view.customer_service 2024-01-01..2026-01-01  1.4s\n')
  expect(progressLine({ ...event, step: { ...fill, title: 'view.x starts at y' }, state: 'skipped' }, { color: false })).toBe(
    '[ 3/12] fill     view.x starts at y  already done\n',
  )
  expect(progressLine({ ...event, state: 'failed' }, { color: false })).toMatch(/ failed\n$/)
  expect(progressLine({ ...event, state: 'start' }, { color: false })).toBe('')
})

it('rounds durations for people', () => {
  expect([0, 340.4, 999.4, 1000, 59_949, 65_000, 600_000].map(duration)).toEqual(['0ms', '340ms', '999ms', '1.0s', '59.9s', '1m05s', '10m00s'])
})
