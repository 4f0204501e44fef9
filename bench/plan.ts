import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateProject, viewFile } from './project.ts'
import { median, product } from './workload.ts'

/** Seconds that `feat plan` may take on a quiet machine. */
const targets = { cold: 3, 'one changed file': 1.3, unchanged: 1 } as const

const here = fileURLToPath(new URL('..', import.meta.url))
const feat = join(here, 'bin/feat.js')
const tsc = join(here, 'node_modules/.bin/tsc')

interface Time {
  readonly wall: number
  /** Time of the processor, children not included: says more where other work disturbs the clock. */
  readonly cpu: number
}

/** Writes the time of the processor to the fourth stream when the process ends. */
const meter = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>{const{user,system}=process.cpuUsage();writeSync(3,String((user+system)/1e6))})`

function measured(args: readonly string[], cwd: string): Time {
  const before = performance.now()
  const run = spawnSync(process.execPath, ['--import', meter, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return { wall: (performance.now() - before) / 1000, cpu: Number(run.output[3]) }
}

/** The floor: a bare bundle of the same files by esbuild, also in a process of its own. */
function bundle(root: string): Time {
  return measured(
    [
      '--input-type=module',
      '-e',
      `const { build } = await import('esbuild')
    const { readdirSync } = await import('node:fs')
    const files = readdirSync(${JSON.stringify(join(root, 'features'))}, { recursive: true }).filter(f => f.endsWith('.ts')).map(f => './features/' + f)
    await build({ stdin: { contents: files.map((f, i) => 'export * as m' + i + ' from ' + JSON.stringify(f)).join('\\n'), resolveDir: ${JSON.stringify(root)} },
      bundle: true, format: 'cjs', platform: 'neutral', external: ['featplan'], write: false, outfile: 'x.js', logLevel: 'silent' })`,
    ],
    here,
  )
}

async function rawTables(root: string): Promise<void> {
  const { registry } = await product()
  mkdirSync(join(root, '.feat'), { recursive: true })
  const driver = await registry.openDuckdb({ path: join(root, '.feat/local.duckdb') })
  await driver.execute('CREATE SCHEMA raw')
  await driver.execute(`CREATE TABLE raw.deliveries (customer_id VARCHAR, vehicle_id VARCHAR, revenue_usd DECIMAL(12, 2), cost_usd DECIMAL(12, 2),
    km DECIMAL(9, 1), on_time BOOLEAN, status VARCHAR, delivered_at TIMESTAMP, loaded_at TIMESTAMP)`)
  await driver.execute('CREATE TABLE raw.payments (customer_id VARCHAR, amount_usd DECIMAL(12, 2), failed BOOLEAN, paid_at TIMESTAMP)')
  driver.close()
}

/** `feat plan` on 1,000 files with 10,000 features whose 1,000 views are deployed: medians of whole processes, beside a bare bundle. */
export async function main(args: readonly string[]): Promise<void> {
  const files = Number(args[0] ?? 1000)
  const runs = Number(args[1] ?? 5)
  const root = mkdtempSync(join(tmpdir(), 'feat-plan-'))
  const cache = join(root, '.feat/cache')
  try {
    generateProject(root, { files, featuresPerFile: 10 })
    mkdirSync(join(root, 'node_modules'))
    symlinkSync(here, join(root, 'node_modules', 'featplan'))
    await rawTables(root)
    const applied = measured([feat, 'apply', '--auto-approve'], root)
    const plan = (): Time => measured([feat, 'plan'], root)
    const rows: Record<string, Time[]> = { 'bare bundle': [], cold: [], 'one changed file': [], unchanged: [] }
    for (let i = 0; i < runs; i++) {
      rows['bare bundle']!.push(bundle(root))
      rmSync(cache, { recursive: true, force: true })
      rows['cold']!.push(plan())
      rows['unchanged']!.push(plan())
      // Another value of one feature: its view is to be built again, and so is what derives from it.
      const file = join(root, viewFile(i))
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replace('.over(month)', '.over(week)'))
      rows['one changed file']!.push(plan())
      writeFileSync(file, text)
      plan()
    }
    report(files, runs, rows)
    console.log(`first apply        ${applied.wall.toFixed(2)} s  (processor ${applied.cpu.toFixed(2)} s)`)
    console.log(`tsc                ${typeCheck(root).toFixed(2)} s`)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function report(files: number, runs: number, rows: Readonly<Record<string, readonly Time[]>>): void {
  console.log(`feat plan, ${files} files, ${files * 10} features, ${files} deployed views; medians of ${runs} processes`)
  const floor = median(rows['bare bundle']!.map(t => t.wall))
  for (const [name, times] of Object.entries(rows)) {
    const wall = median(times.map(t => t.wall))
    const target = (targets as Record<string, number | undefined>)[name]
    const ratio = median(times.map((t, i) => t.wall / rows['bare bundle']![i]!.wall))
    const bar = target === undefined ? '' : `  (target ${target} s${wall > target ? ', MISSED' : ''})`
    console.log(
      `${name.padEnd(17)} ${wall.toFixed(2)} s  (processor ${median(times.map(t => t.cpu)).toFixed(2)} s)  ${(ratio || wall / floor).toFixed(2)} x the bare bundle${bar}`,
    )
  }
}

/** The project's own type check, as an editor's first opening costs it. */
function typeCheck(root: string): number {
  const before = performance.now()
  execFileSync(
    tsc,
    [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--allowImportingTsExtensions',
      '--skipLibCheck',
      '--types',
      '',
      'features.config.ts',
      ...listed(root),
    ],
    { cwd: root },
  )
  return (performance.now() - before) / 1000
}

function listed(root: string): readonly string[] {
  return execFileSync('find', ['features', '-name', '*.ts'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
}
