import type { LeakageProof, Proof } from '../../registry/verify/leakage/prove.ts'
import { jsonText } from './json.ts'
import { paint, plural } from './paint.ts'
import { day } from './progress.ts'
import { table } from './table.ts'

/** `risk_score`, or `churn.risk_score` as a column of a dataset. */
export function proofName({ feature }: Pick<Proof, 'feature'>): string {
  return feature.startsWith('dataset.') ? feature.slice('dataset.'.length).replace('#', '.') : feature.slice(feature.lastIndexOf('.') + 1)
}

const words = { passed: 'nothing moves', failed: 'KNOWS THE FUTURE', unmoved: 'never moves' } as const

export function leakageView({ at, changes, features }: LeakageProof, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const of = (state: Proof['state']): readonly Proof[] => features.filter(f => f.state === state)
  const rows = features.map(f => [proofName(f), String(f.compared), String(f.movedLater), words[f.state]])
  const leaks = of('failed').flatMap(({ feature, leak }) => {
    if (leak === null) return []
    const keys = Object.entries(leak.keys).map(([k, v]) => `${k}=${v}`)
    const row = Object.entries(leak.by.row).map(([c, v]) => `${c}=${v ?? 'NULL'}`)
    return [
      `\n${p.bold(p.red(feature))}${keys.length === 0 ? '' : ` of ${keys.join(', ')}`} as of ${day(leak.point)}: ${leak.before ?? 'NULL'}, then ${leak.after ?? 'NULL'}\n`,
      `  by a row of ${leak.by.source} that was ${leak.by.what}: ${row.join(', ')}\n`,
    ]
  })
  const sum = `${plural(of('passed').length, 'feature')} of ${features.length} know nothing of after ${day(at)}`
  const said = of('failed').length === 0 ? p.bold(p.green(`${sum}.`)) : p.bold(p.red(`${sum}, ${of('failed').length} do.`))
  const made = `${changes.inserted} rows inserted, ${changes.changed} changed and ${changes.deleted} deleted that nobody could have known then.`
  const still =
    of('unmoved').length === 0
      ? ''
      : `Of ${plural(of('unmoved').length, 'feature')} nothing is proved: no change moved a value at any point, as of what is fixed.\n`
  return `${table(['feature', 'values as of then', 'moved later', ''], rows, p)}${leaks.join('')}\n${said} ${made}\n${still}`
}

export function leakageJson(proof: LeakageProof): string {
  const count = (state: Proof['state']): number => proof.features.filter(f => f.state === state).length
  return jsonText({ ...proof, passed: count('passed'), failed: count('failed'), unmoved: count('unmoved') })
}
