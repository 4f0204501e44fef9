import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import type { Shown } from './dataset.ts'
import { outputText } from './dataset.ts'
import { jsonText } from './json.ts'
import type { Breach } from './materialize.ts'
import { breachLines } from './materialize.ts'
import { paint } from './paint.ts'
import { day } from './progress.ts'
import { table } from './table.ts'

/** What exists in one target and environment. */
export interface Status {
  readonly project: string
  readonly target: string
  readonly environment: string
  /** The file or database that holds it. */
  readonly warehouse: string
  readonly objects: readonly StatusObject[]
  /** Rows of sources that are in no value because they came too late. */
  readonly breaches: readonly Breach[]
  /** The newest version of each that was ever built. */
  readonly datasets: readonly StatusDataset[]
  /** What shows values: commands and queries. */
  readonly lookAt: readonly string[]
}

export interface StatusDataset extends Pick<DatasetVersion, 'name' | 'n' | 'known' | 'builtAt' | 'output'> {
  readonly rows: number
}

export interface StatusObject {
  readonly address: string
  /** What people query; null for what has no public name. */
  readonly relation: string | null
  readonly columns: number
  readonly rows: number | null
  /** The first and the last computed point, ISO instants. */
  readonly covered: { readonly from: string; readonly to: string } | null
}

export function statusView(s: Status, options: Shown): string {
  const p = paint(options.color)
  const head = `${p.bold(s.project)} on target ${s.target}${s.environment === 'main' ? '' : `, environment ${s.environment}`}: ${s.warehouse}\n\n`
  if (s.objects.length === 0) return `${head}Nothing was applied yet. feat plan shows what would be.\n`
  const rows = s.objects.map(o => [
    o.relation ?? '',
    o.address,
    String(o.columns),
    o.rows === null ? '' : String(o.rows),
    o.covered === null ? '' : `${day(o.covered.from)}..${day(o.covered.to)}`,
  ])
  const built = s.datasets.map(d => [`${d.name}@${d.n}`, String(d.rows), d.known, outputText(d, options.cwd)])
  const datasets = built.length === 0 ? '' : `\n${table(['DATASET', 'ROWS', 'KNOWN BEFORE', 'OUTPUT'], built, p)}`
  return `${head}${table(['RELATION', 'ADDRESS', 'COLUMNS', 'ROWS', 'COMPUTED'], rows, p)}${datasets}${s.breaches.length === 0 ? '' : `\n${breachLines(s.breaches, options)}`}${s.lookAt.length === 0 ? '' : `\nWhere to look:\n${s.lookAt.map(l => `  ${l}\n`).join('')}`}`
}

export function statusJson(s: Status): string {
  return jsonText({ ...s })
}
