// Bundles the command line and the language into few files, which load faster than one for each module: node bin/build.js [folder]
import { readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writtenIn } from './layers.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const outdir = process.argv[2] ?? join(root, 'dist')

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['cli/main.ts', 'compiler/dsl/index.ts'],
  outbase: root,
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: writtenIn(),
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
})

// What an earlier build left; the types come afterwards.
const written = new Set(Object.keys(metafile.outputs).map(file => relative(outdir, join(root, file))))
for (const entry of readdirSync(outdir, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name)
  if (entry.isFile() && !written.has(relative(outdir, path))) rmSync(path)
}
