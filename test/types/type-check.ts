import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What the compiler says about files, by `file:line`; lines of one message are joined. */
export function typeCheck(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'featplan-types-'))
  try {
    const paths = { featplan: [join(root, 'compiler/dsl/index.ts')], vitest: [join(root, 'node_modules/vitest/dist/index.d.ts')] }
    const options = { extends: join(root, 'tsconfig.json'), compilerOptions: { types: [], noUnusedLocals: false, paths }, include: ['*.ts'] }
    for (const [name, content] of Object.entries({ ...files, 'tsconfig.json': JSON.stringify(options), 'package.json': '{"type":"module"}' })) {
      writeFileSync(join(folder, name), content)
    }
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout, stderr, status } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' })
    if (status === null || (status !== 0 && stdout === '')) throw new Error(`the compiler did not run: ${stderr}`)
    return messages(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function messages(output: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let at = ''
  for (const line of output.split('\n')) {
    const start = /^(\S+)\((\d+),\d+\): error \w+: (.*)$/.exec(line)
    if (start !== null) at = `${start[1]}:${start[2]}`
    found.set(at, `${found.get(at) ?? ''}${start === null ? line : `${start[3]}\n`}\n`)
  }
  found.delete('')
  return found
}
