import { jsonText } from './json.ts'
import { indent, paint, plural } from './paint.ts'

export interface Check {
  readonly name: string
  readonly outcome: 'ok' | 'warning' | 'error'
  readonly detail: string
}

export function doctorView(checks: readonly Check[], options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const mark = { ok: p.green('ok     '), warning: p.yellow('warning'), error: p.red('error  ') }
  const width = Math.max(...checks.map(c => c.name.length))
  const lines = checks.map(c => `${mark[c.outcome]}  ${c.name.padEnd(width)}  ${indent(c.detail, width + 11).trimStart()}\n`)
  const wrong = checks.filter(c => c.outcome === 'error').length
  return `${lines.join('')}\n${wrong === 0 ? p.green('Everything that was checked is fine.') : p.red(`${plural(wrong, 'check')} failed.`)}\n`
}

export function doctorJson(checks: readonly Check[]): string {
  return jsonText({ healthy: checks.every(c => c.outcome !== 'error'), checks })
}
