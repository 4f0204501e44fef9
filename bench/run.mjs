// Runs a benchmark that is written in TypeScript: node bench/run.mjs load
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

const [name, ...args] = process.argv.slice(2)
const outfile = new URL(`./.run-${name}-${process.pid}.mjs`, import.meta.url).pathname
await build({ entryPoints: [new URL(`./${name}.ts`, import.meta.url).pathname], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' })
try {
  const { main } = await import(outfile)
  await main(args)
} finally {
  rmSync(outfile, { force: true })
}
