import type { CatalogObject, Column } from '../catalog.ts'
import type { Answer } from '../results.ts'
import { listAnswer } from '../results.ts'
import type { ColumnType } from '../types.ts'

/** SHOW COLUMNS: the type as JSON. */
export function showColumns(objects: readonly CatalogObject[]): Answer {
  const names = [
    'table_name',
    'schema_name',
    'column_name',
    'data_type',
    'null?',
    'default',
    'kind',
    'expression',
    'comment',
    'database_name',
    'autoincrement',
    'schema_evolution_record',
  ]
  const rows = objects.flatMap(o =>
    o.columns.map(c => [
      o.name.name,
      o.name.schema,
      c.name,
      dataType(c),
      String(c.nullable).toUpperCase(),
      c.default ?? '',
      'COLUMN',
      '',
      c.comment ?? '',
      o.name.database,
      '',
      null,
    ]),
  )
  return listAnswer(names, rows)
}

function dataType({ type, nullable }: Column): string {
  switch (type.wire) {
    case 'fixed':
      return JSON.stringify({ type: 'FIXED', precision: type.precision, scale: type.scale, nullable })
    case 'text':
      return JSON.stringify({ type: 'TEXT', length: type.length, byteLength: Math.min(type.length! * 4, 16_777_216), nullable, fixed: false })
    case 'time':
    case 'timestamp_ntz':
    case 'timestamp_ltz':
    case 'timestamp_tz':
      return JSON.stringify({ type: type.name, precision: 0, scale: type.scale, nullable })
    case 'binary':
      return JSON.stringify({ type: 'BINARY', length: type.length, byteLength: type.length, nullable, fixed: true })
    default:
      return JSON.stringify({ type: wireName(type), nullable })
  }
}

function wireName(type: ColumnType): string {
  return type.wire.toUpperCase()
}

/** DESCRIBE TABLE and the like. */
export function describeColumns(o: CatalogObject): Answer {
  const names = ['name', 'type', 'kind', 'null?', 'default', 'primary key', 'unique key', 'check', 'expression', 'comment', 'policy name', 'privacy domain']
  const keys = o.properties['PRIMARY KEY']?.split(',') ?? []
  const rows = o.columns.map(c => [
    c.name,
    c.type.text,
    'COLUMN',
    c.nullable ? 'Y' : 'N',
    c.default,
    keys.includes(c.name) ? 'Y' : 'N',
    'N',
    null,
    null,
    c.comment,
    null,
    null,
  ])
  return listAnswer(names, rows)
}
