import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Compiled } from '../../../compiler/index.ts'
import { qualified } from '../../../compiler/emit/index.ts'
import { applyPlan, makePlan, materialize, sessionOf } from '../../../registry/index.ts'
import type { Session } from '../../../registry/index.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'
import { now } from '../../support/golden.ts'
import { placedIn } from '../../support/golden-cases.ts'
import { compiledModule } from '../../support/snowflake-plan.ts'

// What a target holds besides tables and views, on the emulated account: applied, changed, and run by itself.

const folder = fileURLToPath(new URL('../../plan/objects/cases/', import.meta.url))

function sessionAt(account: Emulated, compiled: Compiled, at = now): Session {
  return sessionOf({ compiled, placed: placedIn(compiled, 'prod', null), driver: account.driver, now: at, tool: 'test', clock: () => new Date(at) })
}

async function inAccount(work: (account: Emulated) => Promise<void>): Promise<void> {
  const account = await openEmulated({
    emulator: { databases: ['SHOP', 'GOV'], warehouses: ['WH'], roles: ['ANALYST', 'SCIENTIST', 'TRAINER', 'ML_OWNER'], clock: () => new Date(now) },
    driver: { database: 'SHOP', warehouse: 'WH', parallelism: 4 },
  })
  try {
    for (const sql of raw) await account.driver.execute(sql)
    await work(account)
  } finally {
    await account.close()
  }
}

const raw = [
  'CREATE SCHEMA "SHOP"."RAW"',
  'CREATE TABLE "SHOP"."RAW"."ORDERS" ("CUSTOMER_ID" VARCHAR, "AMOUNT" NUMBER(12, 2), "ORDERED_AT" TIMESTAMP_NTZ(6), "LOADED_AT" TIMESTAMP_NTZ(6))',
  ...Array.from({ length: 38 }, (_, i) => {
    const at = new Date(Date.UTC(2026, 0, 3 + i, 3)).toISOString().slice(0, 19)
    return `INSERT INTO "SHOP"."RAW"."ORDERS" VALUES ('K${i % 3}', ${i}.5, '${at}', '${at}')`
  }),
  'CREATE TABLE "SHOP"."RAW"."TRIPS" ("ORIGIN" VARCHAR, "DESTINATION" VARCHAR, "STARTED_AT" TIMESTAMP_NTZ(6))',
  `INSERT INTO "SHOP"."RAW"."TRIPS" VALUES ('A', 'B', '2026-02-05T10:00:00')`,
  'CREATE TABLE "SHOP"."RAW"."CUSTOMERS" ("CUSTOMER_ID" VARCHAR, "TIER" VARCHAR, "VALID_FROM" TIMESTAMP_NTZ(6))',
  `INSERT INTO "SHOP"."RAW"."CUSTOMERS" VALUES ('K1', 'gold', '2026-02-01T00:00:00')`,
  'CREATE SCHEMA "GOV"."TAGS"',
  'CREATE TAG "GOV"."TAGS"."COST_CENTER"',
  'CREATE TAG "GOV"."TAGS"."PII"',
  'CREATE SCHEMA "GOV"."POLICIES"',
  'CREATE MASKING POLICY "GOV"."POLICIES"."MASK_AMOUNT" AS ("V" NUMBER(38, 2)) RETURNS NUMBER(38, 2) -> "V"',
  'CREATE ROW ACCESS POLICY "GOV"."POLICIES"."BY_CUSTOMER" AS ("K" VARCHAR) RETURNS BOOLEAN -> TRUE',
]

describe('on the emulated account', () => {
  it.each(readdirSync(folder))('%s is applied, and then nothing is left to do', async name => {
    const stages = ['before', 'definition'].filter(s => existsSync(`${folder}${name}/${s}.ts`))
    await inAccount(async account => {
      for (const stage of stages) {
        const session = sessionAt(account, await compiledModule(`${folder}${name}/${stage}.ts`))
        await applyPlan(session, await makePlan(session, { allowDestroy: true }))
        await materialize(session, { from: null, to: null, only: [] })
        const again = await makePlan(session, { allowDestroy: true })
        expect(again.changes.filter(c => c.action !== 'none').map(c => [c.address, c.action, c.fields])).toEqual([])
      }
    })
  })

  it('the procedures of the tasks compute what a materialize would', async () => {
    await inAccount(async account => {
      const compiled = await compiledModule(`${folder}target/definition.ts`)
      const early = sessionAt(account, compiled, '2026-02-05T06:00:00Z')
      await applyPlan(early, await makePlan(early, { allowDestroy: false }))
      await materialize(early, { from: null, to: null, only: [] })
      const graph = early.placed.resources.filter(r => r.filling.by !== 'nothing')
      for (const r of graph) {
        const name = r.address.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')
        await account.driver.execute(`CALL "SHOP"."FEAT_STORAGE"."RUN_${name}"(CAST('2026-02-10 06:00:00' AS TIMESTAMP_NTZ(6)))`)
      }
      const shown = early.placed.resources.flatMap(r => (r.publicName === null || r.physical.append === true ? [] : [qualified(r.publicName, 'snowflake')]))
      const rows = async (): Promise<unknown> =>
        Promise.all(
          shown.map(async n =>
            (await account.driver.query(`SELECT * EXCLUDE ("COMPUTED_AT") FROM ${n}`).catch(() => account.driver.query(`SELECT * FROM ${n}`)))
              .map(r => JSON.stringify(r))
              .toSorted(),
          ),
        )
      const byTasks = await rows()
      const late = sessionAt(account, compiled)
      const { done } = await materialize(late, { from: null, to: null, only: [] })
      expect(done).toBe(0)
      expect(await rows()).toEqual(byTasks)
      expect(JSON.stringify(byTasks)).toContain('2026-02-10')
    })
  })
})
