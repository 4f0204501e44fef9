import type { Driver } from '../../registry/driver/driver.ts'
import type { Emulator } from '../emulator/index.ts'

/** State tables that tell of runs, not of what is deployed. */
const ofRuns = /^FEAT\.(META|JOURNAL|LOCK|RATES)$/

/** Everything in an emulated account as text by name: rows in one order, columns with types, definitions, comments. What only says who made something when is left out. */
export async function dumpAccount({ driver, emulator }: { readonly driver: Driver; readonly emulator: Emulator }): Promise<Readonly<Record<string, unknown>>> {
  const dump: Record<string, unknown> = {}
  for (const o of emulator.world.catalog.objects.values()) {
    const name = `${o.name.schema}.${o.name.name}`
    if (o.name.schema === 'RAW' || ofRuns.test(name)) continue
    const columns = o.columns.map(c => `${c.name} ${c.type.text}${c.nullable ? '' : ' NOT NULL'}${c.comment === null ? '' : ` ${c.comment}`}`)
    const rows = o.kind === 'TABLE' ? await rowsOf(driver, o.name) : null
    dump[`${o.kind} ${name}`] = { columns, comment: o.comment, clusterBy: o.clusterBy, properties: o.properties, body: o.body, rows }
  }
  return dump
}

async function rowsOf(
  driver: Driver,
  { database, schema, name }: { readonly database: string; readonly schema: string; readonly name: string },
): Promise<readonly string[]> {
  const rows = await driver.query(`SELECT * FROM "${database}"."${schema}"."${name}"`)
  const told = rows.map(({ created_by: _by, holder: _session, ...row }) => ({
    ...row,
    ...(schema === 'FEAT' && name === 'RECORDS' ? { body: withoutPlan(String(row['body'])) } : {}),
  }))
  return told.map(r => JSON.stringify(r)).toSorted()
}

function withoutPlan(body: string): string {
  return JSON.stringify({ ...(JSON.parse(body) as object), plan: null })
}
