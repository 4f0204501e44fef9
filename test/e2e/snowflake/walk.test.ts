import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { count } from '../../../compiler/dsl/index.ts'
import type { Compiled } from '../../../compiler/index.ts'
import type { Driver } from '../../../registry/driver/driver.ts'
import { applyPlan, makePlan, materialize, recordedState } from '../../../registry/index.ts'
import { compareSchemas } from '../../second-engine/compare.ts'
import { codesOf } from '../../support/errors.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'
import { accountConfig, copyRaw } from '../../support/snowflake-shop.ts'
import { compiledOf, sessionFor, warehouse } from '../../support/warehouse.ts'
import { base, phone, project } from '../changing-project.ts'
import { orders, rawData } from '../shop.ts'

// One project through its changes, on DuckDB and through the official driver on an emulated account side by side: the
// plans say the same, and people see the same rows.

interface Stage {
  readonly title: string
  readonly definitions: readonly unknown[]
  readonly now: string
  readonly environment?: string
  /** Done to both before, with the name of the storage schema as each has it. */
  readonly before?: (driver: Driver, storages: readonly string[]) => Promise<void>
}

const { orders_7d, ...others } = base as unknown as { readonly orders_7d: { with: (o: object) => unknown } }
const changed = project({ ...base, orders_7d: count(orders).over('5d'), phone_7d: phone })
const drop = (view: string, where: (name: string) => string) => async (driver: Driver, storages: readonly string[]) => {
  await driver.execute(`DROP TABLE ${where(storages.find(s => s.startsWith(`${view}__g`))!)}`)
}

const stages: readonly Stage[] = [
  { title: 'the first deployment', definitions: project(), now: '2026-01-12T06:00:00Z' },
  { title: 'the next days', definitions: project(), now: '2026-01-14T06:00:00Z' },
  { title: 'a preview of changed and new features', definitions: changed, now: '2026-01-14T06:00:00Z', environment: 'pr_7' },
  { title: 'the same where people read', definitions: changed, now: '2026-01-15T06:00:00Z' },
  {
    title: 'a feature of another name',
    definitions: project({ purchases_7d: orders_7d.with({ renamedFrom: 'orders_7d' }), ...others }),
    now: '2026-01-15T06:00:00Z',
  },
  { title: 'back again, one fewer', definitions: project({ orders_7d: base['orders_7d'] }), now: '2026-01-16T06:00:00Z' },
  {
    title: 'a storage that somebody dropped',
    definitions: project({ orders_7d: base['orders_7d'] }),
    now: '2026-01-16T06:00:00Z',
    before: (driver, storages) =>
      drop('customer_load', name => (driver.dialect === 'duckdb' ? `feat_storage.${name} CASCADE` : `EMULATED.FEAT_STORAGE.${name}`))(driver, storages),
  },
  {
    title: 'a view of another name',
    definitions: project({ orders_7d: base['orders_7d'] }, { name: 'purchases', renamedFrom: 'view.customer_orders' }),
    now: '2026-01-17T06:00:00Z',
  },
]

let duck: Driver
let account: Emulated
/** What the account takes for now. */
let moment = stages[0]!.now
const compiled = (definitions: readonly unknown[]): Compiled => compiledOf(definitions, { config: accountConfig })
beforeAll(async () => {
  duck = await warehouse(rawData({ orders: 90, customers: 3 }))
  account = await openEmulated({ driver: { parallelism: 4 }, emulator: { clock: () => new Date(moment) } })
  await copyRaw(duck, sessionFor(account.driver, compiled(project()), { now: stages[0]!.now, target: 'account' }))
}, 60_000)
afterAll(async () => {
  duck.close()
  await account.close()
})

describe('one project through its changes', () => {
  it.each(stages)(
    '$title',
    async ({ definitions, now, environment, before }) => {
      const what = compiled(definitions)
      moment = now
      const at = environment === undefined ? { now } : { now, environment }
      const told = []
      for (const [driver, target] of [
        [duck, 'local'],
        [account.driver, 'account'],
      ] as const) {
        const session = sessionFor(driver, what, { ...at, target })
        const state = await recordedState(session)
        await before?.(
          driver,
          (state?.records ?? []).flatMap(r => r.storages.map(s => s.name.name)),
        )
        const plan = await makePlan(session, { allowDestroy: true })
        expect(plan.blocked).toEqual([])
        if (plan.steps.length > 0) await applyPlan(session, plan)
        const { done } = await materialize(session, { from: null, to: null, only: [] })
        const again = await makePlan(session, { allowDestroy: true })
        expect([again.changes, again.steps]).toEqual([[], []])
        expect((await materialize(session, { from: null, to: null, only: [] })).done).toBe(0)
        // Procedures and what serves are of the one engine only.
        const changes = plan.changes.filter(c => /^(tiles|captures|view|store)\\./.test(c.address))
        told.push({ changes: changes.map(c => `${c.address} ${c.action} ${c.class}`), fills: done > 0 })
      }
      expect(told[1]).toEqual(told[0])
      const schemas = environment === undefined ? ['main'] : ['main', `main__${environment}`]
      const { rows, differences } = await compareSchemas({ duck, engine: account }, 'EMULATED', schemas)
      expect(differences.slice(0, 5)).toEqual([])
      expect(rows).toBeGreaterThan(20)
    },
    60_000,
  )

  it('F515 a plan is refused where somebody else applied in between', async () => {
    const now = '2026-01-17T06:00:00Z'
    const session = sessionFor(account.driver, compiled(changed), { now, target: 'account' })
    const plan = await makePlan(session, { allowDestroy: true })
    const other = sessionFor(account.driver, compiled(project({ orders_7d: phone }, { name: 'purchases' })), { now, target: 'account' })
    await applyPlan(other, await makePlan(other, { allowDestroy: true }))
    expect(new Set(await codesOf(applyPlan(session, plan)))).toEqual(new Set(['F515']))
  }, 60_000)

  it('everything is taken away again', async () => {
    const session = sessionFor(account.driver, compiled(changed), { now: '2026-02-17T06:00:00Z', target: 'account' })
    await applyPlan(session, await makePlan(session, { allowDestroy: true, destroyAll: true }))
    const left = [...account.emulator.world.catalog.objects.values()].filter(o => o.name.schema === 'MAIN' && !o.name.name.includes('__G'))
    expect(left.map(o => o.name.name)).toEqual([])
  }, 60_000)
})
