import { defineConfig, duckdb, snowflake } from '../../compiler/dsl/index.ts'
import { createSchema, createTable, literal, qualified } from '../../compiler/emit/index.ts'
import type { CatalogSource } from '../../compiler/ir/catalog.ts'
import type { PhysicalSource } from '../../compiler/ir/placed.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import type { Session } from '../../registry/index.ts'

/** A config with DuckDB and an emulated account as targets. */
export const accountConfig = defineConfig({
  project: 'logistics',
  targets: {
    local: duckdb({ path: ':memory:' }),
    account: snowflake({ connection: 'emulated', database: 'EMULATED', warehouse: 'COMPUTE_WH', schema: 'main' }),
  },
  defaultTarget: 'local',
})

/** Makes the raw tables of the sources in an account, with the rows that they have on DuckDB under the same names. */
export async function copyRaw(from: Driver, session: Session): Promise<void> {
  const { driver, placed, compiled } = session
  for (const source of compiled.catalog.sources) await copyTable(from, driver, source, placed.placement.sources[source.address])
}

async function copyTable(from: Driver, to: Driver, source: CatalogSource, physical: PhysicalSource | undefined): Promise<void> {
  if (physical?.kind !== 'relation') return
  const { name } = physical
  const columns = source.columns.map(c => ({ name: c.name, type: c.type, nullable: true, comment: null }))
  for (const sql of createSchema(name, 'snowflake')) await to.execute(sql)
  for (const sql of createTable({ name, columns, comment: null, clusterBy: [], ifNotExists: false }, 'snowflake')) await to.execute(sql)
  const rows = await from.query(`SELECT ${columns.map(c => `"${c.name}"`).join(', ')} FROM ${name.schema}.${name.name}`)
  if (rows.length === 0) return
  const printed = rows.map(row => `SELECT ${columns.map(c => literal(row[c.name] ?? null, c.type, 'snowflake')).join(', ')}`)
  await to.execute(`INSERT INTO ${qualified(name, 'snowflake')} ${printed.join(' UNION ALL ')}`)
}
