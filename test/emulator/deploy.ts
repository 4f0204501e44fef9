import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createSchema, createTable } from '../../compiler/emit/index.ts'
import type { Compiled } from '../../compiler/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { applyPlan, makePlan, materialize, sessionOf } from '../../registry/index.ts'
import type { Session } from '../../registry/index.ts'
import type { Emulated } from '../support/emulated.ts'
import { now } from '../support/golden.ts'
import { placedIn } from '../support/golden-cases.ts'
import { loadParquet } from './load.ts'

/** What is deployed where. */
export interface Stage {
  readonly compiled: Compiled
  readonly environment: string | null
}

/** A session of a target on an open warehouse. */
export function sessionIn(driver: Driver, target: string, { compiled, environment }: Stage, at = now): Session {
  return sessionOf({ compiled, placed: placedIn(compiled, target, environment), driver, now: at, tool: 'test', clock: () => new Date(at) })
}

/** Plans, applies and materializes. */
export async function deploy(session: Session): Promise<void> {
  const plan = await makePlan(session, { allowDestroy: true })
  expect(plan.blocked).toEqual([])
  await applyPlan(session, plan)
  await materialize(session, { from: null, to: null, only: [] })
}

/** The raw tables of DuckDB, made on the account from the declared types and filled with the same rows. */
export async function copyRaw(duck: Driver, { driver, emulator }: Emulated, compiled: Compiled): Promise<void> {
  const { placement } = placedIn(compiled, 'prod', null)
  const folder = mkdtempSync(join(tmpdir(), 'feat-raw-'))
  for (const source of compiled.catalog.sources) {
    const to = placement.sources[source.address]
    if (to?.kind !== 'relation') continue
    const columns = source.columns.map(c => ({ name: c.name, type: c.type, nullable: true, comment: null }))
    const file = join(folder, `${to.name.name}.parquet`)
    for (const sql of createSchema(to.name, 'snowflake')) await driver.execute(sql)
    for (const sql of createTable({ name: to.name, columns, comment: null, clusterBy: [], ifNotExists: false }, 'snowflake')) await driver.execute(sql)
    await duck.execute(`COPY (SELECT ${columns.map(c => `"${c.name}"`).join(', ')} FROM ${to.name.schema}.${to.name.name}) TO '${file}' (FORMAT parquet)`)
    await loadParquet(emulator, { database: 'SHOP', schema: to.name.schema.toUpperCase(), name: to.name.name.toUpperCase() }, file)
  }
  rmSync(folder, { recursive: true })
}
