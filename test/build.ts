import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds dist/ once before the tests that run the command line as a process. Type errors are found by the type check, not here. */
export function setup(): void {
  const built = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { cwd: root, encoding: 'utf8' })
  if (!existsSync(`${root}/dist/cli/main.js`)) throw new Error(`the build wrote no dist/cli/main.js\n${built.stdout}${built.stderr}`)
}
