import type { StepEvent } from '../../registry/apply/progress.ts'
import { paint } from './paint.ts'

/** How far a run has come. */
export interface Pace {
  /** From 0 to 1, of the values. */
  readonly share: number
  readonly valuesPerSecond: number | null
  readonly millisecondsLeft: number | null
}

/** A run of fewer values ends before anyone has read how far it has come. */
const least = 1_000_000

/** Follows a run: `values` are those of each step, by its id. What earlier steps took says what later ones will take; null where that says nothing. */
export function paceKeeper(values: ReadonlyMap<string, number | null>): (event: StepEvent) => Pace | null {
  const total = [...values.values()].reduce<number>((a, b) => a + (b ?? 0), 0)
  let [done, milliseconds] = [0, 0]
  return ({ step, state, ms }) => {
    const own = values.get(step.id) ?? 0
    if (state === 'done' && own > 0) milliseconds += ms
    if (state === 'done' || state === 'skipped') done += own
    if (total < least) return null
    const known = done > 0 && milliseconds > 0
    return {
      share: done / total,
      valuesPerSecond: known ? (done / milliseconds) * 1000 : null,
      millisecondsLeft: known ? ((total - done) / done) * milliseconds : null,
    }
  }
}

/** `  35%, 4.1 M values/s, 12s left` */
function paceText(pace: Pace | null | undefined): string {
  if (pace === null || pace === undefined) return ''
  const { share, valuesPerSecond, millisecondsLeft } = pace
  const told = [
    `${Math.floor(share * 100)}%`,
    ...(valuesPerSecond === null ? [] : [`${short(valuesPerSecond)} values/s`]),
    ...(millisecondsLeft === null || share >= 1 ? [] : [`${duration(millisecondsLeft)} left`]),
  ]
  return `  ${told.join(', ')}`
}

/** `940`, `5.2 k`, `73 M`. */
export function short(n: number): string {
  const units = ['', ' k', ' M', ' G', ' T']
  let [x, unit] = [n, 0]
  while (x >= 999.5 && unit < units.length - 1) [x, unit] = [x / 1000, unit + 1]
  return `${unit > 0 && x < 9.95 ? x.toFixed(1) : Math.round(x)}${units[unit]!}`
}

/** Takes back the line that a terminal shows while a step runs. */
const back = '\r\u001b[2K'

/** What a step that starts shows on a terminal until it has ended; nothing elsewhere. */
export function startLine(event: StepEvent, options: { readonly color: boolean; readonly tty: boolean; readonly pace: Pace | null }): string {
  if (event.state !== 'start' || !options.tty) return ''
  return `${back}${numbered(event, options)}${paint(options.color).dim(paceText(options.pace))}`
}

/** `[ 3/12] fill     view.customer_service 2024-01-01..2026-01-01  1.4s`; nothing for a step that only starts. */
export function progressLine(event: StepEvent, options: { readonly color: boolean; readonly tty?: boolean; readonly pace?: Pace | null }): string {
  if (event.state === 'start') return ''
  const p = paint(options.color)
  const end = { done: p.dim(duration(event.ms)), skipped: p.dim('already done'), failed: p.red('failed') }[event.state]
  const pace = event.state === 'failed' ? '' : p.dim(paceText(options.pace))
  return `${options.tty === true ? back : ''}${numbered(event, options)}  ${end}${pace}\n`
}

function numbered(event: StepEvent, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const [, verb, what] = /^(?:([a-z]+) )?(.*)$/s.exec(event.step.title)!
  const total = String(event.total)
  const count = p.dim(`[${String(event.index).padStart(total.length)}/${total}]`)
  return `${count} ${p.cyan((verb ?? event.step.phase).padEnd(8))} ${what!}`
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
