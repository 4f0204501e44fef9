import { secondsOf } from '../../compiler/base/instant.ts'
import { spanText } from '../../compiler/base/interval.ts'
import { nameText } from '../../compiler/ir/name.ts'
import { stepOf } from '../../compiler/ir/resource.ts'
import type { Coverage, RecordedStorage, StateRecord } from '../../compiler/ir/state.ts'
import { typeName } from '../../compiler/ir/type.ts'
import { jsonText } from './json.ts'
import { paint } from './paint.ts'
import { day } from './progress.ts'
import { fields, table } from './table.ts'

export function stateListView(records: readonly StateRecord[]): string {
  return records.map(r => `${r.address}\n`).join('')
}

export function stateListJson(records: readonly StateRecord[]): string {
  return jsonText({ addresses: records.map(r => r.address) })
}

/** Everything that state holds about one address. */
export interface ShownRecord {
  readonly record: StateRecord
  readonly storages: readonly RecordedStorage[]
  readonly coverage: readonly Coverage[]
}

export function stateShowView({ record, storages, coverage }: ShownRecord, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const { applied } = record
  const every = stepOf(applied.filling)
  const facts: readonly (readonly [string, string])[] = [
    ['environment', record.environment],
    ['kind', applied.served === undefined ? applied.kind : `${applied.kind}, as ${applied.served.kind}`],
    ['public name', applied.publicName === null ? 'none' : nameText(applied.publicName)],
    ['protected', record.protect ? 'yes' : 'no'],
    ['applied by', `feat ${record.tool}${record.plan === '' ? '' : `, plan ${record.plan}`}`],
    ['storages', storages.map(s => `${nameText(s.storage.name)}${s.storage.first ? '  owns the rows' : ''}  of environment ${s.owner}`).join('\n') || 'none'],
    ['coverage', coverage.map(c => `${spanText({ from: secondsOf(c.from), to: secondsOf(c.to) }, every)}  known to ${day(c.knownTo)}`).join('\n') || 'none'],
  ]
  const columns = applied.columns.map(c => [c.name, typeName(c.type), c.nullable ? 'NULL' : 'NOT NULL', c.of ?? ''])
  const definitions = record.definitions.map(d => [d.address as string, d.formula] as const)
  return [
    `${p.bold(record.address)}\n${fields(facts, p)}\n`,
    table(['COLUMN', 'TYPE', '', 'OF'], columns, p),
    definitions.length === 0 ? '' : `\n${p.dim('applied definitions')}\n${fields(definitions, p)}`,
  ].join('')
}

export function stateShowJson(shown: ShownRecord): string {
  return jsonText({ ...shown })
}
