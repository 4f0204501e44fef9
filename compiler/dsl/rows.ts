import type { Address } from '../base/address.ts'
import { isObject } from './part.ts'

/** The hidden property of a source, and of a source in a role: whose rows its columns and `count` read. */
export const rows = Symbol.for('featplan.rows')

export interface Rows {
  readonly source: Address
  /** Entity key -> column, where a role was chosen by `source.by(...)`. */
  readonly keys: Readonly<Record<string, string>> | null
  /** The entity whose role that is. */
  readonly entity?: string
}

export function rowsOf(x: unknown): Rows | null {
  return isObject(x) ? ((x[rows] as Rows | undefined) ?? null) : null
}
