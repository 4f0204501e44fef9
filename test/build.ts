import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { repository } from './source-files.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that holds the package as it would be published, built from the sources of this run. */
    readonly built: string
  }
}

/**
 * Builds once before the tests that run the command line as a process, into a folder of this run: another build beside it
 * changes nothing. Type errors are found by the type check, not here.
 */
export function setup(project: TestProject): () => void {
  const built = join(repository, `node_modules/.cache/feat-${process.pid}`)
  mkdirSync(built, { recursive: true })
  const dist = join(built, 'dist')
  const run = (...args: readonly string[]): string => {
    const ended = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' })
    return `${ended.stdout}${ended.stderr}`
  }
  const said = run('bin/build.js', dist) + run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', dist)
  if (!existsSync(join(dist, 'cli/main.js'))) throw new Error(`the build wrote no dist/cli/main.js\n${said}`)
  for (const file of ['package.json', 'bin', 'LICENSE', 'README.md', 'CHANGELOG.md']) {
    if (existsSync(join(repository, file))) cpSync(join(repository, file), join(built, file), { recursive: true })
  }
  project.provide('built', built)
  return () => rmSync(built, { recursive: true, force: true })
}
