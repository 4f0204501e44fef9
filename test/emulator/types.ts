import { invalid } from './sql-error.ts'
import type { Cursor } from './sql/cursor.ts'

/** A type of Snowflake: its name as DESCRIBE shows it, and what holds its values below. */
export interface ColumnType {
  /** `NUMBER(38,0)` */
  readonly text: string
  /** `NUMBER`, as INFORMATION_SCHEMA says; for text `TEXT`. */
  readonly name: string
  readonly below: string
  /** As the wire says. */
  readonly wire: string
  readonly length: number | null
  readonly precision: number | null
  readonly scale: number | null
}

const simple = { length: null, precision: null, scale: null }

export const textType = text(16_777_216)
export const numberType = fixed(38, 0)
export const realType: ColumnType = { ...simple, text: 'FLOAT', name: 'FLOAT', below: 'DOUBLE', wire: 'real' }
export const booleanType: ColumnType = { ...simple, text: 'BOOLEAN', name: 'BOOLEAN', below: 'BOOLEAN', wire: 'boolean' }
export const dateType: ColumnType = { ...simple, text: 'DATE', name: 'DATE', below: 'DATE', wire: 'date' }
export const variantType: ColumnType = { ...simple, text: 'VARIANT', name: 'VARIANT', below: 'JSON', wire: 'variant' }
const binaryType: ColumnType = { ...simple, text: 'BINARY(8388608)', name: 'BINARY', below: 'BLOB', wire: 'binary', length: 8_388_608 }

export function text(length: number): ColumnType {
  return { ...simple, text: `VARCHAR(${length})`, name: 'TEXT', below: 'VARCHAR', wire: 'text', length }
}

export function fixed(precision: number, scale: number): ColumnType {
  if (precision < 1 || precision > 38 || scale > precision) throw invalid(`Invalid precision or scale NUMBER(${precision},${scale})`)
  const below = precision === 38 && scale === 0 ? 'HUGEINT' : `DECIMAL(${precision},${scale})`
  return { ...simple, text: `NUMBER(${precision},${scale})`, name: 'NUMBER', below, wire: 'fixed', precision, scale }
}

export function timestamp(kind: 'NTZ' | 'LTZ' | 'TZ', scale: number): ColumnType {
  const name = `TIMESTAMP_${kind}`
  const below = kind === 'NTZ' ? 'TIMESTAMP' : 'TIMESTAMPTZ'
  return { ...simple, text: `${name}(${scale})`, name, below, wire: name.toLowerCase(), precision: 0, scale }
}

function time(scale: number): ColumnType {
  return { ...simple, text: `TIME(${scale})`, name: 'TIME', below: 'TIME', wire: 'time', precision: 0, scale }
}

const byName: Readonly<Record<string, (args: readonly number[]) => ColumnType>> = {
  ...names(['VARCHAR', 'STRING', 'TEXT', 'CHAR VARYING', 'NVARCHAR'], args => text(args[0] ?? 16_777_216)),
  ...names(['CHAR', 'CHARACTER', 'NCHAR'], args => text(args[0] ?? 1)),
  ...names(['NUMBER', 'NUMERIC', 'DECIMAL', 'DEC'], args => fixed(args[0] ?? 38, args[1] ?? 0)),
  ...names(['INT', 'INTEGER', 'BIGINT', 'SMALLINT', 'TINYINT', 'BYTEINT'], () => numberType),
  ...names(['FLOAT', 'FLOAT4', 'FLOAT8', 'DOUBLE', 'REAL'], () => realType),
  ...names(['BOOLEAN'], () => booleanType),
  ...names(['DATE'], () => dateType),
  ...names(['TIME'], args => time(args[0] ?? 9)),
  ...names(['TIMESTAMP', 'DATETIME', 'TIMESTAMP_NTZ', 'TIMESTAMPNTZ'], args => timestamp('NTZ', args[0] ?? 9)),
  ...names(['TIMESTAMP_LTZ', 'TIMESTAMPLTZ'], args => timestamp('LTZ', args[0] ?? 9)),
  ...names(['TIMESTAMP_TZ', 'TIMESTAMPTZ'], args => timestamp('TZ', args[0] ?? 9)),
  ...names(['VARIANT'], () => variantType),
  ...names(['OBJECT', 'ARRAY'], () => variantType),
  ...names(['BINARY', 'VARBINARY'], () => binaryType),
}

function names<T>(all: readonly string[], make: T): Readonly<Record<string, T>> {
  return Object.fromEntries(all.map(n => [n, make]))
}

/** `NUMBER(38, 0)`; an unknown type is an error. */
export function typeAt(c: Cursor): ColumnType {
  const word = c.identifier()
  const name = word === 'DOUBLE' && c.accept('PRECISION') ? 'DOUBLE' : word
  const make = byName[name]
  if (make === undefined) throw invalid(`Unsupported data type '${name}'.`)
  const args = c.sees('(') ? c.list(() => c.number()) : []
  if (name === 'OBJECT' || name === 'ARRAY') return { ...variantType, text: name, name, wire: name.toLowerCase() }
  return make(args)
}

/** The type of a column that the engine computed. */
export function typeOfBelow(below: string): ColumnType {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(below)
  if (decimal !== null) return fixed(Number(decimal[1]), Number(decimal[2]))
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(below)) return numberType
  switch (below) {
    case 'DOUBLE':
    case 'FLOAT':
      return realType
    case 'BOOLEAN':
      return booleanType
    case 'DATE':
      return dateType
    case 'TIME':
      return time(9)
    case 'TIMESTAMP':
      return timestamp('NTZ', 6)
    case 'TIMESTAMP WITH TIME ZONE':
      return timestamp('LTZ', 9)
    case 'JSON':
      return variantType
    case 'BLOB':
      return binaryType
    case 'VARCHAR':
    case '"NULL"':
    case 'SQLNULL':
      return textType
    default:
      throw invalid(`a value of the engine's type ${below} has no type here`)
  }
}
