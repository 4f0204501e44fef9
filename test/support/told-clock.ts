import { duckdb } from '../../compiler/emit/duckdb/index.ts'
import { literal } from '../../compiler/emit/index.ts'
import { time } from '../../compiler/ir/type.ts'
import type { Driver, Statement } from '../../registry/driver/driver.ts'

/** DuckDB whose clock stands at `now`: what a statement asks of it is written in, views included, which cannot be told otherwise. */
export function toldClock(driver: Driver, now: string): Driver {
  const told = (sql: string): string => sql.replaceAll(duckdb.clock, literal(now, time, 'duckdb'))
  const statement = (s: Statement): Statement => (typeof s === 'string' ? told(s) : { ...s, sql: told(s.sql) })
  return {
    ...driver,
    execute: (sql, title) => driver.execute(told(sql), title),
    query: (sql, title) => driver.query(told(sql), title),
    transaction: (statements, title) => driver.transaction(statements.map(statement), title),
    atOnce: (transactions, title) =>
      driver.atOnce(
        transactions.map(t => t.map(told)),
        title,
      ),
    tagged: () => toldClock(driver, now),
  }
}
