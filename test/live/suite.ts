import { printQuery } from '../../compiler/emit/index.ts'
import type { Compiled } from '../../compiler/index.ts'
import { match } from '../../compiler/plan/match.ts'
import type { Driver, Value } from '../../registry/driver/driver.ts'
import { recordedState } from '../../registry/index.ts'
import type { Session } from '../../registry/index.ts'
import { observe } from '../../registry/observe/observe.ts'
import { rawData } from '../e2e/shop.ts'
import { compareSchemas } from '../second-engine/compare.ts'
import { semantics } from '../semantics/index.ts'
import type { Semantic } from '../semantics/row.ts'
import { fillSections } from '../support/golden.ts'
import { copyRaw } from '../support/snowflake-shop.ts'
import { applied, inWarehouse, materialized, planned, sessionFor } from '../support/warehouse.ts'
import type { Place } from './project.ts'
import { liveProject, schemasOf } from './project.ts'

/** What an account makes of one row of the table of semantics. */
export interface Seen {
  readonly row: Semantic
  /** The value, or what it says in its place. */
  readonly value: Value
  readonly error: string | null
}

/** What was found out on an account. */
export interface Findings {
  /** Rows of deployed tables that are equal to those of DuckDB, and where they are not. */
  readonly rows: number
  readonly differences: readonly string[]
  /** Queries that it was asked to describe, and those that it refused. */
  readonly described: number
  readonly refused: readonly string[]
  readonly seen: readonly Seen[]
}

const now = '2026-02-04T06:00:00Z'

/**
 * Deploys a small project to schemas of its own, computes it, compares it with DuckDB, has every query described, and asks
 * for each row of the table of semantics. Whatever happens, the schemas are dropped.
 */
export async function runLive(driver: Driver, place: Place): Promise<Findings> {
  const schemas = schemasOf(place)
  const compiled = liveProject(place)
  try {
    return await inWarehouse(rawData({ orders: 80, customers: 4 }), async duck => {
      await duck.execute(`CREATE SCHEMA "${schemas.raw}"`)
      for (const table of ['orders', 'customers', 'accounts', 'weather']) await duck.execute(`CREATE TABLE "${schemas.raw}".${table} AS FROM raw.${table}`)
      const ours = sessionFor(duck, compiled, { now, target: 'local' })
      const theirs = sessionFor(driver, compiled, { now, target: 'account' })
      await copyRaw(duck, theirs)
      for (const session of [ours, theirs]) await deploy(session)
      const compared = await compareSchemas({ duck, engine: { driver } }, place.database, [schemas.shown, schemas.storage])
      const queries = await queriesOf(theirs, compiled)
      const refused = (await Promise.all(queries.map(sql => refusalOf(driver, sql)))).flatMap(r => (r === null ? [] : [r]))
      return { ...compared, described: queries.length, refused, seen: await Promise.all(semantics.map(row => lookAt(driver, row))) }
    })
  } finally {
    for (const schema of Object.values(schemas)) await driver.execute(`DROP SCHEMA IF EXISTS "${place.database}"."${schema.toUpperCase()}" CASCADE`)
  }
}

async function deploy(session: Session): Promise<void> {
  await applied(session)
  await materialized(session)
  const { steps } = await planned(session)
  if (steps.length > 0) throw new Error(`what was applied is planned again: ${steps.map(s => s.title).join(', ')}`)
}

/** The rows of each fill and each data test of what is deployed. */
async function queriesOf(session: Session, compiled: Compiled): Promise<readonly string[]> {
  const [state, live] = [(await recordedState(session))!, await observe(session.driver, session.placed.placement)]
  const fills = fillSections(compiled, session.placed, state, live).flatMap(s => s.sql)
  const { matched } = match(compiled.lowered, session.placed, state, live)
  const shown = matched.flatMap(({ resource: { publicName: n } }) =>
    n === null ? [] : [`SELECT * FROM "${n.catalog}"."${n.schema}"."${n.name}"`.toUpperCase()],
  )
  return [...fills.flatMap(sql => (sql.startsWith('INSERT') ? [sql.replace(/^INSERT[^)]*\)\n/, '')] : [])), ...shown]
}

async function refusalOf(driver: Driver, sql: string): Promise<string | null> {
  return driver.describe(sql).then(
    () => null,
    (error: unknown) => `${error instanceof Error ? error.message : String(error)}\n${sql}`,
  )
}

async function lookAt(driver: Driver, row: Semantic): Promise<Seen> {
  try {
    const [found] = await driver.query(printQuery(row.relation, 'snowflake', null))
    return { row, value: found?.['v'] ?? null, error: null }
  } catch (error) {
    return { row, value: null, error: error instanceof Error ? error.message : String(error) }
  }
}
