import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runImport } from '../../cli/commands/import.ts'
import { FeatError } from '../../compiler/base/diagnostic.ts'
import { ordersFolder } from '../import/read-folder.ts'
import { emulatedEnvironment, openEmulated } from '../support/emulated.ts'
import { emptyProject, feat } from './spawn.ts'
import { testIo } from './test-io.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feat-import-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function run(
  what: string,
  options: Readonly<Record<string, unknown>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { io, out, err } = testIo({ cwd: folder, env })
  const code = await runImport({ args: [what], options }, io)
  return { code, out: out(), err: err() }
}

async function refused(what: string, options: Readonly<Record<string, unknown>> = {}): Promise<readonly string[]> {
  try {
    await run(what, options)
  } catch (error) {
    if (error instanceof FeatError) return error.diagnostics.map(d => `${d.code} ${d.message}`)
    throw error
  }
  return []
}

const imported = 'features/imported'
const names = ['customer-orders.ts', 'customer-profile.ts', 'entities.ts', 'last-order.ts', 'sources.ts', 'store-facts.ts']

describe('feat import', () => {
  it('writes a file for each view, says what the target needs, and shows each warning in its file', async () => {
    const { code, out, err } = await run(ordersFolder)
    expect(code).toBe(0)
    expect(readdirSync(join(folder, imported)).toSorted()).toEqual(names)
    expect(out).toContain("sources: {\n    raw: 'SHOP_DEV.RAW',\n    'raw.orders_2': 'SHOP_DEV.RAW.ORDERS',\n    features: 'SHOP_DEV.FEATURES',\n  }")
    expect(out).toContain('14 things are left to you')
    expect(err).toContain('CUSTOMER_ORDERS.yaml:46')
  })

  it('writes nothing twice', async () => {
    await run(ordersFolder)
    const { out } = await run(ordersFolder)
    expect(out.split('\n').filter(l => l.startsWith('kept  ')).length).toBe(names.length)
    expect(out).not.toContain('wrote')
  })

  it('F738 keeps what an author changed, unless told otherwise', async () => {
    mkdirSync(join(folder, imported), { recursive: true })
    const path = join(folder, imported, 'entities.ts')
    writeFileSync(path, '// mine\n')
    expect(await refused(ordersFolder)).toEqual([`F738 ${imported}/entities.ts is there already and holds something else: nothing was written`])
    expect([readFileSync(path, 'utf8'), readdirSync(join(folder, imported))]).toEqual(['// mine\n', ['entities.ts']])
    expect((await run(ordersFolder, { overwrite: true })).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain("entity('customer'")
  })

  it('prints what it would write', async () => {
    const { out } = await run(ordersFolder, { dryRun: true, out: 'elsewhere' })
    expect(out).toContain("// elsewhere/entities.ts\nimport { entity, integer, varchar } from 'featplan'")
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
  })

  it('tells programs the same', async () => {
    const { out, err } = await run(ordersFolder, { json: true })
    const told = JSON.parse(out) as { readonly files: readonly { readonly outcome: string }[]; readonly diagnostics: readonly { readonly code: string }[] }
    expect([err, told.files.map(f => f.outcome), told.diagnostics.length]).toEqual(['', names.map(() => 'written'), 14])
  })

  it('gives a project that the next command takes', async () => {
    const cwd = emptyProject()
    const config = `import { defineConfig, duckdb } from 'featplan'
export const config = defineConfig({ project: 'p', defaultTarget: 'local', targets: { local: duckdb({ path: ':memory:' }) } })
`
    writeFileSync(join(cwd, 'features.config.ts'), config)
    const ran = await feat(['import', ordersFolder], { cwd })
    expect([ran.code, ran.code === 0 ? '' : ran.err]).toEqual([0, ''])
    const { code, err } = await feat(['generate'], { cwd })
    expect([code, err]).toEqual([0, ''])
    expect(readFileSync(join(cwd, 'generated/CATALOG.md'), 'utf8')).toContain('revenue_prior_7d')
  }, 60_000)

  it('F702 keys, entity and time of tables go together', async () => {
    expect(await refused('dynamic-tables', { entity: 'store' })).toEqual(["F702 --entity is 'store', expected a name, given together with --key"])
    expect(await refused('dynamic-tables', { time: 'AT' })).toEqual(["F702 --time is 'AT', expected a column, given together with --entity and --key"])
    expect(await refused('dynamic-tables', { schema: 'ML' })).toEqual(["F702 --schema is 'ML', expected a database and a schema, such as SHOP.FEATURES"])
  })

  it('F741 where there is nothing to import', async () => {
    expect(await refused('nowhere')).toEqual(['F741 nowhere holds nothing: there is no such file or folder'])
    expect(await refused('.')).toEqual(['F741 . holds no definitions in YAML'])
    writeFileSync(join(folder, 'x.yaml'), 'kind: StreamingSource\nname: X\n')
    expect((await refused('x.yaml')).at(-1)).toBe('F741 x.yaml holds no definition that can be imported')
  })

  it('F743 an embedded warehouse has no dynamic tables; an account has', async () => {
    const config = (targets: string): string =>
      `import { defineConfig, duckdb, snowflake } from 'featplan'\nexport const config = defineConfig({ project: 'p', defaultTarget: 'prod', targets: { ${targets} } })\n`
    mkdirSync(join(folder, 'features'))
    writeFileSync(join(folder, 'features/own.ts'), "import { entity } from 'featplan'\nexport const fleet = entity('fleet', { keys: {} })\n")
    writeFileSync(join(folder, 'features.config.ts'), config("prod: duckdb({ path: ':memory:' })"))
    expect(await refused('dynamic-tables')).toEqual(["F743 target 'prod' is an embedded warehouse, which has no dynamic tables"])

    const account = "prod: snowflake({ connection: 'emulated', database: 'EMULATED', schema: 'S', warehouse: 'COMPUTE_WH', sources: {} })"
    writeFileSync(join(folder, 'features.config.ts'), config(account))
    const { driver, emulator, close } = await openEmulated()
    const env = emulatedEnvironment(emulator)
    try {
      for (const sql of [
        'CREATE SCHEMA EMULATED.S',
        'CREATE TABLE EMULATED.S.STORES (STORE_ID VARCHAR, SIZE NUMBER(5,1))',
        "CREATE DYNAMIC TABLE EMULATED.S.STORE_SIZES TARGET_LAG = '1 day' WAREHOUSE = COMPUTE_WH AS SELECT STORE_ID, SIZE FROM EMULATED.S.STORES",
      ])
        await driver.execute(sql)
      const { out, err } = await run('dynamic-tables', { entity: 'store', key: ['store_id'] }, env)
      expect(out).toContain(`wrote ${imported}/store-sizes.ts`)
      expect(err).toContain('F737')
      expect(readFileSync(join(folder, imported, 'sources.ts'), 'utf8')).toContain('snowflake: sql`SELECT STORE_ID, SIZE FROM EMULATED.S.STORES`')
      await expect(run('dynamic-tables', { schema: 'EMULATED.NOWHERE' }, env)).rejects.toThrow(
        'F741: EMULATED.NOWHERE holds nothing that is visible to this role',
      )
      await expect(run('dynamic-tables', { like: 'X%' }, env)).rejects.toThrow('F741: EMULATED.S holds no dynamic tables')
    } finally {
      await close()
    }
  })
})
