import { textBelow } from '../rewrite/text.ts'
import { unsupported } from '../sql-error.ts'

/** Values as the driver binds them, by position, as SQL of the engine below. */
export function boundValues(bindings: Readonly<Record<string, { readonly type: string; readonly value: string | null }>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(bindings).map(([position, { type, value }]) => [position, boundValue(type, value)]))
}

function boundValue(type: string, value: string | null): string {
  if (value === null) return 'NULL'
  if (Array.isArray(value)) throw unsupported('array binds')
  const text = textBelow(value)
  switch (type) {
    case 'FIXED':
      return /^-?\d+$/.test(value) ? `CAST(${value} AS HUGEINT)` : `CAST(${text} AS DECIMAL(38, 9))`
    case 'REAL':
      return `CAST(${text} AS DOUBLE)`
    case 'BOOLEAN':
      return value === 'true' || value === '1' ? 'TRUE' : 'FALSE'
    case 'TEXT':
      return text
    case 'VARIANT':
      return `CAST(${text} AS JSON)`
    default:
      throw unsupported(`a bind of type ${type}`)
  }
}
