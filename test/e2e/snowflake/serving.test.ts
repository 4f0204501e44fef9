import { describe, expect, it } from 'vitest'
import { createSchema, createTable } from '../../../compiler/emit/index.ts'
import type { Plan } from '../../../compiler/ir/plan.ts'
import { applyPlan, makePlan, materialize, sessionOf } from '../../../registry/index.ts'
import type { Session } from '../../../registry/index.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'
import { now } from '../../support/golden.ts'
import { goldenCase, goldenCases, placedIn } from '../../support/golden-cases.ts'

// Serving objects on an emulated account, through the official driver: what was deployed is found again, by its probe and
// by the next plan; what somebody changed of it is brought back.

async function deployed<T>(name: string, work: (session: Session, account: Emulated, plan: Plan) => Promise<T>): Promise<T> {
  const { compiled } = await goldenCase(name)
  const account = await openEmulated({
    emulator: { databases: ['SHOP'], warehouses: ['WH', 'OTHER'], clock: () => new Date(now) },
    driver: { database: 'SHOP', warehouse: 'WH', parallelism: 4 },
  })
  try {
    const placed = placedIn(compiled, 'prod', null)
    for (const source of compiled.catalog.sources) {
      const to = placed.placement.sources[source.address]
      if (to?.kind !== 'relation') continue
      const columns = source.columns.map(c => ({ name: c.name, type: c.type, nullable: true, comment: null }))
      for (const sql of createSchema(to.name, 'snowflake')) await account.driver.execute(sql)
      for (const sql of createTable({ name: to.name, columns, comment: null, clusterBy: [], ifNotExists: false }, 'snowflake'))
        await account.driver.execute(sql)
    }
    const session = sessionOf({ compiled, placed, driver: account.driver, now, tool: 'test', clock: () => new Date(now) })
    const plan = await makePlan(session, { allowDestroy: false })
    await applyPlan(session, plan)
    return await work(session, account, plan)
  } finally {
    await account.close()
  }
}

describe('serving objects on an emulated account', () => {
  it.each(goldenCases.filter(c => c.startsWith('serving')))(
    'are found again: %s',
    async name => {
      await deployed(name, async (session, { driver }, plan) => {
        for (const step of plan.steps.filter(s => s.cause.startsWith('serving.') && s.probe !== null)) {
          const [row] = await driver.query(step.probe!)
          expect(Object.values(row!), step.title).toEqual([true])
        }
        expect((await makePlan(session, { allowDestroy: false })).changes).toEqual([])
      })
    },
    60_000,
  )

  it('are altered back where somebody changed them, and refreshed again', async () => {
    await deployed('serving-dynamic-table', async (session, { driver }) => {
      const table = '"SHOP"."ML"."VW_ONLINE_CUSTOMER"'
      await driver.execute(`ALTER DYNAMIC TABLE ${table} SET TARGET_LAG = '2 hours' WAREHOUSE = OTHER`)
      await driver.execute(`ALTER DYNAMIC TABLE ${table} SUSPEND`)
      const plan = await makePlan(session, { allowDestroy: false })
      expect(plan.changes.map(c => [c.address, c.why.kind, c.fields.map(f => [f.path, f.live])])).toEqual([
        [
          'serving.vw_online_customer',
          'drift',
          [
            ['lag', '2h'],
            ['warehouse', 'OTHER'],
            ['refreshed', 'suspended'],
          ],
        ],
      ])
      await applyPlan(session, plan)
      expect((await makePlan(session, { allowDestroy: false })).changes).toEqual([])
    })
  }, 60_000)

  it('are not filled by materialize', async () => {
    await deployed('serving-dynamic-table', async (session, { driver }) => {
      await materialize(session, { from: null, to: null, only: [] })
      const found = await driver.query(`SELECT "TABLE_NAME" AS "NAME" FROM "SHOP"."INFORMATION_SCHEMA"."TABLES" WHERE "TABLE_SCHEMA" = 'FEAT_STORAGE'`)
      expect(found.map(r => String(r['name'])).filter(n => n.startsWith('VW_'))).toEqual([])
    })
  }, 60_000)

  it('answer a request by their function', async () => {
    await deployed('serving-request', async (_, { driver }) => {
      const call = 'SELECT COUNT(*) AS "N" FROM TABLE("SHOP"."ML"."VW_QUOTE__REQUEST"(CAST(10 AS NUMBER(12, 2)), CAST(2 AS NUMBER(38, 0))))'
      expect((await driver.query(call)).map(r => Number(r['n']))).toEqual([0])
    })
  }, 60_000)
})
