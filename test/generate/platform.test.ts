import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { generateFiles } from '../../compiler/generate/index.ts'
import type { Compiled } from '../../compiler/index.ts'
import { compileProject } from '../../compiler/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { createRaw } from '../support/golden.ts'
import { checkSnowflake, hasGrammar, objections } from '../support/grammar.ts'
import { statementsWithin } from '../support/scripting.ts'
import { inWarehouse, valueOf } from '../support/warehouse.ts'

// What `feat generate` writes for the platform in features/, statement by statement.

const root = fileURLToPath(new URL('../..', import.meta.url))
let compiled: Compiled
let files: ReadonlyMap<string, string>
beforeAll(async () => {
  compiled = valueOf(await compileProject({ root, cacheDir: null }))
  files = generateFiles(compiled)
})

interface Printed {
  readonly file: string
  readonly sql: string
}

/** The statements of all files of a folder, in the order in which they are written, without the comments before them; those in the block of a procedure follow it. */
function statementsIn(folder: string): readonly Printed[] {
  return [...files]
    .filter(([file]) => file.startsWith(`${folder}/`))
    .flatMap(([file, text]) =>
      text
        .split(/;\n(?=\n|$)/)
        .map(part => ({ file, sql: part.replace(/^(\s*--.*\n)*\s*/, '').trim() }))
        .filter(p => p.sql !== '')
        .flatMap(p => [p, ...statementsWithin(p.sql).map(sql => ({ file, sql }))]),
    )
}

/** Parameters as a run binds them. */
function bound(sql: string): string {
  const times = { from: '2026-01-20 00:00:00', to: '2026-01-30 00:00:00', now: '2026-02-10 06:00:00' }
  return Object.entries(times).reduce((text, [name, at]) => text.replaceAll(`$${name}`, `TIMESTAMP '${at}'`), sql)
}

async function run(driver: Driver, printed: readonly Printed[]): Promise<void> {
  for (const { file, sql } of printed) await driver.execute(bound(sql), file)
}

describe('the generated SQL of the platform', () => {
  it('has the same files in both dialects, but for what only one knows', () => {
    const of = (dialect: string): readonly string[] =>
      [...files.keys()].filter(f => f.includes(`/${dialect}/`) && !f.includes('/objects/')).map(f => f.replace(`/${dialect}/`, '/'))
    expect(of('duckdb')).toEqual(of('snowflake'))
    expect(of('duckdb').length).toBeGreaterThan(80)
  })

  it('runs on DuckDB, object after object, and fills what it publishes', async () => {
    await inWarehouse(['CREATE SCHEMA feat_storage'], async driver => {
      await createRaw(driver, compiled)
      const objects = statementsIn('sql/duckdb')
      const filling = objects.filter(o => /\$(from|to|now)\b/.test(o.sql))
      expect(filling.length).toBeGreaterThan(40)
      await run(driver, objects)
      await run(driver, statementsIn('tests/duckdb'))
      const empty: string[] = []
      for (const name of [
        'customer_service',
        'vehicle_health',
        'route_operations',
        'fleet_trends',
        'tbl_ml_consolidated_feature_store',
        'vw_ml_real_time_customer_features',
        'vw_ml_feature_monitoring',
      ]) {
        if ((await driver.query(`SELECT * FROM ${name} LIMIT 1`)).length === 0) empty.push(name)
      }
      expect(empty).toEqual([])
    })
  })

  it('is Snowflake SQL that others can read', () => {
    const statements = [...statementsIn('sql/snowflake'), ...statementsIn('tests/snowflake')].map(p => p.sql)
    expect(statements.length).toBeGreaterThan(200)
    checkSnowflake(statements)
  }, 600_000)

  it.skipIf(!hasGrammar())(
    'would not pass with a mistake in it',
    () => {
      const [view, fill] = [/^CREATE OR REPLACE VIEW/, /^INSERT [^]*"POINTS"/].map(
        form => statementsIn('sql/snowflake').find(p => p.file.endsWith('region_weather.sql') && form.test(p.sql))!.sql,
      )
      const mutations: readonly (readonly [sql: string, from: string, to: string])[] = [
        [view!, 'COPY GRANTS', 'COPY GRANT'],
        [view!, '\nFROM', '\nFORM'],
        [fill!, 'INNER JOIN', 'INER JOIN'],
        [fill!, 'DATEDIFF(', 'DATEDIF('],
        [fill!, '"POINTS" AS (', '"POINTS" AS ['],
      ]
      expect(mutations.filter(([sql, from]) => !sql.includes(from))).toEqual([])
      const found = objections(mutations.map(([sql, from, to]) => sql.replace(from, to)))
      expect(mutations.flatMap(([, , to], i) => (found[i] === null ? [to] : []))).toEqual([])
    },
    120_000,
  )
})
