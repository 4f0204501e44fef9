import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import type { DialectName } from '../../compiler/ir/scalar.ts'
import type { Row } from './row.ts'

export type { Row, Value } from './row.ts'

export interface DescribedColumn {
  readonly name: string
  /** As the engine spells it. */
  readonly type: string
  readonly nullable: boolean
}

/** A statement of a transaction that must change exactly `rows` rows; else the transaction is taken back with that diagnostic. */
export interface Guarded {
  readonly sql: string
  readonly rows: number
  readonly otherwise: Diagnostic
}
export type Statement = string | Guarded

/**
 * What the rest of the registry needs of a warehouse. Up to `parallelism` calls are under way at once, others wait their
 * turn; a transaction is one call on one session. Every error is a FeatError with the engine's error as its cause;
 * `title` says in it what was being done.
 */
export interface Driver {
  readonly dialect: DialectName
  /** How many calls may be under way at once: 1 where they run one after the other. */
  readonly parallelism: number
  /** No other process can reach the warehouse while this driver has it open for writing. */
  readonly exclusive: boolean
  /** Runs one statement; the number of rows that it changed, 0 where it changes none. */
  readonly execute: (sql: string, title?: string) => Promise<number>
  readonly query: (sql: string, title?: string) => Promise<readonly Row[]>
  /** The columns that a query would return, without running it. */
  readonly describe: (sql: string, title?: string) => Promise<readonly DescribedColumn[]>
  /** All statements or none; the rows that each changed. */
  readonly transaction: (statements: readonly Statement[], title?: string) => Promise<readonly number[]>
  /**
   * Transactions that touch no row in common, each in one thread where the engine lets one choose, as many at once as it gains by;
   * the first failure is thrown once all that began have ended.
   */
  readonly atOnce: (transactions: readonly (readonly string[])[], title?: string) => Promise<void>
  /** The same warehouse, whose history shows that tag with each statement; an engine without a history gives itself. */
  readonly tagged: (tag: string) => Driver
  /** Interrupts what is running, if anything; its calls then fail with F606. */
  readonly cancel: () => void
  readonly close: () => void
}
