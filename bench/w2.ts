import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from '../registry/driver/driver.ts'
import type { Session } from '../registry/index.ts'
import { statementOf } from './statement.ts'
import type { Cost, Product } from './workload.ts'
import { costOf, dayAt, eventStatements, median, product, sessionAt, storageOf, writeWorkload } from './workload.ts'

/** At most so many times DuckDB's own equality join. */
const bar = 1.5

const definition = `import { dataset, events, integer, timestamp } from 'featplan'
import { key, w1 } from './w1.ts'

/** What is to be predicted, at any moment. */
export const labels = events('raw.labels', { entities: [key], columns: { k: integer(), moment: timestamp(), y: integer() }, eventTime: 'moment', accept: { F455: 'made by the benchmark' } })

/** A million labels with ten features each. */
export const w2 = dataset('w2', { entity: key, spine: labels, label: labels.c.y, features: [w1], split: { train: '2023-01-01', validation: '2023-07-01' }, accept: { F455: 'made by the benchmark' } })
`

const features = [...[7, 30, 90].flatMap(n => [`n_${n}`, `sum_${n}`, `max_${n}`]), 'ok_30']

/** The join that anybody would write who knows that rows are by day, available an hour after midnight. */
const byHand = (storage: string): string => `CREATE OR REPLACE TABLE by_hand AS
  SELECT l.k, l.moment, CASE WHEN l.moment < TIMESTAMP '2023-01-01' THEN 'train' WHEN l.moment < TIMESTAMP '2023-07-01' THEN 'validation' ELSE 'test' END AS split, l.y, ${features.map(f => `f.${f}`).join(', ')}
  FROM raw.labels AS l LEFT JOIN ${storage} AS f ON f.k = l.k AND f.feature_time = date_trunc('day', l.moment - INTERVAL 1 HOUR)`

interface Pair {
  readonly hand: Cost
  readonly join: Cost
  readonly ordered: Cost
  readonly build: Cost
  readonly file: Cost
}

async function pair(
  session: Session,
  statements: { readonly join: string; readonly ordered: string },
  storage: string,
  turn: number,
  out: string,
): Promise<Pair> {
  const { driver } = session
  const dataset = await import('../registry/dataset/build.ts')
  const run = (sql: string): Promise<Cost> => costOf(() => driver.execute(sql))
  const first = turn % 2 === 0 ? await run(byHand(storage)) : null
  const joined = await run(`CREATE OR REPLACE TABLE ours AS ${statements.join}`)
  const hand = first ?? (await run(byHand(storage)))
  const ordered = await run(`CREATE OR REPLACE TABLE ours AS ${statements.ordered}`)
  const built = (to: string | null): Promise<Cost> =>
    costOf(() => dataset.buildDataset(session, { dataset: 'w2', from: null, to: null, known: null, out: to, force: true, partial: true }))
  return { hand, join: joined, ordered, build: await built(null), file: await built(out) }
}

/** Every label once, and the same values as by hand, and as looked up one by one on a sample. */
async function verify(driver: Driver, storage: string, n: number, file: string): Promise<void> {
  const columns = ['k', 'moment', 'split', 'y', ...features]
  const from = (table: string, label: string): string => `SELECT ${columns.map(c => (c === 'y' ? label : c)).join(', ')} FROM ${table}`
  const [row] = await driver.query(`SELECT (SELECT count(*) FROM main.w2) AS n,
    (SELECT count(*) FROM (${from('main.w2', 'label')} EXCEPT ALL ${from('by_hand', 'y')})) AS wrong,
    (SELECT count(*) FROM (${from(`'${file}'`, 'label')} EXCEPT ALL ${from('by_hand', 'y')})) + abs(${n} - (SELECT count(*) FROM '${file}')) AS other,
    (SELECT count(*) FROM (SELECT * FROM main.w2 USING SAMPLE 300 ROWS (reservoir, 7)) AS s WHERE s.n_30 IS DISTINCT FROM
      (SELECT arg_max(f.n_30, f.feature_time) FROM ${storage} AS f WHERE f.k = s.k AND f.feature_time + INTERVAL 1 HOUR <= s.moment AND f.feature_time >= s.moment - INTERVAL 2 DAY)) AS strange`)
  if (row!['n'] !== n || row!['wrong'] !== 0 || row!['other'] !== 0 || row!['strange'] !== 0)
    throw new Error(`the training set differs: ${JSON.stringify(row)}`)
}

/** W2: labels at random times joined with a daily table of ten features, beside the same join by hand. */
export async function main(args: readonly string[]): Promise<void> {
  const share = Number(args[0] ?? 1)
  const runs = Number(args[1] ?? 3)
  const p: Product = await product()
  const workload = { events: 5_000_000 * share, keys: 10_000 * share, days: 730, late: false }
  const n = 1_000_000 * share
  const root = mkdtempSync(join(tmpdir(), 'feat-w2-'))
  try {
    writeWorkload(root, workload)
    writeFileSync(join(root, 'features', 'w2.ts'), definition)
    const driver = await p.registry.openDuckdb({ path: join(root, 'w2.duckdb') })
    for (const s of eventStatements(workload)) await driver.execute(s)
    await driver.execute(`CREATE TABLE raw.labels AS SELECT (hash(i) % ${workload.keys})::INTEGER AS k,
      TIMESTAMP '${dayAt(2).slice(0, 10)}' + to_seconds((hash(i * 7 + 1) % ${728 * 86_400})::BIGINT) AS moment, (hash(i * 3) % 2)::INTEGER AS y FROM range(${n}) AS t(i)`)
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
    await p.registry.applyPlan(session, await p.registry.makePlan(session, { allowDestroy: false }))
    await p.registry.materialize(session, { from: null, to: null, only: [] })
    const storage = await storageOf(driver, 'w1')
    const statements = await statementOf(session, 'w2')
    const pairs: Pair[] = []
    for (let i = 0; i < runs; i++) pairs.push(await pair(session, statements, storage, i, join(root, 'w2.parquet')))
    await verify(driver, storage, n, join(root, 'w2.parquet'))
    driver.close()
    report(n, runs, pairs)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function report(n: number, runs: number, pairs: readonly Pair[]): void {
  const ratio = (of: keyof Pair, by: keyof Cost): number => median(pairs.map(x => x[of][by] / x.hand[by]))
  const line = (name: string, of: keyof Pair): string => {
    const [wall, cpu] = (['wall', 'cpu'] as const).map(by => median(pairs.map(x => x[of][by])).toFixed(2))
    return `  ${name.padEnd(34)} ${wall} s  (processor ${cpu} s)  ${ratio(of, 'wall').toFixed(2)} x, ${ratio(of, 'cpu').toFixed(2)} x its processor time`
  }
  console.log(`W2: ${n} labels x 10 features, snapshot accuracy; medians of ${runs} pairs`)
  console.log(line('equality join by hand', 'hand'))
  console.log(`${line('point-in-time join of feat', 'join')}${ratio('join', 'wall') > bar ? `  MISSED ${bar} x` : ''}`)
  console.log(line('the same, ordered', 'ordered'))
  console.log(line('feat dataset build into a table', 'build'))
  console.log(line('feat dataset build into Parquet', 'file'))
}
