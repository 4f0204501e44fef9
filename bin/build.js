// Bundles the command line, what programs import and the language into few files, which load faster than one for each module: node bin/build.js [folder]
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writtenIn } from './layers.js'
import { takenIn } from './taken-in.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const outdir = process.argv[2] ?? join(root, 'dist')
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['cli/main.ts', 'cli/serve.ts', 'compiler/dsl/index.ts'],
  outbase: root,
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // its modules for Node are CommonJS, which cannot be taken into ES modules
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: writtenIn(),
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
})

const notice = 'third-party.txt'
const licences = takenIn.map(name => `${name}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`)
writeFileSync(join(outdir, notice), licences.join('\n'))

// What an earlier build left; the types come afterwards.
const written = new Set(Object.keys(metafile.outputs).map(file => relative(outdir, join(root, file)))).add(notice)
for (const entry of readdirSync(outdir, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name)
  if (entry.isFile() && !written.has(relative(outdir, path))) rmSync(path)
}
