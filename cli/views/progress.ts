import type { StepEvent } from '../../registry/apply/progress.ts'
import { paint } from './paint.ts'

/** `[ 3/12] fill     view.customer_service 2024-01-01..2026-01-01  1.4s`; nothing for a step that only starts. */
export function progressLine(event: StepEvent, options: { readonly color: boolean }): string {
  if (event.state === 'start') return ''
  const p = paint(options.color)
  const [, verb, what] = /^(?:([a-z]+) )?(.*)$/s.exec(event.step.title)!
  const total = String(event.total)
  const count = p.dim(`[${String(event.index).padStart(total.length)}/${total}]`)
  const end = { done: p.dim(duration(event.ms)), skipped: p.dim('already done'), failed: p.red('failed') }[event.state]
  return `${count} ${p.cyan((verb ?? event.step.phase).padEnd(8))} ${what!}  ${end}\n`
}

/** A midnight is shown as its day. */
export function day(instant: string): string {
  return instant.replace(/T00:00:00(\.0+)?Z$/, '')
}

/** `340ms`, `1.4s`, `2m05s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)}s`
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, '0')}s`
}
