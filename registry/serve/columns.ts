import type { Type } from '../../compiler/ir/type.ts'
import type { Value } from '../driver/driver.ts'

/** The values of one column by row number: floats in eight bytes each, all else as they are, equal texts once. */
export interface ColumnOfRows {
  readonly set: (row: number, value: Value) => void
  readonly get: (row: number) => Value
}

export function columnOf(type: Type, rows: number, texts: Map<string, string>): ColumnOfRows {
  return type.kind === 'float' ? floats(rows) : plain(rows, texts)
}

function floats(rows: number): ColumnOfRows {
  const values = new Float64Array(rows)
  const missing = new Uint8Array(rows)
  return {
    set: (row, value) => {
      if (value === null) missing[row] = 1
      else values[row] = Number(value)
    },
    get: row => (missing[row] === 1 ? null : values[row]!),
  }
}

function plain(rows: number, texts: Map<string, string>): ColumnOfRows {
  const values: Value[] = Array.from<Value>({ length: rows }).fill(null)
  return {
    set: (row, value) => {
      values[row] = typeof value === 'string' ? shared(value, texts) : value
    },
    get: row => values[row]!,
  }
}

/** Texts of which there are many are kept as they come. */
const mostShared = 100_000

function shared(text: string, texts: Map<string, string>): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  if (texts.size < mostShared) texts.set(text, text)
  return text
}
