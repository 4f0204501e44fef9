import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDataset } from '../registry/dataset/build.ts'
import type { Driver } from '../registry/driver/driver.ts'
import type { Peer } from './peers/environment.ts'
import { peers } from './peers/environment.ts'
import type { Cost, Product, Workload } from './workload.ts'
import { costOf, dayAt, eventStatements, median, product, sessionAt, writeWorkload } from './workload.ts'

/** Feast takes at least so many times as long as we do. */
const bar = 12

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

/** Each point can be used as soon as it has passed, as Feast does; the labels are a file of events. */
const trainingSet = `import { dataset, events, integer, timestamp } from 'featplan'
import { key, w1 } from './w1.ts'

/** What is to be learned. */
export const labels = events('raw.labels', { entities: [key], columns: { label_id: integer(), k: integer(), outcome: integer(), event_timestamp: timestamp() }, eventTime: 'event_timestamp' })

/** Ten features as of each label. */
export const training = dataset('training', {
  spine: labels, label: labels.c.outcome, features: [w1], keep: ['label_id'], split: { train: '2023-01-01', validation: '2023-07-01' }, accept: { F455: 'made up' },
})
`

interface TrainingRun {
  readonly feat: Cost
  readonly join: Cost
  readonly feast: Cost & { readonly memory: number }
}

async function training(b: Bench & { readonly labels: number }): Promise<void> {
  const { p, root, run, runs, workload } = b
  const [daily, labels, theirs, ours] = ['daily', 'labels', 'feast', 'training'].map(n => join(root, `${n}.parquet`)) as [string, string, string, string]
  console.log(`W2: ${b.labels / 1e6} M labels x 10 features of ${(workload.keys * workload.days) / 1e6} M daily rows; medians of ${runs} runs`)
  const w1 = join(root, 'features/w1.ts')
  writeFileSync(
    w1,
    readFileSync(w1, 'utf8').replace("featureView('w1', { entity: key }", "featureView('w1', { entity: key, settle: '0s', availableAfter: '0s' }"),
  )
  writeFileSync(join(root, 'features/training.ts'), trainingSet)
  await inMemory(p, async driver => {
    const at = `TIMESTAMP '${dayAt(90).slice(0, 10)}' + INTERVAL 1 SECOND * (1 + hash(i + 77) % ${(workload.days - 91) * 86_400})::BIGINT`
    await driver.execute(
      `COPY (SELECT i AS label_id, (hash(i) % ${workload.keys})::BIGINT AS k, i % 2 AS outcome, ${at} AS event_timestamp FROM range(${b.labels}) AS t(i)) TO '${labels}' (FORMAT parquet)`,
    )
  })
  const all: TrainingRun[] = []
  await filled(b, async driver => {
    const cast = [...counts.map(c => `${c}::BIGINT AS ${c}`), ...values.map(c => `${c}::DOUBLE AS ${c}`)].join(', ')
    await driver.execute(`COPY (SELECT k::BIGINT AS k, feature_time, ${cast} FROM main.w1) TO '${daily}' (FORMAT parquet)`)
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
    const columns = [...counts, ...values].map(c => `f.${c}`).join(', ')
    for (let i = 0; i < runs; i++) {
      const feast = run('feast_training.py', daily, labels, theirs, root, counts.join(), values.join())
      const feat = await costOf(() => buildDataset(session, { dataset: 'training', from: null, to: null, known: null, out: ours, force: true, partial: false }))
      const joined = await costOf(() =>
        driver.execute(
          `COPY (SELECT l.*, ${columns} FROM '${labels}' AS l LEFT JOIN main.w1 AS f ON f.k = l.k AND f.feature_time = date_trunc('day', l.event_timestamp)) TO '${join(root, 'joined.parquet')}' (FORMAT parquet)`,
        ),
      )
      await sameTraining(driver, theirs, ours)
      all.push({ feat, join: joined, feast })
    }
  })
  told(
    "DuckDB's equality join",
    all.map(r => r.join),
    all.map(r => r.join),
  )
  told(
    'feat dataset build',
    all.map(r => r.feat),
    all.map(r => r.join),
    'the join',
  )
  told(
    'Feast, DuckDB store',
    all.map(r => r.feast),
    all.map(r => r.feat),
    'feat',
  )
  const ratio = median(all.map(r => r.feast.wall / r.feat.wall))
  console.log(
    `  Feast held up to ${(median(all.map(r => r.feast.memory)) / 1e9).toFixed(1)} GB; all labels and values are the same${ratio < bar ? `  MISSED: less than ${bar} x feat` : ''}`,
  )
}

/** One line: medians, and how many times as long as another. */
function told(name: string, of: readonly Cost[], beside: readonly Cost[], what?: string): void {
  const ratio = (c: keyof Cost): string => median(of.map((x, i) => x[c] / beside[i]![c])).toFixed(2)
  const times = what === undefined ? '' : `  ${ratio('wall')} x ${what}, ${ratio('cpu')} x its processor time`
  console.log(`  ${name.padEnd(24)} ${median(of.map(x => x.wall)).toFixed(2)} s  (processor ${median(of.map(x => x.cpu)).toFixed(2)} s)${times}`)
}

async function sameTraining(driver: Driver, theirs: string, ours: string): Promise<void> {
  const alike = (c: string): string =>
    `coalesce(abs(a.${c}::DOUBLE - b.${c}::DOUBLE) <= 1e-9 * greatest(1, abs(b.${c}::DOUBLE)), (a.${c} IS NULL) = (b.${c} IS NULL))`
  const same = [...counts, ...values].map(alike).join(' AND ')
  const [row] = await driver.query(
    `SELECT count(*) AS n, count(*) FILTER (WHERE a.label_id IS NULL OR b.label_id IS NULL OR NOT (${same})) AS wrong FROM '${ours}' AS a FULL JOIN '${theirs}' AS b USING (label_id)`,
  )
  if (row!['wrong'] !== 0 || row!['n'] === 0) throw new Error(`${row!['wrong']} of ${row!['n']} labels differ from Feast`)
}

async function inMemory(p: Product, work: (driver: Driver) => Promise<void>): Promise<void> {
  const driver = await p.registry.openDuckdb({ path: ':memory:' })
  await work(driver).finally(() => driver.close())
}
