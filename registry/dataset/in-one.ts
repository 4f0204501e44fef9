import type { Driver } from '../driver/driver.ts'

/** Runs what begins and ends a transaction by itself; should it fail in between, all of it is taken back. */
export async function inOne(driver: Driver, statements: readonly string[], title: string): Promise<void> {
  if (statements.length === 1) await driver.execute(statements[0]!, title)
  else await driver.transaction(unbounded(statements), title)
}

/** The same in one thread of the engine. */
export async function inOneThread(driver: Driver, statements: readonly string[], title: string): Promise<void> {
  await driver.atOnce([unbounded(statements)], title)
}

function unbounded(statements: readonly string[]): readonly string[] {
  return statements.length === 1 ? statements : statements.slice(1, -1)
}
