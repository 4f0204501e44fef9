import { createRequire } from 'node:module'
import { load } from './stand-in.ts'

/** A load in a process of its own: prints what it found, and whether the slow packages were loaded for it. */
const [root, cacheDir] = process.argv.slice(2) as [string, string]
const { value, diagnostics } = await load(root, cacheDir)
const modules = Object.keys(createRequire(import.meta.url).cache)
process.stdout.write(
  JSON.stringify({
    definitions: value?.definitions.map(d => d.address),
    diagnostics,
    slow: ['esbuild', '@oxc-parser'].filter(name => modules.some(m => m.includes(`node_modules/${name}/`))),
  }),
)
