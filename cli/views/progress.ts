import { paint } from './paint.ts'

/** One thing that was done, or not, of a known number. */
export interface ProgressEvent {
  readonly index: number
  readonly total: number
  /** The phase of a step, or what a materialize does: `fill`, `capture`. */
  readonly verb: string
  /** What it is about: the title of a step, or an address. */
  readonly what: string
  readonly span: { readonly from: string; readonly to: string } | null
  readonly outcome: 'done' | 'skipped' | 'failed'
  readonly milliseconds: number
}

/** `[ 3/12] fill     view.customer_service  2024-01-01..2026-01-01  1.4s` */
export function progressLine(event: ProgressEvent, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const total = String(event.total)
  const count = p.dim(`[${String(event.index).padStart(total.length)}/${total}]`)
  const span = event.span === null ? '' : `  ${day(event.span.from)}..${day(event.span.to)}`
  const end = { done: p.dim(duration(event.milliseconds)), skipped: p.dim('already done'), failed: p.red('failed') }[event.outcome]
  return `${count} ${p.cyan(event.verb.padEnd(8))} ${event.what}${span}  ${end}\n`
}

/** A midnight is shown as its day. */
function day(instant: string): string {
  return instant.replace(/T00:00:00(\.0+)?Z$/, '')
}

/** `340ms`, `1.4s`, `2m05s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)}ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)}s`
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, '0')}s`
}
