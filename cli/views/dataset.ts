import { isAbsolute, relative } from 'node:path'
import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import { totalRows } from '../../registry/dataset/find.ts'
import { labelsReach, newestIn } from '../../registry/dataset/request.ts'
import { diagnosticsJson } from './diagnostics.ts'
import { jsonText } from './json.ts'
import { paint, plural } from './paint.ts'
import { duration } from './progress.ts'
import { fields, table } from './table.ts'

/** How something is shown: in colors, and in which working directory. */
export interface Shown {
  readonly color: boolean
  readonly cwd: string
}

const reasons: Readonly<Record<keyof DatasetVersion['leftOut'], string>> = {
  noTime: 'without a time',
  notKnown: 'not known yet',
  labelNotKnown: 'whose label is not known yet',
  gap: 'in a gap of the split',
}

export function buildView(version: DatasetVersion, milliseconds: number, options: Shown): string {
  const p = paint(options.color)
  return `${p.bold(p.green(`Built ${version.name}@${version.n}:`))} ${plural(totalRows(version), 'row')} in ${duration(milliseconds)}.\n${fields(summary(version, options.cwd), p)}`
}

export function buildJson(version: DatasetVersion, milliseconds: number, warnings: readonly Diagnostic[]): string {
  return jsonText({ version, milliseconds: Math.round(milliseconds), diagnostics: diagnosticsJson(warnings) })
}

function summary(v: DatasetVersion, cwd: string): readonly (readonly [string, string])[] {
  const left = Object.entries(v.leftOut).flatMap(([reason, n]) => {
    const why = reason === 'labelNotKnown' ? ` (${labelsReach(v.horizons, newestIn(v))})` : ''
    return n === 0 ? [] : [`${n} ${reasons[reason as keyof typeof reasons]}${why}`]
  })
  return [
    ['output', outputText(v, cwd)],
    [
      'split',
      Object.entries(v.rows)
        .map(([part, n]) => `${part} ${n}`)
        .join(', '),
    ],
    ['examples', `${v.first} .. ${v.last}`],
    ...(left.length === 0 ? [] : [['left out', left.join(', ')] as const]),
    ...(v.nulls === undefined ? [] : [['NULL', nullsText(v.nulls, totalRows(v))] as const]),
    ['known before', v.known],
    ['checksum', v.checksum],
  ]
}

/** As many as are named on one line; all are in what --json prints. */
const mostNulls = 5

/** The features that are NULL most often, with how often. */
function nullsText(nulls: NonNullable<DatasetVersion['nulls']>, rows: number): string {
  const some = Object.entries(nulls)
    .filter(([, n]) => n > 0)
    .toSorted(([, a], [, b]) => b - a)
  if (some.length === 0) return 'no value of a feature'
  const told = some.slice(0, mostNulls).map(([name, n]) => `${name} ${n} (${((100 * n) / rows).toFixed(1)}%)`)
  return `${told.join(', ')}${some.length > mostNulls ? `, and ${some.length - mostNulls} more features` : ''}`
}

/** Where a version is: a file as it is called in the working directory, where it lies below it. */
export function outputText({ output }: Pick<DatasetVersion, 'output'>, cwd: string): string {
  if (output.kind === 'table') return output.name
  const near = relative(cwd, output.path)
  const path = near.startsWith('..') || isAbsolute(near) ? output.path : near
  return `${path} (${output.bytes} bytes, sha256 ${output.sha256.slice(0, 16)}...)`
}

/** A declared dataset with what was built of it. */
export interface ListedDataset {
  readonly name: string
  readonly description: string | null
  readonly features: number
  readonly versions: readonly DatasetVersion[]
}

export function listView(datasets: readonly ListedDataset[], options: Shown): string {
  const p = paint(options.color)
  if (datasets.length === 0) return 'No dataset is declared.\n'
  const rows = datasets.map(d => {
    const newest = d.versions.at(-1)
    const what = newest === undefined ? ['', '', 'never built'] : [`@${newest.n}`, String(totalRows(newest)), outputText(newest, options.cwd)]
    return [d.name, String(d.features), ...what]
  })
  return table(['DATASET', 'FEATURES', 'NEWEST', 'ROWS', 'OUTPUT'], rows, p)
}

export function listJson(datasets: readonly ListedDataset[]): string {
  return jsonText({ datasets })
}

export function versionView(v: DatasetVersion, options: Shown): string {
  const p = paint(options.color)
  const inputs = [
    ...v.sources.map(s => [s.address as string, String(s.rows), `newest ${s.newest ?? 'none'}`]),
    ...v.views.map(s => [s.address as string, String(s.rows), s.storages.join(', ')]),
  ]
  return [
    `${p.bold(`${v.name}@${v.n}`)}\n${fields([...summary(v, options.cwd), ['definition', v.definition], ['built', `${v.builtAt} by feat ${v.tool} on ${v.engine}`]], p)}\n`,
    table(['INPUT', 'ROWS', ''], inputs, p),
    '\n',
    table(
      ['COLUMN', 'TYPE', 'OF'],
      v.columns.map(c => [c.name, c.type, c.of ?? '']),
      p,
    ),
  ].join('')
}

export function versionJson(version: DatasetVersion): string {
  return jsonText({ version })
}
