import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { Scenario } from './kill.ts'
import { wrapDriver } from './statements.ts'

/** Runs a scenario in this process: `node script path killAt`. Dies before statement `killAt`; else prints the statements. */
export async function runToDeath(scenario: Scenario): Promise<void> {
  const [path, at] = [process.argv[2]!, Number(process.argv[3])]
  const driver = await openDuckdb({ path })
  const statements: string[] = []
  const die = (): Promise<never> => {
    process.kill(process.pid, 'SIGKILL')
    return new Promise(() => {}) // the signal comes a moment later: nothing more may run
  }
  await scenario.run(wrapDriver(driver, { before: (n, sql) => (n === at ? die() : Promise.resolve(void statements.push(sql))) }))
  if (at === statements.length + 1) await die()
  driver.close()
  process.stdout.write(JSON.stringify(statements))
}
