import { jsonText } from './json.ts'
import { paint, plural } from './paint.ts'
import { day, duration, short } from './progress.ts'
import { table } from './table.ts'

export interface Materialized {
  /** The moment that counted as now. */
  readonly now: string
  readonly done: number
  readonly skipped: number
  readonly restated: readonly Restated[]
  readonly breaches: readonly Breach[]
}

/** Rows of one source that came later than its contract says. */
export interface Breach {
  readonly source: string
  readonly rows: number
  readonly from: string
  readonly to: string
}

/** What to know of rows that are in no value. */
export function breachLines(breaches: readonly Breach[], options: { readonly color: boolean }): string {
  if (breaches.length === 0) return ''
  const p = paint(options.color)
  const lines = breaches.map(b => `  ${b.source.replace(/^source\./, '')}: ${plural(b.rows, 'row')} of ${b.from === b.to ? b.from : `${b.from}..${b.to}`}\n`)
  return `${p.yellow('Came later than the contract of the source says, and in no value:')}\n${lines.join('')}feat materialize --restate computes again what they touch.\n`
}

export function materializeView(result: Materialized, milliseconds: number, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const late = breachLines(result.breaches, options)
  if (result.done + result.skipped === 0) return `${p.bold(p.green('Nothing is due.'))} Everything up to ${result.now} is computed.\n${late}`
  return `\n${p.bold(p.green('Materialize complete!'))} ${plural(result.done, 'step')} as of ${result.now} in ${duration(milliseconds)}.\n${late}`
}

export function materializeJson(result: Materialized, milliseconds: number): string {
  return jsonText({ ...result, milliseconds: Math.round(milliseconds) })
}

/** What is computed again of one view or store. */
export interface Restated {
  readonly of: string
  readonly points: number
  readonly from: string
  readonly to: string
}

/** Said before anything is computed again. */
export function restatedLines(restated: readonly Restated[]): string {
  const span = (r: Restated): string => (r.from === r.to ? day(r.from) : `${day(r.from)}..${day(r.to)}`)
  return restated.map(r => `restates ${plural(r.points, 'point')} of ${r.of.replace('#', ' ')}: ${span(r)}\n`).join('')
}

export interface Estimated {
  readonly now: string
  readonly steps: number
  readonly expected: readonly ExpectedWork[]
  readonly restated: readonly Restated[]
}

export interface ExpectedWork {
  readonly address: string
  readonly steps: number
  readonly points: number | null
  readonly rows: number | null
  readonly values: number | null
  readonly seconds: number | null
}

/** How much there is to compute, by resource; nothing was run. */
export function estimateView(e: Estimated, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  if (e.expected.length === 0) return `${p.bold(p.green('Nothing is due.'))} Everything up to ${e.now} is computed.\n`
  const number = (n: number | null): string => (n === null ? '' : short(n))
  const rows = e.expected.map(x => [
    x.address,
    String(x.steps),
    number(x.points),
    `${number(x.rows)}${x.rows !== null && x.address.startsWith('tiles.') ? ' read' : ''}`,
    number(x.values),
    x.seconds === null ? '' : duration(x.seconds * 1000),
  ])
  return [
    restatedLines(e.restated),
    table(['ADDRESS', 'STEPS', 'POINTS', 'ROWS', 'VALUES', 'EXPECTED'], rows, p),
    `\n${plural(e.steps, 'step')} as of ${e.now}, of which nothing was run. ${timeText(e.expected)}\n`,
  ].join('')
}

function timeText(expected: readonly ExpectedWork[]): string {
  const known = expected.filter(x => x.seconds !== null)
  if (known.length === 0) return 'How long it takes is unknown: no earlier run has computed enough here.'
  const total = duration(known.reduce((a, x) => a + x.seconds!, 0) * 1000)
  const rest = expected.length - known.length
  return `Expected time at the rates of earlier runs: ${total}${rest === 0 ? '' : `, without ${plural(rest, 'resource')} whose size or rate is unknown`}.`
}

export function estimateJson(e: Estimated): string {
  return jsonText({ ...e })
}
