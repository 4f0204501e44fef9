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
      return `CASE lower(trim(${sql})) WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`
    case 'int':
    case 'float':
    case 'decimal':
      return parsed(sql, lenientPatterns.number, type)
    case 'date':
      return parsed(sql, lenientPatterns.date, type)
    case 'time':
      return parsed(sql, lenientPatterns.time, type)
    case 'json':
      return `TRY_CAST(${sql} AS JSON)`
  }
}

/** From a float to a BIGINT halves would go to the even neighbour. */
export function castRounding(sql: string, type: Type): string {
  return type.kind === 'int' ? cast(`CAST(${sql} AS DECIMAL(38, 0))`, type, false) : cast(sql, type, false)
}

/** TRY_CAST alone takes more than the other engine does: '1_000', '0x10', '2026/1/31'. No match is '' here, which is no value of any of these types. */
function parsed(sql: string, pattern: string, type: Type): string {
  return `TRY_CAST(regexp_extract(trim(${sql}), '${pattern}', 1) AS ${typeSql(type)})`
}

/** A number in the path is the index of an array. */
export function json(sql: string, path: readonly string[], type: Type): string {
  const steps = path.map(p => (/^\d+$/.test(p) ? `[${p}]` : `."${p.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`))
  const where = textLiteral(`$${steps.join('')}`)
  return type.kind === 'json'
    ? `json_extract(${sql}, ${where})`
    : type.kind === 'text'
      ? `json_extract_string(${sql}, ${where})`
      : cast(`json_extract_string(${sql}, ${where})`, type, true)
}
