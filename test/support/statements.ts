import { FeatError } from '../../compiler/base/diagnostic.ts'
import type { Driver, Statement } from '../../registry/driver/driver.ts'

/** What sees each statement that writes, from 1, transactions statement by statement with their BEGIN and COMMIT. */
export interface StatementHooks {
  readonly before?: (number: number, sql: string) => Promise<void>
  readonly after?: (number: number, sql: string) => Promise<void>
}

/** The same driver, with hooks around every statement that writes. */
export function wrapDriver(driver: Driver, hooks: StatementHooks): Driver {
  let number = 0
  const execute = async (sql: string, title?: string): Promise<number> => {
    const n = ++number
    await hooks.before?.(n, sql)
    const rows = await driver.execute(sql, title)
    await hooks.after?.(n, sql)
    return rows
  }
  const transaction = async (statements: readonly Statement[], title?: string): Promise<readonly number[]> => {
    await execute('BEGIN', title)
    try {
      const changed: number[] = []
      for (const s of statements) {
        const rows = await execute(typeof s === 'string' ? s : s.sql, title)
        if (typeof s !== 'string' && rows !== s.rows) throw new FeatError([s.otherwise])
        changed.push(rows)
      }
      await execute('COMMIT', title)
      return changed
    } catch (error) {
      await driver.execute('ROLLBACK').catch(() => null)
      throw error
    }
  }
  // one after the other: any order of what runs at once is as good as any other
  const atOnce = async (transactions: readonly (readonly string[])[], title?: string): Promise<void> => {
    for (const statements of transactions) await transaction(statements, title)
  }
  return { ...driver, execute, transaction, atOnce }
}
