import type { Type } from '../../../compiler/ir/type.ts'
import { date, decimal, flag, float, json, text, time } from '../../../compiler/ir/type.ts'

/** Decimal digits of the integer types. */
const integerDigits: Readonly<Record<string, number>> = {
  TINYINT: 3,
  UTINYINT: 3,
  SMALLINT: 5,
  USMALLINT: 5,
  INTEGER: 10,
  UINTEGER: 10,
  BIGINT: 19,
  UBIGINT: 20,
  HUGEINT: 38,
  UHUGEINT: 38,
}

const others: Readonly<Record<string, Type>> = {
  VARCHAR: text,
  UUID: text,
  BOOLEAN: flag,
  FLOAT: float,
  DOUBLE: float,
  DATE: date,
  JSON: json,
  // All sessions run in UTC, where the types with and without zone mean the same moment.
  TIMESTAMP: time,
  'TIMESTAMP WITH TIME ZONE': time,
  TIMESTAMP_S: time,
  TIMESTAMP_MS: time,
  TIMESTAMP_NS: time,
}

/** The type whose values a column of the engine holds, integers as decimals of so many digits; null for what features do not read. */
export function typeOfDuckdb(name: string): Type | null {
  const digits = integerDigits[name]
  if (digits !== undefined) return decimal(digits, 0)
  const exact = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(name)
  if (exact !== null) return decimal(Number(exact[1]), Number(exact[2]))
  return name.startsWith('ENUM(') ? text : (others[name] ?? null)
}
