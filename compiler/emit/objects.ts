import type { DialectName } from '../ir/scalar.ts'
import type { Objects } from './dialect.ts'
import { dialects } from './dialects.ts'

/** Statements for what is neither table nor view; null where the engine knows no such thing. */
export function objectsOf(dialect: DialectName): Objects | null {
  return dialects[dialect].objects
}
