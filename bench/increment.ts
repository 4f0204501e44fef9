import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from '../registry/driver/driver.ts'
import type { Cost, Product, Workload } from './workload.ts'
import { costOf, dayAt, eventStatements, median, product, sessionAt, writeWorkload } from './workload.ts'

/** A day after ten times the history may take so many times as long. */
const bar = 1.3

/** Days of the short history, which is longer than the longest window. */
const short = 100

async function materializeAt(p: Product, root: string, driver: Driver, now: string): Promise<Cost> {
  const session = await sessionAt(p, root, driver, now)
  return costOf(() => p.registry.materialize(session, { from: null, to: null, only: [] }))
}

interface Times {
  readonly history: Cost
  readonly days: readonly Cost[]
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
    const days: Cost[] = []
    for (let i = 0; i < further; i++) {
      // the day's events: those of some former day, moved
      const moved = `INTERVAL ${workload.days + i - 1} DAY`
      await driver.execute(
        `INSERT INTO raw.events SELECT * REPLACE (ts + ${moved} AS ts${workload.late ? `, known_at + ${moved} AS known_at` : ''}) FROM raw.events WHERE ts >= TIMESTAMP '${dayAt(1).slice(0, 10)}' AND ts < TIMESTAMP '${dayAt(2).slice(0, 10)}'`,
      )
      days.push(await materializeAt(p, root, driver, dayAt(workload.days + i + 1, 6)))
    }
    return { history, days }
  } finally {
    driver.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** One further day of W1 after a history and after one ten times as long: it costs the day, not the history. */
export async function main(args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1)
  const further = Number(args[1] ?? 5)
  const p = await product()
  console.log(`One further day of W1 (${10_000 * share} keys, 10 features); medians of ${further} days`)
  for (const late of [false, true]) {
    const ofDays = (days: number): Workload => ({ events: Math.round((5_000_000 * share * days) / 730), keys: 10_000 * share, days, late })
    const [one, ten] = [await measure(p, ofDays(short), further), await measure(p, ofDays(10 * short), further)]
    const day = (t: Times, of: keyof Cost): number => median(t.days.map(d => d[of]))
    const line = (after: number, t: Times): string =>
      `  after ${after} days  ${day(t, 'wall').toFixed(2)} s  (processor ${day(t, 'cpu').toFixed(2)} s)   the history took ${t.history.wall.toFixed(2)} s  (processor ${t.history.cpu.toFixed(2)} s)`
    const ratio = (of: keyof Cost): number => day(ten, of) / day(one, of)
    console.log(late ? 'with known time, 5% of the rows late' : 'without known time')
    console.log(`${line(short, one)}\n${line(10 * short, ten)}`)
    console.log(
      `  ratio           ${ratio('wall').toFixed(2)}, of processor time ${ratio('cpu').toFixed(2)}  (bar ${bar}${ratio('wall') > bar ? ', MISSED' : ''})`,
    )
  }
}
