import type { Type } from '../../../compiler/ir/type.ts'
import { date, decimal, flag, float, json, text, time } from '../../../compiler/ir/type.ts'

const exact = { precision: 38, scale: 0 } as const

/** Synonyms, and the types whose parameters do not matter to us. */
const named: Readonly<Record<string, Type>> = {
  BYTEINT: decimal(38, 0),
  TINYINT: decimal(38, 0),
  SMALLINT: decimal(38, 0),
  INT: decimal(38, 0),
  INTEGER: decimal(38, 0),
  BIGINT: decimal(38, 0),
  FLOAT: float,
  FLOAT4: float,
  FLOAT8: float,
  DOUBLE: float,
  'DOUBLE PRECISION': float,
  REAL: float,
  VARCHAR: text,
  CHAR: text,
  CHARACTER: text,
  STRING: text,
  TEXT: text,
  BOOLEAN: flag,
  DATE: date,
  DATETIME: time,
  TIMESTAMP: time,
  TIMESTAMP_NTZ: time,
  // All sessions run in UTC, where the type with the session's zone shows the same moment. One with a zone of its own does not.
  TIMESTAMP_LTZ: time,
  VARIANT: json,
  OBJECT: json,
  ARRAY: json,
}

/** The type whose values a column of the engine holds; null for what features do not read. */
export function typeOfSnowflake(spelled: string): Type | null {
  const match = /^([A-Z_0-9 ]+?)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?$/i.exec(spelled.trim())
  if (match === null) return null
  const name = match[1]!.toUpperCase()
  if (name === 'NUMBER' || name === 'DECIMAL' || name === 'NUMERIC') {
    return decimal(Number(match[2] ?? exact.precision), Number(match[3] ?? exact.scale))
  }
  return named[name] ?? null
}
