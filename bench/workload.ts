import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Compiler from '../compiler/index.ts'
import type * as Place from '../compiler/place/index.ts'
import type { Driver } from '../registry/driver/driver.ts'
import type * as Registry from '../registry/index.ts'

/** Workload W1: events of so many keys over so many days, and ten features of each key on each day. */
export interface Workload {
  readonly events: number
  readonly keys: number
  readonly days: number
  /** With a known time, 5% of the rows up to three days late. */
  readonly late: boolean
}

const start = '2022-01-01'

/** The n-th day of the workload, as ISO instant; 1 is the first point. */
export function dayAt(n: number, hours = 0): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + (n * 24 + hours) * 3_600_000).toISOString()
}

/** The same rows for the same workload; each key has an event on the first day, so that it has a row at every point. */
export function eventStatements({ events, keys, days, late }: Workload): readonly string[] {
  const hour = (seed: number): string => `hash(i * 2 + ${seed}) % 86400`
  const day = `CASE WHEN i < ${keys} THEN 0 ELSE hash(i * 3 + 1) % ${days} END`
  const known = late ? `, ts + INTERVAL 1 SECOND * (CASE WHEN hash(ts, k) % 20 = 0 THEN 86400 + hash(k, ts) % 172800 ELSE 60 END) AS known_at` : ''
  return [
    'CREATE SCHEMA IF NOT EXISTS raw',
    `CREATE OR REPLACE TABLE raw.events AS
      SELECT *${known} FROM (
        SELECT (i % ${keys})::INTEGER AS k, TIMESTAMP '${start}' + INTERVAL 1 SECOND * ((${day}) * 86400 + ${hour(7)})::BIGINT AS ts,
          ((hash(i * 5 + 3) % 100000)::DECIMAL(18, 2) / 100)::DECIMAL(9, 2) AS amount, hash(i * 11 + 5) % 10 < 8 AS ok
        FROM range(${events}) AS r(i)) ORDER BY ts`,
  ]
}

const config = `import { defineConfig, duckdb } from 'featplan'
export const config = defineConfig({ project: 'w1', defaultTarget: 'local', targets: { local: duckdb({ path: 'w1.duckdb', sources: { raw: 'raw' } }) }, defaults: { every: '1d' } })
`

const definitions = (
  late: boolean,
): string => `import { boolean, count, entity, events, featureView, integer, max, number, rate, sum, timestamp } from 'featplan'

/** Who has events. */
export const key = entity('key', { keys: { k: integer() } })

/** What happened. */
export const happened = events('raw.events', {
  entities: [key], columns: { k: integer(), ts: timestamp(), amount: number(9, 2), ok: boolean()${late ? ', known_at: timestamp()' : ''} },
  eventTime: 'ts',${late ? " knownTime: 'known_at', lateness: '3d'," : ''} defines: [key],
})

/** Ten features over 7, 30 and 90 days. */
export const w1 = featureView('w1', { entity: key }, {
  n_7: count(happened).over('7d'), n_30: count(happened).over('30d'), n_90: count(happened).over('90d'),
  sum_7: sum(happened.c.amount).over('7d'), sum_30: sum(happened.c.amount).over('30d'), sum_90: sum(happened.c.amount).over('90d'),
  max_7: max(happened.c.amount).over('7d'), max_30: max(happened.c.amount).over('30d'), max_90: max(happened.c.amount).over('90d'),
  ok_30: rate(happened.c.ok).over('30d'),
})
`

export interface Product {
  readonly compiler: typeof Compiler
  readonly place: typeof Place
  readonly registry: typeof Registry
}

/** The product, bundled with the benchmark as it is for users. */
export async function product(): Promise<Product> {
  const [compiler, place, registry] = await Promise.all([import('../compiler/index.ts'), import('../compiler/place/index.ts'), import('../registry/index.ts')])
  return { compiler, place, registry }
}

export function writeWorkload(root: string, { late }: Workload): void {
  mkdirSync(join(root, 'features'), { recursive: true })
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  symlinkSync(fileURLToPath(new URL('..', import.meta.url)), join(root, 'node_modules', 'featplan'))
  writeFileSync(join(root, 'features.config.ts'), config)
  writeFileSync(join(root, 'features', 'w1.ts'), definitions(late))
}

/** A session on the workload's project whose run is at `now`. */
export async function sessionAt({ compiler, place, registry }: Product, root: string, driver: Driver, now: string): Promise<Registry.Session> {
  const { value, diagnostics } = await compiler.compileProject({ root, cacheDir: null })
  if (value === null) throw new Error(JSON.stringify(diagnostics))
  const placed = place.place(value.lowered.desired, value.catalog, { target: null, environment: null, values: {}, root })
  return registry.sessionOf({ compiled: value, placed: placed.value!, driver, now, tool: 'bench' })
}

/** Where the rows of the view are. */
export async function storageOf(driver: Driver, prefix: string): Promise<string> {
  const [row] = await driver.query(`SELECT schema_name || '.' || table_name AS name FROM duckdb_tables() WHERE table_name LIKE '${prefix}\\_\\_g%' ESCAPE '\\'`)
  return String(row!['name'])
}

export interface Cost {
  readonly wall: number
  /** Time of the processor, all threads: says more where other work disturbs the clock and the disk. */
  readonly cpu: number
}

export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [before, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { wall: (performance.now() - before) / 1000, cpu: (user + system) / 1e6 }
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
