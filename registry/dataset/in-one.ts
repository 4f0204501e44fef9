import type { Driver } from '../driver/driver.ts'

/** Runs what begins and ends a transaction by itself; should it fail in between, all of it is taken back. */
export async function inOne(driver: Driver, statements: readonly string[], title: string): Promise<void> {
  if (statements.length === 1) await driver.execute(statements[0]!, title)
  else await driver.transaction(statements.slice(1, -1), title)
}
