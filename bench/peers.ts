import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from '../registry/driver/driver.ts'
import type { Peer } from './peers/environment.ts'
import { peers } from './peers/environment.ts'
import type { Cost, Product, Workload } from './workload.ts'
import { costOf, dayAt, eventStatements, median, product, sessionAt, writeWorkload } from './workload.ts'

const counts = [7, 30, 90].map(n => `n_${n}`)
const values = [...[7, 30, 90].flatMap(n => [`sum_${n}`, `max_${n}`]), 'ok_30']

/** The events come from a Parquet file, and each point can be used as soon as it has passed. */
const config = `import { defineConfig, duckdb } from 'featplan'
export const config = defineConfig({ project: 'w1', defaultTarget: 'local', targets: { local: duckdb({ path: 'w1.duckdb', sources: { raw: './*.parquet' } }) }, defaults: { every: '1d' } })
`

/** Workloads W1 and W2 beside Polars, pandas and Feast, on the same Parquet file in the same run. */
export async function main(args: readonly string[]): Promise<void> {
  const [share, runs, what] = [Number(args[0] ?? 1), Number(args[1] ?? 3), args[2] ?? 'all']
  const found = peers()
  if ('missing' in found) return console.log(found.missing)
  const workload: Workload = { events: 5_000_000 * share, keys: 10_000 * share, days: 730, late: false }
  const root = mkdtempSync(join(tmpdir(), 'feat-peers-'))
  const p = await product()
  try {
    writeWorkload(root, workload)
    writeFileSync(join(root, 'features.config.ts'), config)
    const events = join(root, 'events.parquet')
    await inMemory(p, async driver => {
      for (const s of eventStatements(workload)) await driver.execute(s)
      await driver.execute(`COPY (SELECT * FROM raw.events ORDER BY ts) TO '${events}' (FORMAT parquet)`)
    })
    if (what !== 'w2') await backfill({ p, root, events, workload, runs, run: found.run })
    if (what !== 'w1') await training({ p, root, events, workload, runs, run: found.run, labels: 1_000_000 * share })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

interface Bench {
  readonly p: Product
  readonly root: string
  readonly events: string
  readonly workload: Workload
  readonly runs: number
  readonly run: Peer
}

// ---- W1

async function backfill(b: Bench): Promise<void> {
  const { workload, runs, root, events, run } = b
  console.log(`W1 from Parquet: ${workload.events / 1e6} M events, ${workload.keys} keys, ${workload.days} days, 10 features; medians of ${runs} runs`)
  const all: Record<string, Cost>[] = []
  for (let i = 0; i < runs; i++) {
    const polars = join(root, 'polars.parquet')
    const pandas = join(root, 'pandas.parquet')
    const ours = async (): Promise<Cost> => filled(b, driver => sameAs(driver, { Polars: polars, pandas }))
    const theirs = { Polars: run('w1_polars.py', events, polars), pandas: run('w1_pandas.py', events, pandas) }
    all.push({ feat: await ours(), ...theirs })
  }
  for (const name of ['feat', 'Polars', 'pandas']) {
    const of = (c: keyof Cost): number => median(all.map(r => r[name]![c]))
    const ratio = (c: keyof Cost): string => median(all.map(r => r[name]![c] / r['feat']![c])).toFixed(2)
    const told =
      name === 'feat' ? '' : `  ${ratio('wall')} x feat, ${ratio('cpu')} x its processor time${Number(ratio('wall')) < 1 ? '  MISSED: faster than feat' : ''}`
    console.log(`  ${name.padEnd(24)} ${of('wall').toFixed(2)} s  (processor ${of('cpu').toFixed(2)} s)${told}`)
  }
  console.log('  all rows and values of the three are the same\n')
}

/** Applies and materializes W1 into a new file; what materialize costs. */
async function filled({ p, root, workload }: Bench, look: (driver: Driver) => Promise<void>): Promise<Cost> {
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

/** Every row and value of ours beside that of each peer: counts and maxima to the bit, sums and shares within rounding. */
async function sameAs(driver: Driver, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, file] of Object.entries(files)) {
    const same = [...counts, ...values].map(
      c => `(a.${c} IS NULL) = (b.${c} IS NULL) AND coalesce(abs(a.${c}::DOUBLE - b.${c}::DOUBLE) <= 1e-9 * greatest(1, abs(a.${c}::DOUBLE)), true)`,
    )
    const [row] = await driver.query(
      `SELECT count(*) AS n, count(*) FILTER (WHERE a.k IS NULL OR b.k IS NULL OR NOT (${same.join(' AND ')})) AS wrong
       FROM main.w1 AS a FULL JOIN '${file}' AS b ON a.k = b.k AND a.feature_time = b.feature_time`,
    )
    if (row!['wrong'] !== 0 || row!['n'] === 0) throw new Error(`${row!['wrong']} of ${row!['n']} rows differ from ${name}`)
  }
}

// ---- W2

async function training(b: Bench & { readonly labels: number }): Promise<void> {
  const { root, run, runs, workload } = b
  const [daily, labels, theirs] = ['daily', 'labels', 'feast'].map(n => join(root, `${n}.parquet`)) as [string, string, string]
  console.log(`W2: ${b.labels / 1e6} M labels x 10 features of ${(workload.keys * workload.days) / 1e6} M daily rows; medians of ${runs} runs`)
  const all: { readonly feast: Cost & { readonly memory: number }; readonly join: Cost }[] = []
  await filled(b, async driver => {
    await driver.execute(
      `COPY (SELECT k::BIGINT AS k, feature_time, ${[...counts.map(c => `${c}::BIGINT AS ${c}`), ...values.map(c => `${c}::DOUBLE AS ${c}`)].join(', ')} FROM main.w1) TO '${daily}' (FORMAT parquet)`,
    )
    await driver.execute(`COPY (SELECT i AS label_id, (hash(i) % ${workload.keys})::BIGINT AS k,
      TIMESTAMP '${dayAt(90).slice(0, 10)}' + INTERVAL 1 SECOND * (1 + hash(i + 77) % ${(workload.days - 91) * 86_400})::BIGINT AS event_timestamp FROM range(${b.labels}) AS t(i)) TO '${labels}' (FORMAT parquet)`)
    for (let i = 0; i < runs; i++) {
      const feast = run('feast_training.py', daily, labels, theirs, root, counts.join(), values.join())
      const columns = [...counts, ...values].map(c => `f.${c}`).join(', ')
      const join = await costOf(() =>
        driver.execute(
          `CREATE OR REPLACE TABLE joined AS SELECT l.label_id, l.k, l.event_timestamp, ${columns} FROM '${labels}' AS l LEFT JOIN main.w1 AS f ON f.k = l.k AND f.feature_time = date_trunc('day', l.event_timestamp)`,
        ),
      )
      await sameTraining(driver, theirs, 'joined')
      all.push({ feast, join })
    }
  })
  const of = (name: 'feast' | 'join', c: keyof Cost): string => median(all.map(r => r[name][c])).toFixed(2)
  const ratio = median(all.map(r => r.feast.wall / r.join.wall))
  console.log(`  DuckDB's equality join   ${of('join', 'wall')} s  (processor ${of('join', 'cpu')} s)`)
  console.log(
    `  Feast, DuckDB store      ${of('feast', 'wall')} s  (processor ${of('feast', 'cpu')} s)  ${ratio.toFixed(1)} x the join, up to ${(median(all.map(r => r.feast.memory)) / 1e9).toFixed(1)} GB`,
  )
}

async function sameTraining(driver: Driver, theirs: string, ours: string): Promise<void> {
  const same = [...counts, ...values].map(
    c => `coalesce(abs(a.${c}::DOUBLE - b.${c}::DOUBLE) <= 1e-9 * greatest(1, abs(b.${c}::DOUBLE)), (a.${c} IS NULL) = (b.${c} IS NULL))`,
  )
  const [row] = await driver.query(
    `SELECT count(*) AS n, count(*) FILTER (WHERE a.label_id IS NULL OR b.label_id IS NULL OR NOT (${same.join(' AND ')})) AS wrong FROM ${ours} AS a FULL JOIN '${theirs}' AS b USING (label_id)`,
  )
  if (row!['wrong'] !== 0) throw new Error(`${row!['wrong']} of ${row!['n']} labels differ from Feast`)
}

async function inMemory(p: Product, work: (driver: Driver) => Promise<void>): Promise<void> {
  const driver = await p.registry.openDuckdb({ path: ':memory:' })
  await work(driver).finally(() => driver.close())
}
