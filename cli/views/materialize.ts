import { jsonText } from './json.ts'
import { paint, plural } from './paint.ts'
import { duration } from './progress.ts'

export interface Materialized {
  /** The moment that counted as now. */
  readonly now: string
  readonly done: number
  readonly skipped: number
}

export function materializeView(result: Materialized, milliseconds: number, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  if (result.done + result.skipped === 0) return `${p.bold(p.green('Nothing is due.'))} Everything up to ${result.now} is computed.\n`
  return `\n${p.bold(p.green('Materialize complete!'))} ${plural(result.done, 'step')} as of ${result.now} in ${duration(milliseconds)}.\n`
}

export function materializeJson(result: Materialized, milliseconds: number): string {
  return jsonText({ ...result, milliseconds: Math.round(milliseconds) })
}
