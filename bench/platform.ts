import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StepEvent } from '../registry/apply/progress.ts'
import { generateLogistics } from '../registry/fixture/logistics.ts'
import type { Cost } from './workload.ts'
import { costOf, product, sessionAt } from './workload.ts'

/** Ten times the data may take so many times as long: linear, and a tenth for what is not. */
const bar = 11

const until = '2026-03-01'
const repository = fileURLToPath(new URL('..', import.meta.url))

const phases = ['raw data', 'compile', 'plan', 'apply', 'materialize', 'again'] as const
type Phase = (typeof phases)[number]

interface Told {
  readonly phases: Readonly<Partial<Record<Phase, Cost>>>
  /** Of materialize, by what is filled. */
  readonly fills: Readonly<Record<string, Cost>>
  readonly rawRows: number
  readonly rows: number
  /** The most memory of the process, and the size of the file. */
  readonly bytes: number
  readonly fileBytes: number
}

/** Writes the raw data; in a process of its own, so that what it needs counts for nothing. */
export async function generate(path: string, share: number): Promise<Cost> {
  const p = await product()
  const driver = await p.registry.openDuckdb({ path })
  const sizes = { customers: 2_000, vehicles: 500, deliveries: 1_000_000, routes: 300 }
  const scaled = Object.fromEntries(Object.entries(sizes).map(([name, n]) => [name, Math.max(1, Math.round(n * share))]))
  const cost = await costOf(async () => {
    for (const s of generateLogistics({ until, days: 731, ...scaled })) await driver.execute(s)
  })
  driver.close()
  return cost
}

/** What a user does with the platform of this repository: plan, apply, materialize, and materialize again with nothing to do. */
export async function fill(path: string): Promise<Told> {
  const p = await product()
  const driver = await p.registry.openDuckdb({ path })
  try {
    const told: Partial<Record<Phase, Cost>> = {}
    const timed = async <T>(phase: Phase, work: () => Promise<T>): Promise<T> => {
      let value: T | undefined
      told[phase] = await costOf(async () => {
        value = await work()
      })
      return value as T
    }
    const session = await timed('compile', () => sessionAt(p, repository, driver, `${until}T06:00:00.000Z`))
    const plan = await timed('plan', () => p.registry.makePlan(session, { allowDestroy: false }))
    await timed('apply', () => p.registry.applyPlan(session, plan))
    const { fills, onProgress } = meter()
    await timed('materialize', () => p.registry.materialize(session, { from: null, to: null, only: [], onProgress }))
    const bytes = process.resourceUsage().maxRSS * 1024
    const again = await timed('again', () => p.registry.materialize(session, { from: null, to: null, only: [] }))
    if (again.done > 0) throw new Error(`there was something left to do: ${again.done} steps`)
    const count = async (where: string): Promise<number> => {
      const [row] = await driver.query(`SELECT coalesce(sum(estimated_size), 0) AS n FROM duckdb_tables() WHERE ${where}`)
      return Number(row!['n'])
    }
    return {
      phases: told,
      fills,
      rawRows: await count("schema_name = 'raw'"),
      rows: await count("schema_name NOT IN ('raw', 'feat')"),
      bytes,
      fileBytes: statSync(path).size,
    }
  } finally {
    driver.close()
  }
}

/** Adds up what the steps of each address take; they run one after the other here. */
function meter(): { readonly fills: Readonly<Record<string, Cost>>; readonly onProgress: (event: StepEvent) => void } {
  const fills: Record<string, Cost> = {}
  let used = process.cpuUsage()
  const onProgress = ({ step, state, ms }: StepEvent): void => {
    if (state === 'start') used = process.cpuUsage()
    else {
      const { user, system } = process.cpuUsage(used)
      const before = fills[step.cause] ?? { wall: 0, cpu: 0 }
      fills[step.cause] = { wall: before.wall + ms / 1000, cpu: before.cpu + (user + system) / 1e6 }
    }
  }
  return { fills, onProgress }
}

function inProcess(name: 'generate' | 'fill', ...args: readonly unknown[]): string {
  const script = `const m = await import(${JSON.stringify(import.meta.url)})
    process.stdout.write(JSON.stringify(await m.${name}(...${JSON.stringify(args)})))`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: repository })
}

function measure(share: number): Told {
  const root = mkdtempSync(join(tmpdir(), 'feat-platform-'))
  try {
    const path = join(root, 'platform.duckdb')
    const raw = JSON.parse(inProcess('generate', path, share)) as Cost
    const told = JSON.parse(inProcess('fill', path)) as Told
    return { ...told, phases: { ...told.phases, 'raw data': raw } }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function text({ wall, cpu }: Cost): string {
  return `${wall.toFixed(2)} s (processor ${cpu.toFixed(2)} s)`.padEnd(34)
}

function report(shares: readonly number[], found: readonly Told[]): void {
  const [first, last] = [found[0]!, found.at(-1)!]
  const growth = shares.at(-1)! / shares[0]!
  const line = (name: string, of: (t: Told) => Cost | undefined): string => {
    const costs = found.map(t => of(t) ?? { wall: 0, cpu: 0 })
    const [a, b] = [costs[0]!, costs.at(-1)!]
    return `${name.padEnd(44)} ${costs.map(text).join(' ')}${found.length > 1 ? ` ${(b.wall / a.wall).toFixed(1)} x, processor ${(b.cpu / a.cpu).toFixed(1)} x` : ''}`
  }
  const size = (name: string, of: (t: Told) => string): string => `${name.padEnd(44)} ${found.map(t => of(t).padEnd(34)).join(' ')}`
  console.log(size('size', t => `${shares[found.indexOf(t)]} x the default`))
  for (const phase of phases) console.log(line(phase, t => t.phases[phase]))
  console.log(size('raw rows', t => `${(t.rawRows / 1e6).toFixed(2)} M`))
  console.log(size('stored rows', t => `${(t.rows / 1e6).toFixed(2)} M`))
  console.log(size('file', t => `${(t.fileBytes / 1024 ** 3).toFixed(2)} GB`))
  console.log(size('most memory', t => `${(t.bytes / 1024 ** 3).toFixed(2)} GB`))
  console.log('of materialize')
  const slowest = Object.keys(last.fills).toSorted((a, b) => last.fills[b]!.cpu - last.fills[a]!.cpu)
  for (const address of slowest.slice(0, 12)) console.log(line(`  ${address}`, t => t.fills[address]))
  if (found.length < 2) return
  const [a, b] = [first.phases.materialize!, last.phases.materialize!]
  const most = (bar * growth) / 10
  const [wall, cpu] = [b.wall / a.wall, b.cpu / a.cpu]
  console.log(
    `materialize at ${growth.toFixed(0)} times the size: ${wall.toFixed(1)} times as long, ${cpu.toFixed(1)} times the processor time (bar: linear, <= ${most.toFixed(0)}${wall > most ? ', MISSED' : ''})`,
  )
}

/** All features of this repository's platform over two years, at the default size and at ten times that. */
export function main(args: readonly string[]): void {
  const shares = args.length === 0 ? [1, 10] : args.map(Number)
  report(shares, shares.map(measure))
}
