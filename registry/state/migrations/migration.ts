import type { StateSql } from '../tables.ts'

/** What brings a state from the format before to `to`. Each statement may run twice: an engine may commit them one by one. */
export interface Migration {
  readonly to: number
  readonly statements: (sql: StateSql) => readonly string[]
}
