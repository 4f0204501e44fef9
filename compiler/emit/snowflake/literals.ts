import type { LiteralValue } from '../../ir/scalar.ts'
import type { Type } from '../../ir/type.ts'
import { dayText, exactDigits, floatDigits, printable, timestampText } from '../literals.ts'
import { typeSql } from './types.ts'

/** Upper case, as the engine keeps names that people write without quotes. */
export function quote(name: string): string {
  return `"${name.toUpperCase().replaceAll('"', '""')}"`
}

/** Quotes and backslashes are special. */
export function textLiteral(value: string): string {
  return `'${printable(value).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

export function literal(value: LiteralValue, type: Type): string {
  if (value === null) return `CAST(NULL AS ${typeSql(type)})`
  switch (type.kind) {
    case 'text':
      return textLiteral(String(value))
    case 'flag':
      return value ? 'TRUE' : 'FALSE'
    case 'int':
    case 'decimal':
      return exactDigits(value)
    case 'float':
      return floatSql(floatDigits(value))
    case 'date':
      return `DATE '${dayText(value)}'`
    case 'time':
      return `CAST('${timestampText(value)}' AS TIMESTAMP_NTZ(6))`
    case 'json':
      return `PARSE_JSON(${textLiteral(String(value))})`
  }
}

/** Up to fifteen digits are the same number as a decimal and as a float; others are read from text. */
function floatSql(digits: string): string {
  return /^-?[\d.]{1,16}$/.test(digits) ? `CAST(${digits} AS FLOAT)` : `CAST('${digits}' AS FLOAT)`
}
