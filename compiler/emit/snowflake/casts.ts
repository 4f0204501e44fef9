import type { Type } from '../../ir/type.ts'
import { lenientPatterns } from '../literals.ts'
import { textLiteral } from './literals.ts'
import { typeSql } from './types.ts'

export function cast(sql: string, type: Type, lenient: boolean): string {
  if (!lenient) return `CAST(${sql} AS ${typeSql(type)})`
  switch (type.kind) {
    case 'text':
      return `CAST(${sql} AS VARCHAR)`
    case 'flag':
      return `CASE LOWER(TRIM(${sql})) WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`
    case 'int':
    case 'float':
    case 'decimal':
      return parsed(sql, lenientPatterns.number, type)
    case 'date':
      return parsed(sql, lenientPatterns.date, type)
    case 'time':
      return parsed(sql, lenientPatterns.time, type)
    case 'json':
      return `TRY_PARSE_JSON(${sql})`
  }
}

/** Every cast here rounds halves away from zero. */
export function castRounding(sql: string, type: Type): string {
  return cast(sql, type, false)
}

/** TRY_CAST alone takes more than the other engine does: days in other notations, seconds since 1970, NaN. */
function parsed(sql: string, pattern: string, type: Type): string {
  return `TRY_CAST(REGEXP_SUBSTR(TRIM(${sql}), '${pattern}', 1, 1, 'e', 1) AS ${typeSql(type)})`
}

/** A number in the path is the index of an array. */
export function json(sql: string, path: readonly string[], type: Type): string {
  const found = path.reduce((of, step) => `GET(${of}, ${/^\d+$/.test(step) ? step : textLiteral(step)})`, sql)
  if (type.kind === 'json') return found
  return type.kind === 'text' ? `CAST(${found} AS VARCHAR)` : cast(`CAST(${found} AS VARCHAR)`, type, true)
}
