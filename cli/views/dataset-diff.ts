import type { DatasetDiff } from '../../registry/dataset/diff.ts'
import type { Verified } from '../../registry/dataset/verify.ts'
import type { Shown } from './dataset.ts'
import { outputText } from './dataset.ts'
import { jsonText } from './json.ts'
import { paint, plural } from './paint.ts'
import { table } from './table.ts'

export function diffView(d: DatasetDiff, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const lines = [
    `${p.bold(`${d.a} -> ${d.b}`)}  ${d.sameChecksum ? p.green('the same rows') : `${p.green(`${d.rows.added} added`)}, ${p.red(`${d.rows.removed} removed`)}, ${d.rows.both} in both`}\n`,
    ...(d.definition.length === 0 ? [] : [`${p.dim('definition')}  ${d.definition.join(', ')}\n`]),
    ...(d.inputs.length === 0 ? [] : [`${p.dim('inputs')}      ${d.inputs.join(', ')}\n`]),
    ...(d.onlyA.length === 0 ? [] : [`${p.dim(`only ${d.a}`)}  ${d.onlyA.join(', ')}\n`]),
    ...(d.onlyB.length === 0 ? [] : [`${p.dim(`only ${d.b}`)}  ${d.onlyB.join(', ')}\n`]),
  ]
  const changed = d.columns.filter(c => c.changed > 0 || c.nullsA !== c.nullsB)
  if (changed.length === 0) return lines.join('')
  const number = (n: number | null): string => (n === null ? '' : String(Number(n.toPrecision(6))))
  const rate = (nulls: number): string => percent(d.rows.both === 0 ? 0 : nulls / d.rows.both)
  const rows = changed.map(c => [c.name, String(c.changed), percent(c.share), number(c.most), number(c.mean), `${rate(c.nullsA)} -> ${rate(c.nullsB)}`])
  return `${lines.join('')}\n${table(['COLUMN', 'CHANGED', 'SHARE', 'MOST', 'MEAN', 'NULLS'], rows, p)}`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}

export function diffJson(diff: DatasetDiff): string {
  return jsonText({ ...diff })
}

export function verifyView(v: Verified, options: Shown): string {
  const p = paint(options.color)
  const name = `${v.version.name}@${v.version.n}`
  const written = v.output === null ? '' : `written to ${outputText({ output: v.output }, options.cwd)}\n`
  if (v.same) return `${p.bold(p.green(`${name} is the same:`))} ${plural(v.rows, 'row')}, checksum ${v.checksum}\n${written}`
  const why = v.changed.length === 0 ? ['no input that is kept track of'] : v.changed
  return `${p.bold(p.red(`${name} is not the same:`))} checksum ${v.checksum} where it was ${v.version.checksum}\n${why.map(w => `  changed: ${w}\n`).join('')}${written}`
}

export function verifyJson({ version, ...found }: Verified): string {
  return jsonText({ name: version.name, n: version.n, was: version.checksum, ...found })
}
