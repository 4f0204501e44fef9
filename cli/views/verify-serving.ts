import type { Row } from '../../registry/driver/driver.ts'
import type { Keys, ServingCheck } from '../../registry/verify/serving/verify.ts'
import { differencesOf } from '../../registry/verify/serving/verify.ts'
import { jsonText } from './json.ts'
import { paint, plural } from './paint.ts'
import { day } from './progress.ts'
import { table } from './table.ts'

export function servingsView(checks: readonly ServingCheck[], options: { readonly color: boolean }): string {
  if (checks.length === 0) return 'The project declares no servings.\n'
  const p = paint(options.color)
  return checks
    .map(c => {
      const rows = c.features.map(f => [f.column, f.mismatched === 0 ? 'as computed again' : `${f.mismatched} DIFFER`])
      const told = c.features.flatMap(f =>
        f.examples.map(e => `  ${p.bold(f.column)} of ${keyText(e.keys)}: served ${e.served ?? 'NULL'}, as of then ${e.offline ?? 'NULL'}\n`),
      )
      const keys = [keysLine('missing', c.missing), keysLine('served without a row', c.extra)].filter(l => l !== '')
      const sum = `${plural(c.compared, 'key')} compared${c.moment === null ? '' : ` as of ${day(c.moment)}`}`
      const said = differencesOf(c) === 0 ? p.bold(p.green('no difference.')) : p.bold(p.red(`${plural(differencesOf(c), 'difference')}.`))
      return `${p.bold(c.serving)}\n${table(['feature', ''], rows, p)}${told.join('')}${keys.join('')}${sum}: ${said}\n`
    })
    .join('\n')
}

function keyText(keys: Row): string {
  const pairs = Object.entries(keys).map(([k, v]) => `${k}=${v}`)
  return pairs.length === 0 ? 'the one row' : pairs.join(', ')
}

function keysLine(what: string, { count, keys }: Keys): string {
  if (count === 0) return ''
  return `  ${plural(count, 'key')} ${what}: ${keys.map(keyText).join('; ')}${count > keys.length ? '; ...' : ''}\n`
}

export function servingsJson(checks: readonly ServingCheck[]): string {
  return jsonText({ servings: checks.map(c => ({ ...c, differences: differencesOf(c) })) })
}
