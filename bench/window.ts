import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cost, Product, Workload } from './workload.ts'
import { costOf, dayAt, eventStatements, median, product, sessionAt, writeWorkload } from './workload.ts'

/** A new window may take so much of the first backfill. */
const bar = 0.4

interface Pair {
  readonly first: Cost
  readonly added: Cost
}

/** The first backfill, then a sum over 14 days added to the same view and applied, which fills them. */
async function measure(p: Product, workload: Workload): Promise<Pair> {
  const root = mkdtempSync(join(tmpdir(), 'feat-window-'))
  const driver = await p.registry.openDuckdb({ path: join(root, 'window.duckdb') })
  try {
    writeWorkload(root, workload)
    for (const s of eventStatements(workload)) await driver.execute(s)
    const now = dayAt(workload.days, 6)
    const before = await sessionAt(p, root, driver, now)
    await p.registry.applyPlan(before, await p.registry.makePlan(before, { allowDestroy: false }))
    const first = await costOf(() => p.registry.materialize(before, { from: null, to: null, only: [] }))
    const file = join(root, 'features', 'w1.ts')
    const more = 'sum_14: sum(happened.c.amount).over("14d"),'
    writeFileSync(file, readFileSync(file, 'utf8').replace('  n_7: ', `  ${more}\n  n_7: `))
    const after = await sessionAt(p, root, driver, now)
    const plan = await p.registry.makePlan(after, { allowDestroy: false })
    const fills = plan.steps.filter(s => s.phase === 'fill')
    const raw = fills.filter(s => s.sql.some(sql => sql.includes('"raw"."events"')))
    if (fills.length === 0 || raw.length > 0) throw new Error(`of ${fills.length} fills ${raw.length} read the source: ${raw.map(s => s.title).join(', ')}`)
    const added = await costOf(() => p.registry.applyPlan(after, plan))
    const [row] = await driver.query(
      `SELECT count(*) AS n, count(sum_14) AS filled, count(*) FILTER (WHERE sum_14 < sum_7 OR sum_14 > sum_30 OR sum_14 IS NULL AND sum_7 IS NOT NULL) AS wrong FROM main.w1`,
    )
    if (row!['filled'] === 0 || row!['wrong'] !== 0) throw new Error(`${row!['filled']} of ${row!['n']} rows are filled, ${row!['wrong']} wrong`)
    return { first, added }
  } finally {
    driver.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/** A window of another length over tiles that are there: no raw row is read. */
export async function main(args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1)
  const runs = Number(args[1] ?? 3)
  const p = await product()
  console.log(`W1 with a sum over 14 days more: ${5 * share} M events, ${10_000 * share} keys, 730 days; medians of ${runs}`)
  for (const late of [false, true]) {
    const pairs: Pair[] = []
    for (let i = 0; i < runs; i++) pairs.push(await measure(p, { events: 5_000_000 * share, keys: 10_000 * share, days: 730, late }))
    const line = (name: string, of: (x: Pair) => Cost): string =>
      `  ${name.padEnd(26)} ${median(pairs.map(x => of(x).wall)).toFixed(2)} s  (processor ${median(pairs.map(x => of(x).cpu)).toFixed(2)} s)`
    const ratio = (of: keyof Cost): number => median(pairs.map(x => x.added[of] / x.first[of]))
    console.log(late ? 'with known time, 5% of the rows late' : 'without known time')
    console.log(line('first backfill', x => x.first))
    console.log(
      `${line('a sum over 14d', x => x.added)}  ${ratio('wall').toFixed(2)} of the first, ${ratio('cpu').toFixed(2)} of its processor time${ratio('wall') > bar ? `  MISSED ${bar}` : ''}`,
    )
  }
}
