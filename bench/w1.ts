import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from '../registry/driver/driver.ts'
import type { Cost, Product, Workload } from './workload.ts'
import { costOf, dayAt, eventStatements, median, product, sessionAt, writeWorkload } from './workload.ts'

/** At most so many times the floor. */
const bar = 1.8

/** At most so many times the floor with known time. */
const lateBar = 2.3

const floorText = readFileSync(new URL('./floor.sql', import.meta.url), 'utf8')

async function floorOf(driver: Driver): Promise<Cost> {
  const statements = floorText.split(';').filter(s => s.trim() !== '')
  const cost = await costOf(async () => {
    for (const s of statements) await driver.execute(s)
  })
  for (const t of ['tiles', 'grid', 'rows']) await driver.execute(`DROP TABLE floor_${t}`)
  return cost
}

interface Pair {
  readonly floor: Cost
  readonly ours: Cost
  readonly steps: readonly (readonly [title: string, ms: number])[]
}

/** One pair on a copy of the events: the floor and a first materialize, in turns the one or the other first. */
async function pair(p: Product, root: string, base: string, workload: Workload, turn: number): Promise<Pair> {
  const path = join(root, `run-${turn}.duckdb`)
  copyFileSync(base, path)
  const driver = await p.registry.openDuckdb({ path })
  try {
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }))
    const early = turn % 2 === 0 ? await floorOf(driver) : null
    const steps: [string, number][] = []
    const ours = await costOf(() =>
      p.registry.materialize(session, {
        from: null,
        to: null,
        only: [],
        onProgress: e => {
          if (e.state === 'done') steps.push([e.step.title, e.ms])
        },
      }),
    )
    const floor = early ?? (await floorOf(driver))
    await verify(driver, workload)
    return { floor, ours, steps }
  } finally {
    driver.close()
    rmSync(path, { force: true })
    rmSync(`${path}.wal`, { force: true })
  }
}

/** Some keys at all points, computed from the events without any of our code. */
async function verify(driver: Driver, { keys, days, late }: Workload): Promise<void> {
  const every = Math.max(1, Math.floor(keys / 20))
  const over = (value: string, n: number): string => `${value} FILTER (WHERE e.ts >= p.t - INTERVAL ${n} DAY)`
  const direct = `SELECT p.k, p.t AS feature_time,
      ${[7, 30, 90].map(n => `coalesce(${over('count(e.ts)', n)}, 0) AS n_${n}, ${over('sum(e.amount)', n)} AS sum_${n}, ${over('max(e.amount)', n)} AS max_${n}`).join(', ')},
      ${over('avg(e.ok::INTEGER)', 30)} AS ok_30
    FROM (SELECT k, t FROM (SELECT DISTINCT k FROM raw.events WHERE k % ${every} = 0), range(TIMESTAMP '${dayAt(1).slice(0, 10)}', TIMESTAMP '${dayAt(days + 1).slice(0, 10)}', INTERVAL 1 DAY) AS r(t)) AS p
    LEFT JOIN raw.events AS e ON e.k = p.k AND e.ts < p.t AND e.ts >= p.t - INTERVAL 90 DAY${late ? ' AND e.known_at < p.t' : ''} GROUP BY ALL`
  const same = [
    ...[7, 30, 90].flatMap(n => [`n_${n}`, `sum_${n}`, `max_${n}`].map(c => `a.${c} IS NOT DISTINCT FROM b.${c}`)),
    '(a.ok_30 IS NULL) = (b.ok_30 IS NULL)',
    'coalesce(abs(a.ok_30 - b.ok_30), 0) < 1e-9',
  ]
  // A key whose first event became known late has no row before.
  const missing = late ? '(b.k IS NULL AND a.n_90 > 0)' : 'b.k IS NULL'
  const [row] =
    await driver.query(`SELECT count(*) AS points, count(*) FILTER (WHERE a.k IS NULL OR ${missing} OR (b.k IS NOT NULL AND NOT (${same.join(' AND ')}))) AS wrong
    FROM (${direct}) AS a FULL JOIN (SELECT * FROM main.w1 WHERE k % ${every} = 0) AS b ON a.k = b.k AND a.feature_time = b.feature_time`)
  const [total] = await driver.query('SELECT count(*) AS n FROM main.w1')
  if (row!['wrong'] !== 0 || (!late && total!['n'] !== keys * days))
    throw new Error(`${row!['wrong']} of ${row!['points']} points differ from the direct computation; ${total!['n']} rows`)
}

/** The first materialize of W1 beside the floor: medians of pairs, without and with known times. */
export async function main(args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1)
  const runs = Number(args[1] ?? 3)
  const p = await product()
  console.log(`W1: ${5 * share} M events, ${10_000 * share} keys, 730 days, 10 features; medians of ${runs} pairs\n`)
  for (const late of [false, true]) {
    const workload: Workload = { events: 5_000_000 * share, keys: 10_000 * share, days: 730, late }
    const root = mkdtempSync(join(tmpdir(), 'feat-w1-'))
    try {
      writeWorkload(root, workload)
      const base = join(root, 'base.duckdb')
      const driver = await p.registry.openDuckdb({ path: base })
      for (const s of eventStatements(workload)) await driver.execute(s)
      driver.close()
      const pairs: Pair[] = []
      for (let i = 0; i < runs; i++) pairs.push(await pair(p, root, base, workload, i))
      report(late, pairs)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  }
}

function report(late: boolean, pairs: readonly Pair[]): void {
  const line = (name: string, of: (x: Pair) => Cost): string =>
    `  ${name.padEnd(26)} ${median(pairs.map(x => of(x).wall)).toFixed(2)} s  (processor ${median(pairs.map(x => of(x).cpu)).toFixed(2)} s)`
  const ratio = (of: keyof Cost): number => median(pairs.map(x => x.ours[of] / x.floor[of]))
  const most = late ? lateBar : bar
  const missed = ratio('wall') > most ? `  MISSED ${most} x` : ''
  console.log(late ? 'with known time, 5% of the rows late' : 'without known time')
  console.log(line('floor (three statements)', x => x.floor))
  console.log(`${line('feat materialize', x => x.ours)}  ${ratio('wall').toFixed(2)} x the floor, ${ratio('cpu').toFixed(2)} x its processor time${missed}`)
  for (const [title, ms] of pairs[0]!.steps) console.log(`    ${title}  ${(ms / 1000).toFixed(2)} s`)
}
