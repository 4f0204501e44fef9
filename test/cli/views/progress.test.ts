import { expect, it } from 'vitest'
import { duration, paceKeeper, progressLine, short, startLine } from '../../../cli/views/progress.ts'
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

it('says the rate, the share done and the time left, on a terminal also while a step runs', () => {
  const steps = [1, 2, 3].map(n => step({ phase: 'fill', title: `fill view.a ${n}` }))
  const keep = paceKeeper(
    new Map([
      [steps[0]!.id, 2_000_000],
      [steps[1]!.id, 6_000_000],
      [steps[2]!.id, null],
    ]),
  )
  const event = (i: number, state: 'start' | 'done', ms: number): Parameters<typeof keep>[0] => ({ step: steps[i]!, index: i + 1, total: 3, state, ms })
  const first = event(0, 'start', 0)
  expect(startLine(first, { color: false, tty: true, pace: keep(first) })).toBe('\r\u001b[2K[1/3] fill     view.a 1  0%')
  expect(startLine(first, { color: false, tty: false, pace: keep(first) })).toBe('')
  const one = event(0, 'done', 4000)
  expect(progressLine(one, { color: false, pace: keep(one) })).toBe('[1/3] fill     view.a 1  4.0s  25%, 500 k values/s, 12.0s left\n')
  const two = event(1, 'done', 8000)
  expect(progressLine(two, { color: false, tty: true, pace: keep(two) })).toBe('\r\u001b[2K[2/3] fill     view.a 2  8.0s  100%, 667 k values/s\n')
  // A run of few values, or of unknown ones, says nothing.
  expect(progressLine(one, { color: false, pace: paceKeeper(new Map([[steps[0]!.id, 1000]]))(one) })).toBe('[1/3] fill     view.a 1  4.0s\n')
})

it('shortens numbers', () => {
  expect([0, 940, 999.6, 5200, 73_000_000, 1e15].map(short)).toEqual(['0', '940', '1.0 k', '5.2 k', '73 M', '1000 T'])
})

it('rounds durations for people', () => {
  expect([0, 340.4, 999.4, 1000, 59_949, 65_000, 600_000].map(duration)).toEqual(['0ms', '340ms', '999ms', '1.0s', '59.9s', '1m05s', '10m00s'])
})
