import { expect, it } from 'vitest'
import { count, defineConfig, duckdb, entity, events, featureView, snowflake, sum, number, timestamp, varchar } from '../../../compiler/dsl/index.ts'
import { place } from '../../../compiler/place/index.ts'
import { applyPlan, makePlan, materialize, recordedState, sessionOf } from '../../../registry/index.ts'
import type { Session } from '../../../registry/index.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'
import { compiledOf } from '../../support/warehouse.ts'

// A preview environment that begins with zero-copy clones of what main has, on the emulated account.

const config = defineConfig({
  project: 'shop',
  defaultTarget: 'prod',
  targets: {
    local: duckdb({ path: ':memory:', sources: { raw: 'raw' } }),
    prod: snowflake({ connection: 'prod', database: 'SHOP', schema: 'ML', warehouse: 'WH', sources: { raw: 'SHOP.RAW' } }),
  },
  environments: { schema: '{schema}__{env}', cloneFrom: 'main' },
})
const customer = entity('customer', { keys: { customer_id: varchar() } })
const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), ordered_at: timestamp() },
  eventTime: 'ordered_at',
  defines: [customer],
})
const before = featureView('customer_orders', { entity: customer, every: '1d' }, { orders_7d: count(orders).over('7d') })
const after = featureView(
  'customer_orders',
  { entity: customer, every: '1d' },
  { orders_7d: count(orders).over('7d'), amount_7d: sum(orders.c.amount).over('7d') },
)

function sessionAt(account: Emulated, view: object, environment: string | null, now: string): Session {
  const compiled = compiledOf([customer, orders, view], { config })
  const placed = place(compiled.lowered.desired, compiled.catalog, { target: 'prod', environment, values: {}, root: '/' }).value!
  return sessionOf({ compiled, placed, driver: account.driver, now, tool: 'test', clock: () => new Date(now) })
}

async function deployed(session: Session): Promise<readonly string[]> {
  const plan = await makePlan(session, { allowDestroy: false })
  await applyPlan(session, plan)
  return plan.steps.map(s => s.title)
}

it('begins with what is there, computes further by itself, and leaves the other as it was', async () => {
  const account = await openEmulated({ emulator: { databases: ['SHOP'], warehouses: ['WH'] }, driver: { database: 'SHOP', warehouse: 'WH', parallelism: 4 } })
  const days = async (schema: string): Promise<unknown> =>
    (
      await account.driver.query(
        `SELECT COUNT(*) AS "N", MIN("FEATURE_DATE") AS "FIRST", MAX("FEATURE_DATE") AS "LAST" FROM "SHOP"."${schema}"."CUSTOMER_ORDERS"`,
      )
    )[0]
  try {
    await account.driver.execute('CREATE SCHEMA "SHOP"."RAW"')
    await account.driver.execute('CREATE TABLE "SHOP"."RAW"."ORDERS" ("CUSTOMER_ID" VARCHAR, "AMOUNT" NUMBER(12, 2), "ORDERED_AT" TIMESTAMP_NTZ(6))')
    await account.driver.execute(`INSERT INTO "SHOP"."RAW"."ORDERS" VALUES ('a', 1.5, '2026-01-02 03:00:00'), ('b', 2.5, '2026-01-04 03:00:00')`)
    const main = sessionAt(account, before, null, '2026-01-06T06:00:00Z')
    await deployed(main)
    await materialize(main, { from: null, to: null, only: [] })
    const there = await days('ML')

    const titles = await deployed(sessionAt(account, after, 'pr-1', '2026-01-06T07:00:00Z'))
    expect(titles.filter(t => t.startsWith('clone ')).length).toBe(2)
    const preview = sessionAt(account, after, 'pr-1', '2026-01-08T06:00:00Z')
    expect((await makePlan(preview, { allowDestroy: false })).steps.map(s => s.title)).toEqual([])
    await materialize(preview, { from: null, to: null, only: [] })
    expect(await days('ML__PR_1')).toEqual({ n: 10, first: '2026-01-03', last: '2026-01-08' })
    expect(await account.driver.query('SELECT * FROM "SHOP"."ML__PR_1"."CUSTOMER_ORDERS" WHERE "AMOUNT_7D" IS NULL')).toEqual([])

    expect(await days('ML')).toEqual(there)
    expect((await makePlan(sessionAt(account, before, null, '2026-01-08T06:00:00Z'), { allowDestroy: false })).steps).toEqual([])
    const state = (await recordedState(preview))!
    expect(
      state.storages
        .filter(s => s.owner === 'pr-1')
        .every(s => s.storage.generation.endsWith('__pr_1') || s.storage.columns.some(c => c.logical === 'amount_7d' || c.logical.startsWith('sum'))),
    ).toBe(true)
  } finally {
    await account.close()
  }
}, 60_000)

it('an environment on the embedded warehouse reads the tables that are there', () => {
  const compiled = compiledOf([customer, orders, before], { config })
  const local = place(compiled.lowered.desired, compiled.catalog, { target: 'local', environment: 'pr-1', values: {}, root: '/' }).value!
  const prod = place(compiled.lowered.desired, compiled.catalog, { target: 'prod', environment: 'pr-1', values: {}, root: '/' }).value!
  expect([local.placement.cloneFrom, prod.placement.cloneFrom]).toEqual([undefined, 'main'])
})
