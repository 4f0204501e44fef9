import { randomUUID } from 'node:crypto'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { createSchema } from '../../compiler/emit/index.ts'
import { inParallel } from '../driver/parallel.ts'
import type { StateAccess } from './access.ts'
import type { Meta } from './meta.ts'
import { readMeta } from './meta.ts'
import { format, migrations } from './migrations/index.ts'

/** Creates the state where there is none, brings an older one to the present format, and refuses another project's. */
export async function ensureState(access: StateAccess, project: string): Promise<Meta> {
  const { driver, placement, sql } = access
  const found = await readMeta(driver, sql)
  if (found !== null && found.project !== project) {
    throw new FeatError([diagnostic('F624', { found: found.project, expected: project, schema: placement.stateSchema })])
  }
  if (found?.format === format) return found
  const schema = createSchema({ catalog: placement.catalog, schema: placement.stateSchema }, driver.dialect)
  for (const statement of schema) await driver.execute(statement, 'create the state')
  for (const migration of migrations.filter(m => m.to > (found?.format ?? 0))) {
    const title = `migrate the state to format ${migration.to}`
    await inParallel(migration.statements(sql), driver.parallelism, statement => driver.execute(statement, title))
    if (found !== null) await driver.execute(`UPDATE ${sql.meta} SET format = ${migration.to}`, title)
  }
  if (found === null) await driver.execute(headTable(access, project), 'create the state')
  const made = (await readMeta(driver, sql))!
  if (made.project !== project) throw new FeatError([diagnostic('F624', { found: made.project, expected: project, schema: placement.stateSchema })])
  return made
}

/** Last, and with its row, so that a state whose head is there is whole; of two commands that create it at once, one does. */
function headTable({ sql }: StateAccess, project: string): string {
  const text = (value: string): string => `CAST(${value} AS VARCHAR)`
  const columns = [
    `${text(sql.text(randomUUID()))} AS id`,
    `${text(sql.text(project))} AS project`,
    `CAST(${format} AS BIGINT) AS format`,
    'CAST(0 AS BIGINT) AS serial',
    `${text('NULL')} AS run_plan`,
    'TRUE AS run_complete',
  ]
  return `CREATE TABLE IF NOT EXISTS ${sql.meta} AS SELECT ${columns.join(', ')}`
}
