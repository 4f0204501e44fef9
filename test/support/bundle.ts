import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles the source of a child process into one file beside the packages that it needs; its path. */
export async function bundle(name: string, source: string): Promise<string> {
  const folder = join(repository, 'node_modules', '.cache', 'feat-tests')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${name.replaceAll(/\W+/g, '-')}.mjs`)
  await build({
    stdin: { contents: source, resolveDir: repository, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
    alias: { featplan: join(repository, 'compiler/dsl/index.ts') },
  })
  return outfile
}
