import type { Driver } from '../../registry/driver/driver.ts'

/** State tables that tell of runs, not of what is deployed: a run that was cut off leaves other entries there. */
const ofRuns = ['feat.meta', 'feat.journal', 'feat.lock', 'feat.rates']

/** Everything in a warehouse as text by name: rows in one order, columns with types, views with their query, comments. */
export async function dumpWarehouse(driver: Driver, without: readonly string[] = ofRuns): Promise<Readonly<Record<string, unknown>>> {
  const dump: Record<string, unknown> = {}
  const tables = await driver.query("SELECT schema_name || '.' || table_name AS name, sql, comment FROM duckdb_tables() WHERE NOT internal ORDER BY name")
  for (const { name, sql, comment } of tables) {
    if (without.includes(String(name))) continue
    const [schema, table] = String(name).split('.')
    dump[String(name)] = { sql, comment, rows: (await driver.query(`SELECT * FROM "${schema}"."${table}" ORDER BY ALL`)).map(r => JSON.stringify(r)) }
  }
  for (const { name, sql, comment } of await driver.query(
    "SELECT schema_name || '.' || view_name AS name, sql, comment FROM duckdb_views() WHERE NOT internal ORDER BY name",
  )) {
    dump[`view ${name}`] = { sql, comment }
  }
  return dump
}
