import type { Below } from './engine.ts'
import { unmangled } from './names.ts'
import type { ColumnType } from './types.ts'
import { booleanType, numberType, textType, timestamp, typeOfBelow } from './types.ts'

export interface ResultColumn {
  readonly name: string
  readonly type: ColumnType
  readonly nullable: boolean
}

export interface Stats {
  readonly numRowsInserted: number
  readonly numRowsDeleted: number
  readonly numRowsUpdated: number
  readonly numDmlDuplicates: number
}

/** What a statement answers, its cells as they go over the wire. */
export interface Answer {
  readonly columns: readonly ResultColumn[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly typeId: number
  readonly stats: Stats | null
}

/** Numbers of kinds of statements; those of SELECT, INSERT, UPDATE, DELETE, CREATE TABLE and DROP were recorded. */
export const typeIds = {
  select: 4096,
  insert: 12_544,
  update: 12_800,
  delete: 13_056,
  merge: 13_312,
  other: 24_576,
  createTable: 24_833,
  drop: 25_344,
} as const

export function queryAnswer(below: Below): Answer {
  const types = below.types.map(typeOfBelow)
  return {
    columns: below.names.map((name, i) => ({ name: unmangled(name), type: types[i]!, nullable: true })),
    rows: below.rows.map(row => row.map((value, i) => cell(value, types[i]!))),
    typeId: typeIds.select,
    stats: null,
  }
}

/** The single row in which DDL says what it did. */
export function statusAnswer(text: string, typeId: number = typeIds.other): Answer {
  return { columns: [{ name: 'status', type: textType, nullable: true }], rows: [[text]], typeId, stats: null }
}

/** Columns of listings that are no texts, by their names. */
const listedTypes: Readonly<Record<string, ColumnType>> = {
  ...Object.fromEntries(['created_on', 'resumed_on', 'updated_on', 'refreshed_on', 'compacted_on', 'data_timestamp'].map(n => [n, timestamp('LTZ', 3)])),
  ...Object.fromEntries(
    ['rows', 'bytes', 'min_cluster_count', 'max_cluster_count', 'started_clusters', 'running', 'queued', 'auto_suspend'].map(n => [n, numberType]),
  ),
  is_interactive: booleanType,
}

/** What the emulator itself lists: SHOW, DESCRIBE. Moments are milliseconds since 1970, flags are `true` and `false`. */
export function listAnswer(columns: readonly string[], rows: readonly (readonly (string | number | boolean | null)[])[]): Answer {
  const types = columns.map(name => listedTypes[name] ?? textType)
  return {
    columns: columns.map((name, i) => ({ name, type: types[i]!, nullable: true })),
    rows: rows.map(row => row.map((value, i) => listed(value, types[i]!))),
    typeId: typeIds.select,
    stats: null,
  }
}

function listed(value: string | number | boolean | null, type: ColumnType): string | null {
  if (value === null) return null
  if (type.wire === 'timestamp_ltz') return (Number(value) / 1000).toFixed(3)
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}

const counted = { type: { ...numberType, precision: 19, text: 'NUMBER(19,0)' }, nullable: false }

const none: Stats = { numRowsInserted: 0, numRowsDeleted: 0, numRowsUpdated: 0, numDmlDuplicates: 0 }

export function insertAnswer(rows: number): Answer {
  return {
    columns: [{ name: 'number of rows inserted', ...counted }],
    rows: [[String(rows)]],
    typeId: typeIds.insert,
    stats: { ...none, numRowsInserted: rows },
  }
}

export function deleteAnswer(rows: number): Answer {
  return { columns: [{ name: 'number of rows deleted', ...counted }], rows: [[String(rows)]], typeId: typeIds.delete, stats: { ...none, numRowsDeleted: rows } }
}

export function updateAnswer(rows: number): Answer {
  return {
    columns: [
      { name: 'number of rows updated', ...counted },
      { name: 'number of multi-joined rows updated', ...counted },
    ],
    rows: [[String(rows), '0']],
    typeId: typeIds.update,
    stats: { ...none, numRowsUpdated: rows },
  }
}

/** The names of the columns are taken from the documentation of MERGE. */
export function mergeAnswer(counts: { readonly inserted: number; readonly updated: number; readonly deleted: number }): Answer {
  return {
    columns: ['inserted', 'updated', 'deleted'].map(what => ({ name: `number of rows ${what}`, ...counted })),
    rows: [[counts.inserted, counts.updated, counts.deleted].map(String)],
    typeId: typeIds.merge,
    stats: { ...none, numRowsInserted: counts.inserted, numRowsUpdated: counts.updated, numRowsDeleted: counts.deleted },
  }
}

/** A value as the JSON form of the engine gives it, as a real server writes it. */
function cell(value: unknown, type: ColumnType): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  switch (type.wire) {
    case 'boolean':
      return value === true ? '1' : '0'
    case 'date':
      return String(Date.parse(`${text}T00:00:00Z`) / 86_400_000)
    case 'time':
      return seconds(Date.parse(`1970-01-01T${text.slice(0, 8)}Z`), text.slice(8), 9)
    case 'timestamp_ntz':
    case 'timestamp_ltz': {
      const match = /^(\S+) (\d\d:\d\d:\d\d)(\.\d+)?/.exec(text)
      return match === null ? text : seconds(Date.parse(`${match[1]}T${match[2]}Z`), match[3] ?? '', type.scale ?? 9)
    }
    default:
      return text
  }
}

function seconds(ms: number, fraction: string, scale: number): string {
  const digits = fraction.replace('.', '').padEnd(scale, '0').slice(0, scale)
  const whole = ms / 1000
  if (whole >= 0 || /^0*$/.test(digits)) return scale === 0 ? String(whole) : `${whole}.${digits}`
  // Below zero the fraction counts on from the second before: -0.5 is -1 s and 0.5 s.
  const rest = String(10 ** scale - Number(digits)).padStart(scale, '0')
  return `${whole + 1 === 0 ? '-0' : whole + 1}.${rest}`
}
