import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Cost, Workload } from './workload.ts'
import { costOf, dayAt, eventStatements, product, sessionAt, writeWorkload } from './workload.ts'

/** The process that fills may hold so many bytes at once, whatever the size of the work. */
const bar = 2 * 1024 ** 3

interface Told extends Cost {
  readonly bytes: number
  readonly steps: number
  readonly rows: number
}

/** Writes the events of W1 into a file; in a process of its own, so that what it needs counts for nothing. */
export async function generate(root: string, workload: Workload): Promise<void> {
  const p = await product()
  writeWorkload(root, workload)
  const driver = await p.registry.openDuckdb({ path: join(root, 'w1.duckdb') })
  for (const s of eventStatements(workload)) await driver.execute(s)
  driver.close()
}

/** Applies and materializes, and tells the most memory that this process ever held. */
export async function backfill(root: string, workload: Workload): Promise<Told> {
  const p = await product()
  const driver = await p.registry.openDuckdb({ path: join(root, 'w1.duckdb') })
  try {
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }))
    let steps = 0
    const cost = await costOf(async () => {
      const { done } = await p.registry.materialize(session, { from: null, to: null, only: [] })
      steps = done
    })
    const bytes = process.resourceUsage().maxRSS * 1024
    const [row] = await driver.query('SELECT count(*) AS n FROM main.w1')
    return { ...cost, bytes, steps, rows: Number(row!['n']) }
  } finally {
    driver.close()
  }
}

function inProcess(name: 'generate' | 'backfill', root: string, workload: Workload): string {
  const script = `const m = await import(${JSON.stringify(import.meta.url)})
    process.stdout.write(JSON.stringify((await m.${name}(${JSON.stringify(root)}, ${JSON.stringify(workload)})) ?? null))`
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd })
}

/** The most memory of a process that backfills W1, which must not grow with its size. */
export function main(args: readonly string[]): void {
  const shares = args.length === 0 ? [0.2, 1] : args.map(Number)
  console.log('The most memory of a process that backfills W1 (10 features, 730 days)\n')
  for (const late of [false, true]) {
    for (const share of shares) {
      const workload: Workload = { events: 5_000_000 * share, keys: 10_000 * share, days: 730, late }
      const root = mkdtempSync(join(tmpdir(), 'feat-memory-'))
      try {
        inProcess('generate', root, workload)
        const told = JSON.parse(inProcess('backfill', root, workload)) as Told
        console.log(
          `${late ? 'known time, 5% late  ' : 'without known time   '} ${(workload.events / 1e6).toFixed(1)} M events, ${(told.rows / 1e6).toFixed(2)} M rows  ` +
            `${(told.bytes / 1024 ** 3).toFixed(2)} GB  ${told.steps} steps, ${told.wall.toFixed(1)} s (processor ${told.cpu.toFixed(1)} s)${told.bytes > bar ? '  MISSED 2 GB' : ''}`,
        )
      } finally {
        rmSync(root, { recursive: true, force: true })
      }
    }
  }
}
