import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { project, write } from './project.ts'
import { config } from './stand-in.ts'

interface Printed {
  readonly definitions: readonly string[]
  readonly diagnostics: readonly unknown[]
  readonly slow: readonly string[]
}

/** Inside the repository, so that packages are found from there. */
const folder = mkdtempSync(fileURLToPath(new URL('../../node_modules/.load-', import.meta.url)))

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./one-load.ts', import.meta.url))
  await build({
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function loadApart(root: string): Promise<Printed> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'one-load.mjs'), root, join(root, '.cache')])
  return JSON.parse(stdout) as Printed
}

const views = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [
    `features/v${i}.ts`,
    `import { featureView } from 'featplan'\nexport const v${i} = featureView('v${i}', { entity: 'e' }, { x: ${i} })\n`,
  ]),
)

it('starts neither esbuild nor a parser where nothing changed', async () => {
  const root = project({ 'features.config.ts': config, ...views })
  const fresh = await loadApart(root)
  expect(fresh.slow).toContain('@oxc-parser')
  expect(fresh.slow).toContain('esbuild')
  const unchanged = await loadApart(root)
  expect(unchanged).toEqual({ ...fresh, slow: [] })
})

it('gives processes that load at the same time whole projects, and leaves a whole cache', async () => {
  const root = project({ 'features.config.ts': config, ...views })
  for (let round = 0; round < 2; round++) {
    const together = await Promise.all(Array.from({ length: 4 }, () => loadApart(root)))
    for (const { definitions, diagnostics } of together) expect([definitions?.length, diagnostics]).toEqual([20, []])
    expect((await loadApart(root)).slow).toEqual([])
    write(root, { 'features/v1.ts': views['features/v1.ts']!.replace('x: 1', 'y: 1') })
  }
})
