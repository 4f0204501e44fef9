import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driver } from '../registry/driver/driver.ts'
import type { Bench } from './peers/bench.ts'
import { counts, filled, inMemory, values } from './peers/bench.ts'
import { peers } from './peers/environment.ts'
import { training } from './peers/training.ts'
import type { Cost, Workload } from './workload.ts'
import { eventStatements, median, product, writeWorkload } from './workload.ts'

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
