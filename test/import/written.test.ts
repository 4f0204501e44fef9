import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileProject } from '../../compiler/index.ts'
import { importSpecs, importTables, typescriptOf } from '../../compiler/import/index.ts'
import type { Imported, WrittenFile } from '../../compiler/import/index.ts'
import { place } from '../../compiler/place/index.ts'
import { repository } from '../source-files.ts'
import { plannedOn } from '../support/snowflake-plan.ts'
import { typeCheck } from '../types/type-check.ts'
import { liveTables } from './live-tables.ts'
import { ordersTexts } from './read-folder.ts'

const config = `import { defineConfig, duckdb, snowflake } from 'featplan'
export const config = defineConfig({
  project: 'shop',
  defaultTarget: 'local',
  targets: {
    local: duckdb({ path: ':memory:' }),
    prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { raw: 'SHOP.RAW', features: 'SHOP.FEATURES' } }),
  },
})
`

const cases: readonly (readonly [string, Imported])[] = [
  ['definitions of snow feature', importSpecs(ordersTexts(), { manifestTarget: null }).value!],
  ['dynamic tables', importTables(liveTables, { entity: 'store', keys: ['STORE_ID'], time: null }).value!],
]

describe.each(cases)('what is written for %s', (_, imported) => {
  const files = typescriptOf(imported)
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'feat-import-'))
    write(folder, [...files.map(f => ({ ...f, path: `features/imported/${f.path}` })), { path: 'features.config.ts', text: config }])
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('has no mistake of types', () => {
    expect([...typeCheck(Object.fromEntries(files.map(f => [f.path, f.text])))]).toEqual([])
  })

  it('is formatted', () => {
    writeFileSync(join(folder, '.oxfmtrc.json'), JSON.stringify({ printWidth: 160, semi: false, singleQuote: true, arrowParens: 'avoid' }))
    const { stdout, status } = spawnSync(join(repository, 'node_modules/.bin/oxfmt'), ['--check', 'features'], { cwd: folder, encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, expect.any(String)])
  })

  it.each(['local', 'prod'])('loads, and is planned on the target %s', async target => {
    const { value, diagnostics } = await compileProject({ root: folder, cacheDir: null })
    expect(diagnostics.filter(d => d.severity === 'error')).toEqual([])
    const placed = place(value!.lowered.desired, value!.catalog, { target, environment: null, values: {}, root: folder })
    expect(placed.diagnostics).toEqual([])
    const plan = plannedOn(value!, placed.value!)
    expect(plan.blocked).toEqual([])
    expect(plan.changes.filter(c => c.address.startsWith('view.')).map(c => c.address)).toEqual(imported.views.map(v => `view.${v.name}`).toSorted())
  })
})

function write(folder: string, files: readonly WrittenFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
