import type { LiteralValue } from '../../ir/scalar.ts'
import type { Type } from '../../ir/type.ts'
import { dayText, exactDigits, floatDigits, printable, timestampText } from '../literals.ts'
import { typeSql } from './types.ts'

export function quote(name: string): string {
  return `"${name.toLowerCase().replaceAll('"', '""')}"`
}

/** Only quotes are special. */
export function textLiteral(value: string): string {
  return `'${printable(value).replaceAll("'", "''")}'`
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
      return `TIMESTAMP '${timestampText(value)}'`
    case 'json':
      return `CAST(${textLiteral(String(value))} AS JSON)`
  }
}

/** Only a number with an exponent is a DOUBLE here; others are exact decimals. */
function floatSql(digits: string): string {
  return digits.includes('e') ? digits : `${digits}e0`
}

/** Times have no zone, so that a day is as long as its seconds. */
export function interval(seconds: number): string {
  const [n, unit] = seconds % 86_400 === 0 ? [seconds / 86_400, 'day'] : [seconds, 'second']
  return `INTERVAL '${n} ${unit}${n === 1 ? '' : 's'}'`
}
