import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Driver } from '../../registry/driver/driver.ts'
import { bundle, repository } from './bundle.ts'
import { dumpWarehouse } from './dump.ts'
import { wrapDriver } from './statements.ts'
import { inFile } from './warehouse.ts'

/**
 * What is killed: a module that exports `scenario`. It is bundled and run in a process of its own, and imported by the
 * test for the run after, so it must not import vitest.
 */
export interface Scenario {
  /** What is there before; never killed. */
  readonly prepare?: (driver: Driver) => Promise<void>
  readonly run: (driver: Driver) => Promise<void>
}

export interface KillOptions {
  /** Path of the scenario's module. */
  readonly module: string
  /** Where warehouses are made. */
  readonly folder: string
  /** Only cuts whose file and log hold something else than those before (inside a transaction nothing changes), and of these one in so many. */
  readonly distinct?: number
}

export interface Cut {
  /** Ended before this statement; the last one after the last statement. */
  readonly point: number
  readonly statement: string
  /** What the next run left behind, and what the undisturbed one did. */
  readonly dump: unknown
  readonly expected: unknown
  /** Journal entries that still have no outcome. */
  readonly unsettled: number
}

export interface Left {
  readonly scenario: Scenario
  /** The warehouse of the undisturbed run, and the statements that wrote it. */
  readonly whole: string
  readonly statements: readonly string[]
  readonly cuts: readonly { readonly point: number; readonly path: string }[]
}

/**
 * Runs the scenario once undisturbed and keeps what the file and its log hold before each statement that writes (which
 * is right after the one before), and at the end: what a process that is killed there leaves. Continues from each.
 */
export async function cutEverywhere({ module, folder, distinct }: KillOptions): Promise<readonly Cut[]> {
  const { scenario, start } = await prepared(module, folder, 'cut')
  const whole = freshCopy(start, join(folder, 'cut-whole.duckdb'))
  const statements: string[] = []
  const points: number[] = []
  const keep = (point: number): void => {
    const path = freshCopy(whole, join(folder, `cut-${point}.duckdb`))
    const former = points.at(-1)
    if (distinct !== undefined && former !== undefined && contentOf(path) === contentOf(join(folder, `cut-${former}.duckdb`))) return
    points.push(point)
  }
  const expected = await inFile(whole, async driver => {
    await scenario.run(
      wrapDriver(driver, {
        before: async (n, sql) => {
          statements.push(sql)
          keep(n)
        },
      }),
    )
    keep(statements.length + 1)
    return dumpWarehouse(driver)
  })
  const cuts: Cut[] = []
  for (const point of points.filter((_, i) => i % (distinct ?? 1) === 0))
    cuts.push(await continued(scenario, join(folder, `cut-${point}.duckdb`), point, statements, expected))
  return cuts
}

/** What processes leave that die by SIGKILL before the statements `points` of `total`: the warehouse of each. */
export async function leftBy({ module, folder }: KillOptions, points: (total: number) => readonly number[]): Promise<Left> {
  const { scenario, start } = await prepared(module, folder, 'kill')
  const child = await bundle(
    module,
    `import { scenario } from ${JSON.stringify(module)}
    import { runToDeath } from ${JSON.stringify(join(repository, 'test/support/kill-child.ts'))}
    await runToDeath(scenario)`,
  )
  const whole = freshCopy(start, join(folder, 'kill-whole.duckdb'))
  const { statements } = await runChild(child, whole, 0)
  const cuts: { readonly point: number; readonly path: string }[] = []
  for (const point of points(statements.length)) {
    const path = freshCopy(start, join(folder, `kill-${point}.duckdb`))
    const { signal } = await runChild(child, path, point)
    if (signal !== 'SIGKILL') throw new Error(`the child was to die before statement ${point}, but it ended by ${signal ?? 'itself'}`)
    cuts.push({ point, path })
  }
  return { scenario, whole, statements, cuts }
}

/** The same, and run again over what they left, for the proof that a cut is a kill. */
export async function killAt(options: KillOptions, points: (total: number) => readonly number[]): Promise<readonly Cut[]> {
  const { scenario, whole, statements, cuts } = await leftBy(options, points)
  const expected = await inFile(whole, d => dumpWarehouse(d))
  const killed: Cut[] = []
  for (const { point, path } of cuts) killed.push(await continued(scenario, path, point, statements, expected))
  return killed
}

async function prepared(module: string, folder: string, name: string): Promise<{ readonly scenario: Scenario; readonly start: string }> {
  const { scenario } = (await import(pathToFileURL(module).href)) as { readonly scenario: Scenario }
  const start = join(folder, `${name}-start.duckdb`)
  await inFile(start, async driver => scenario.prepare?.(driver))
  return { scenario, start }
}

/** A normal run over what was left. */
async function continued(scenario: Scenario, path: string, point: number, statements: readonly string[], expected: unknown): Promise<Cut> {
  return inFile(path, async driver => {
    await scenario.run(driver)
    const [left] = await driver.query("SELECT count(*) AS n FROM feat.journal WHERE outcome = 'intent'")
    return { point, statement: statements[point - 1] ?? 'the end', dump: await dumpWarehouse(driver), expected, unsettled: Number(left!['n']) }
  })
}

async function runChild(script: string, path: string, killAt: number): Promise<{ readonly signal: string | null; readonly statements: readonly string[] }> {
  const child = spawn(process.execPath, [script, path, String(killAt)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (d: Buffer) => {
    out += d.toString()
  })
  child.stderr.on('data', (d: Buffer) => {
    err += d.toString()
  })
  const [code, signal] = await new Promise<[number | null, string | null]>(resolve => child.on('close', (c, s) => resolve([c, s])))
  if (code !== null && code !== 0) throw new Error(`the child failed: ${err}`)
  return { signal, statements: signal === null ? (JSON.parse(out) as string[]) : [] }
}

function contentOf(path: string): string {
  const hash = createHash('sha256').update(readFileSync(path))
  if (existsSync(`${path}.wal`)) hash.update(readFileSync(`${path}.wal`))
  return hash.digest('hex')
}

function freshCopy(from: string, to: string): string {
  copyFileSync(from, to)
  if (existsSync(`${from}.wal`)) copyFileSync(`${from}.wal`, `${to}.wal`)
  return to
}
