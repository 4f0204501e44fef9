// What a build knows of its sources: the hash of each folder of the compiler, so that the tool need not read itself to know its version.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const compiler = fileURLToPath(new URL('../compiler', import.meta.url))

/** What esbuild must write in wherever it bundles the tool: see compiler/load/language.ts. */
export function writtenIn(folder = compiler) {
  const layers = readdirSync(folder, { withFileTypes: true }).filter(e => e.isDirectory())
  return { builtLayers: JSON.stringify(Object.fromEntries(layers.map(e => [e.name, hashOfFolder(join(folder, e.name))]))) }
}

function hashOfFolder(folder) {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  for (const file of files.toSorted())
    hash.update(`${file}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest(),
    )
  return hash.digest('hex')
}
