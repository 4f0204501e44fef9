import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from '../registry/driver/driver.ts'
import type { Product, Workload } from './workload.ts'
import { dayAt, eventStatements, median, product, seconds, sessionAt, writeWorkload } from './workload.ts'

/** A day after twice the history may take so many times as long as after the half. */
const bar = 1.5

async function materializeAt(p: Product, root: string, driver: Driver, now: string): Promise<number> {
  const session = await sessionAt(p, root, driver, now)
  return seconds(() => p.registry.materialize(session, { from: null, to: null, only: [] }))
}

interface Times {
  readonly history: number
  readonly days: readonly number[]
}

/** All days up to the last one first, then each further day by itself, with the events of that day. */
async function measure(p: Product, workload: Workload, further: number): Promise<Times> {
  const root = mkdtempSync(join(tmpdir(), 'feat-increment-'))
  const driver = await p.registry.openDuckdb({ path: join(root, 'increment.duckdb') })
  try {
    writeWorkload(root, workload)
    for (const s of eventStatements(workload)) await driver.execute(s)
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }))
    const history = await materializeAt(p, root, driver, dayAt(workload.days, 6))
    const days: number[] = []
    for (let i = 0; i < further; i++) {
      // the day's events: those of some former day, moved
      const moved = `INTERVAL ${workload.days + i - 1} DAY`
      await driver.execute(`INSERT INTO raw.events SELECT * REPLACE (ts + ${moved} AS ts${workload.late ? `, known_at + ${moved} AS known_at` : ''}) FROM raw.events WHERE ts >= TIMESTAMP '${dayAt(1).slice(0, 10)}' AND ts < TIMESTAMP '${dayAt(2).slice(0, 10)}'`)
      days.push(await materializeAt(p, root, driver, dayAt(workload.days + i + 1, 6)))
    }
    return { history, days }
  } finally {
    driver.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** One further day of W1, after its history and after half of it: it costs the day, not the history. */
export async function main(args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1)
  const further = Number(args[1] ?? 5)
  const p = await product()
  console.log(`One further day of W1 (${10_000 * share} keys, 10 features); medians of ${further} days`)
  for (const late of [false, true]) {
    const all = { events: 5_000_000 * share, keys: 10_000 * share, days: 730, late }
    const [whole, half] = [await measure(p, all, further), await measure(p, { ...all, events: all.events / 2, days: 365 }, further)]
    const ratio = median(whole.days) / median(half.days)
    console.log(`${late ? 'with known time, 5% of the rows late' : 'without known time'}`)
    console.log(`  after 730 days  ${median(whole.days).toFixed(2)} s   the history took ${whole.history.toFixed(2)} s`)
    console.log(`  after 365 days  ${median(half.days).toFixed(2)} s   the history took ${half.history.toFixed(2)} s`)
    console.log(`  ratio           ${ratio.toFixed(2)}  (bar ${bar}${ratio > bar ? ', MISSED' : ''})`)
  }
}
