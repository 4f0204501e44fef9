import { spawn } from 'node:child_process'
import { mkdtempSync, symlinkSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface SpawnOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds after which it gets the signal of Ctrl-C. */
  readonly killAfter?: number
}

/** Runs bin/feat.js as a user does, without a terminal. */
export function feat(argv: readonly string[], options: SpawnOptions): Promise<Ended> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...options.env }
  const child = spawn(process.execPath, [join(inject('built'), 'bin/feat.js'), ...argv], { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { out: '', err: '' }
  const grow =
    (stream: keyof typeof texts) =>
    (chunk: Buffer): void => {
      texts[stream] += chunk.toString()
    }
  const timer = options.killAfter === undefined ? null : setTimeout(() => child.kill('SIGINT'), options.killAfter)
  child.stdout.on('data', grow('out'))
  child.stderr.on('data', grow('err'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      if (timer !== null) clearTimeout(timer)
      resolve({ code, ...texts })
    })
  })
}

/** An empty folder in which `featplan` can be imported. */
export function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'feat-cli-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(inject('built'), join(folder, 'node_modules/featplan'))
  return folder
}
