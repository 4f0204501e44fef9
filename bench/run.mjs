// Runs a benchmark that is written in TypeScript: node bench/run.mjs load
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writtenIn } from '../bin/layers.js'

const [name, ...args] = process.argv.slice(2)
const here = fileURLToPath(new URL('.', import.meta.url))
const own = `.run-${process.pid}-`
await build({
  entryPoints: [join(here, `${name}.ts`)],
  outdir: here,
  entryNames: `${own}[name]`,
  chunkNames: `${own}[hash]`,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  define: writtenIn(),
})
try {
  const { main } = await import(join(here, `${own}${name}.mjs`))
  await main(args)
} finally {
  for (const file of readdirSync(here)) if (file.startsWith(own)) rmSync(join(here, file))
}
