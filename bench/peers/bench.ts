import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver } from '../../registry/driver/driver.ts'
import type { Cost, Product, Workload } from '../workload.ts'
import { costOf, dayAt, sessionAt } from '../workload.ts'
import type { Peer } from './environment.ts'

/** The features of W1: exact numbers, and those that peers have as floats. */
export const counts = [7, 30, 90].map(n => `n_${n}`)
export const values = [...[7, 30, 90].flatMap(n => [`sum_${n}`, `max_${n}`]), 'ok_30']

/** One run of the peers: a project in `root`, and the Parquet file of its events. */
export interface Bench {
  readonly p: Product
  readonly root: string
  readonly events: string
  readonly workload: Workload
  readonly runs: number
  readonly run: Peer
}

/** Applies and materializes W1 into a new file; what materialize costs. */
export async function filled({ p, root, workload }: Bench, look: (driver: Driver) => Promise<void>): Promise<Cost> {
  const path = join(root, 'w1.duckdb')
  for (const file of [path, `${path}.wal`]) rmSync(file, { force: true })
  const driver = await p.registry.openDuckdb({ path })
  try {
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }))
    const cost = await costOf(() => p.registry.materialize(session, { from: null, to: null, only: [] }))
    await look(driver)
    return cost
  } finally {
    driver.close()
  }
}

export async function inMemory(p: Product, work: (driver: Driver) => Promise<void>): Promise<void> {
  const driver = await p.registry.openDuckdb({ path: ':memory:' })
  await work(driver).finally(() => driver.close())
}
