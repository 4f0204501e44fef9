import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSchema, createTable } from '../../compiler/emit/index.ts'
import type { Compiled } from '../../compiler/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { applyPlan, makePlan, materialize, sessionOf } from '../../registry/index.ts'
import type { Session } from '../../registry/index.ts'
import type { Emulated } from '../support/emulated.ts'
import { openEmulated } from '../support/emulated.ts'
import { createRaw, now } from '../support/golden.ts'
import { goldenCase, goldenCases, placedIn } from '../support/golden-cases.ts'
import { inWarehouse } from '../support/warehouse.ts'
import { compareSchemas } from '../second-engine/compare.ts'
import { loadParquet } from './load.ts'

// Each golden case is planned, applied and materialized on the emulator through the official driver, beside the same on
// DuckDB: procedures and all. Then every table and view that people query holds the same rows.

describe('golden cases on the emulator', () => {
  it.each(goldenCases.filter(name => name !== 'file-source'))(
    '%s',
    async name => {
      const { compiled, earlier, environment } = await goldenCase(name)
      const account = await openEmulated({
        emulator: { databases: ['SHOP'], warehouses: ['WH'], clock: () => new Date(now) },
        driver: { database: 'SHOP', warehouse: 'WH', parallelism: 4 },
      })
      try {
        await inWarehouse([], async duck => {
          await createRaw(duck, compiled)
          await copyRaw(duck, account, compiled)
          const stages = [...(earlier === null ? [] : [{ compiled: earlier, environment: null }]), { compiled, environment }]
          for (const stage of stages) {
            await deploy(sessionIn(duck, 'local', stage))
            await deploy(sessionIn(account.driver, 'prod', stage))
          }
          const { rows, differences } = await compareSchemas({ duck, engine: account }, 'SHOP', ['ml', 'ml__pr_1'])
          expect(differences.slice(0, 5)).toEqual([])
          expect(rows).toBeGreaterThan(0)
        })
      } finally {
        await account.close()
      }
    },
    60_000,
  )
})

interface Stage {
  readonly compiled: Compiled
  readonly environment: string | null
}

function sessionIn(driver: Driver, target: string, { compiled, environment }: Stage): Session {
  return sessionOf({ compiled, placed: placedIn(compiled, target, environment), driver, now, tool: 'test', clock: () => new Date(now) })
}

async function deploy(session: Session): Promise<void> {
  const plan = await makePlan(session, { allowDestroy: true })
  expect(plan.blocked).toEqual([])
  await applyPlan(session, plan)
  await materialize(session, { from: null, to: null, only: [] })
}

/** The raw tables of DuckDB, made from the declared types and filled with the same rows. */
async function copyRaw(duck: Driver, { driver, emulator }: Emulated, compiled: Compiled): Promise<void> {
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
