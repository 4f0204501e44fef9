import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Cost } from '../workload.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const requirements = join(root, 'bench/peers/requirements.txt')
const folder = join(root, '.venv-peers')

/** Runs one of the scripts beside this file; what it measured of itself. */
export type Peer = (script: string, ...args: readonly string[]) => Cost & { readonly memory: number; readonly rows: number }

/** A Python environment of its own with the peers, made where it is missing or pins other versions; why there is none otherwise. */
export function peers(): { readonly run: Peer } | { readonly missing: string } {
  const stamp = join(folder, 'requirements.sha256')
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex')
  try {
    if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
      rmSync(folder, { recursive: true, force: true })
      command('python3', ['-m', 'venv', folder])
      command(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements])
      writeFileSync(stamp, wanted)
    }
  } catch (error) {
    return { missing: `the peers are skipped, for their Python environment cannot be made: ${firstLine(error)}` }
  }
  const run: Peer = (script, ...args) => JSON.parse(command(join(folder, 'bin/python'), [join(root, 'bench/peers', script), ...args])) as ReturnType<Peer>
  return { run }
}

function command(file: string, args: readonly string[]): string {
  return execFileSync(file, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 })
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n').find(l => /error/i.test(l)) ?? error.message.split('\n')[0]!) : String(error)
}
