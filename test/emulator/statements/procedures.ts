import type { Cursor } from '../sql/cursor.ts'
import { typeAt } from '../types.ts'

/** A procedure is known by its name and the types of its arguments. */
export function signatureName(c: Cursor, name: string): string {
  if (c.accept('(', ')')) return `${name}()`
  return `${name}(${c.list(() => (c.accept('TABLE') ? `TABLE(${c.list(() => typeAt(c).name).join(', ')})` : typeAt(c).name)).join(', ')})`
}
