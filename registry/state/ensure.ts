import { randomUUID } from 'node:crypto'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { createSchema } from '../../compiler/emit/index.ts'
import type { StateAccess } from './access.ts'
import type { Meta } from './meta.ts'
import { readMeta } from './meta.ts'
import { format, migrations } from './migrations/index.ts'

/** Creates the state where there is none, brings an older one to the present format, and refuses another project's. */
export async function ensureState(access: StateAccess, project: string): Promise<Meta> {
  const { driver, placement, sql } = access
  const found = await readMeta(driver, placement, sql)
  if (found !== null && found.project !== project) {
    throw new FeatError([diagnostic('F624', { found: found.project, expected: project, schema: placement.stateSchema })])
  }
  if (found?.format === format) return found
  const schema = createSchema({ catalog: placement.catalog, schema: placement.stateSchema }, driver.dialect)
  for (const statement of schema) await driver.execute(statement, 'create the state')
  for (const migration of migrations.filter(m => m.to > (found?.format ?? 0))) {
    const title = `migrate the state to format ${migration.to}`
    for (const statement of migration.statements(sql)) await driver.execute(statement, title)
    if (found !== null) await driver.execute(`UPDATE ${sql.meta} SET format = ${migration.to}`, title)
  }
  // Each row only where there is none: two commands may create the state at once.
  const first = (table: string, values: string): string => `INSERT INTO ${table} SELECT ${values} FROM (SELECT count(*) AS n FROM ${table}) AS c WHERE n = 0`
  await driver.execute(first(sql.lock, '0, NULL, NULL, NULL, NULL'), 'create the state')
  await driver.execute(first(sql.claims, "'*', NULL, NULL, NULL, NULL, NULL"), 'create the state')
  await driver.execute(first(sql.meta, `${sql.text(randomUUID())}, ${sql.text(project)}, ${format}, 0, NULL, true`), 'create the state')
  return (await readMeta(driver, placement, sql))!
}
