import type { Cursor } from '../sql/cursor.ts'
import type { ColumnType } from '../types.ts'
import { typeAt } from '../types.ts'

/** A procedure is known by its name and the types of its arguments. */
export function signatureName(c: Cursor, name: string): string {
  if (c.accept('(', ')')) return `${name}()`
  return `${name}(${c.list(() => argumentType(c)).join(', ')})`
}

/** `NUMBER(38, 0)`, or `TABLE(NUMBER)` of a metric. */
export function argumentType(c: Cursor): string {
  if (c.accept('TABLE')) return `TABLE(${c.list(() => plainName(typeAt(c))).join(', ')})`
  return plainName(typeAt(c))
}

/** `VARCHAR` of `VARCHAR(10)`: lengths do not tell procedures apart. */
export function plainName(type: ColumnType): string {
  return type.text.replace(/\(.*$/, '')
}
