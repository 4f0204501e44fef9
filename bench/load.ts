import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateProject, viewFile } from './project.ts'

/** Shares of the time that `feat plan` may take, in seconds. */
const targets = { cold: 1.8, 'one changed file': 0.6, unchanged: 0.25 } as const

const runs = 7

/** A load in a process of its own, from its start to the loaded project: what a command pays. */
function load(root: string, cacheDir: string): number {
  return run(`const { loadOnce } = await import(${JSON.stringify(import.meta.url)})
    await loadOnce(${JSON.stringify(root)}, ${JSON.stringify(cacheDir)})`)
}

/** What that process does. */
export async function loadOnce(root: string, cacheDir: string): Promise<void> {
  const { loadProject } = await import('../compiler/load/index.ts')
  const { value, diagnostics } = await loadProject({ root, cacheDir })
  if (value === null) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
}

/** The floor: a bare bundle of the same files by esbuild, also in a process of its own. */
function bundle(root: string): number {
  return run(`const { build } = await import('esbuild')
    const { readdirSync } = await import('node:fs')
    const files = readdirSync(${JSON.stringify(join(root, 'features'))}, { recursive: true }).filter(f => f.endsWith('.ts')).map(f => './features/' + f)
    await build({ stdin: { contents: files.map((f, i) => 'export * as m' + i + ' from ' + JSON.stringify(f)).join('\\n'), resolveDir: ${JSON.stringify(root)} },
      bundle: true, format: 'cjs', platform: 'neutral', external: ['featplan'], write: false, sourcemap: 'external', outfile: 'x.js', logLevel: 'silent' })`)
}

function run(code: string): number {
  const script = `${code}\nprocess.stdout.write(String(performance.now() / 1000))`
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) })
  return Number(out)
}

function median(measure: (i: number) => number): number {
  const times = Array.from({ length: runs }, (_, i) => measure(i)).toSorted((a, b) => a - b)
  return times[Math.floor(runs / 2)]!
}

/** Loads a project of 1,000 files and 10,000 features with the built tool (`npm run build`): medians of whole processes, beside the floor. */
export function main(args: readonly string[]): void {
  const files = Number(args[0] ?? 1000)
  const root = mkdtempSync(join(tmpdir(), 'feat-bench-'))
  const cache = join(root, '.feat')
  try {
    generateProject(root, { files, featuresPerFile: 10 })
    const floor = median(() => bundle(root))
    const times = {
      cold: median(i => load(root, join(root, `.cold-${i}`))),
      'one changed file':
        (load(root, cache),
        median(i => {
          appendFileSync(join(root, viewFile(i)), '\n// changed\n')
          return load(root, cache)
        })),
      unchanged: median(() => load(root, cache)),
    }
    console.log(`${files} files, ${files * 10} features, median of ${runs} processes\nbare bundle       ${floor.toFixed(2)} s`)
    for (const [name, time] of Object.entries(times)) {
      const target = targets[name as keyof typeof targets]
      console.log(
        `${name.padEnd(17)} ${time.toFixed(2)} s  ${(time / floor).toFixed(2)} x the bare bundle  (target ${target} s${time > target ? ', MISSED' : ''})`,
      )
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
