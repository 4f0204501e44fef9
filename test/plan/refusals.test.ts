import { describe, expect, it } from 'vitest'
import { between, count, entity, events, featureView, number, sum, timestamp, varchar } from '../../compiler/dsl/index.ts'
import { place } from '../../compiler/place/index.ts'
import { materialize } from '../../registry/index.ts'
import { applyPlan } from '../../registry/index.ts'
import { failure } from '../support/errors.ts'
import { onEachEngine, rowsIn, sessionOn } from '../support/engines.ts'
import { applied, compiledOf, materialized, planned } from '../support/warehouse.ts'

const customer = entity('customer', { keys: { customer_id: varchar() } })
const orders = events('raw.orders', {
  entities: [customer],
  columns: { customer_id: varchar(), amount: number(12, 2), at: timestamp() },
  eventTime: 'at',
  defines: [customer],
})
const n = count(orders).over('7d')
const view = (features: Record<string, unknown> = { n }, options: Record<string, unknown> = {}): unknown =>
  featureView('shop', { entity: customer, ...options } as { entity: typeof customer }, features as { n: typeof n })
const project = (...views: readonly unknown[]): readonly unknown[] => [customer, orders, ...views]
const raw = [
  'CREATE SCHEMA raw',
  "CREATE TABLE raw.orders AS SELECT 'c' || (i % 3) AS customer_id, (10 * i)::DECIMAL(12, 2) AS amount, TIMESTAMP '2026-01-01' + to_hours(7 * i::INT) AS at FROM range(40) AS t(i)",
]
const at = { now: '2026-01-20T06:00:00Z' }

describe('placing', () => {
  const { lowered, catalog } = compiledOf(project(view()))
  const mistakes = (request: Partial<Parameters<typeof place>[2]>, c = catalog): readonly string[] =>
    place(lowered.desired, c, { target: null, environment: null, values: {}, root: '/', ...request }).diagnostics.map(d => `${d.code}: ${d.message}`)

  it('F501 unknown target', () => {
    const [target] = Object.keys(catalog.config.targets)
    expect(mistakes({ target: `${target}x` })).toEqual([
      `F501: there is no target '${target}x'; the config declares ${Object.keys(catalog.config.targets).join(' or ')}`,
    ])
  })

  it('F502 environment without a letter or digit', () => {
    expect(mistakes({ environment: '---' })).toEqual(["F502: '---' is no name for an environment: it needs at least one letter or digit"])
  })

  it('F503 environment variable that is not set', () => {
    const targets = { local: { kind: 'duckdb', path: { env: 'WAREHOUSE' }, sources: {}, schema: null, stateSchema: null } } as const
    const config = { ...catalog.config, targets, defaultTarget: 'local' }
    expect(mistakes({}, { ...catalog, config })).toEqual(['F503: the environment variable WAREHOUSE is not set, and the chosen target needs it'])
    expect(mistakes({ values: { WAREHOUSE: 'w.duckdb' } }, { ...catalog, config })).toEqual([])
  })
})

onEachEngine('planning', engine => {
  it('F510 an object that is not ours stands where ours is to be', async () => {
    await engine.inWarehouse(raw, async driver => {
      await driver.execute('CREATE SCHEMA IF NOT EXISTS main')
      await driver.execute('CREATE TABLE main.shop (a INTEGER)')
      const plan = await planned(sessionOn(driver, project(view()), at))
      expect(plan.blocked.map(b => `${b.code} ${b.message}`)).toEqual([
        "F510 there is already a table 'main.shop' that feat did not make, where an object of ours is to be",
      ])
      expect(plan.steps).toEqual([])
    })
  })

  it('refuses nothing where a feature only changes, though its tiles give up what they held for it', async () => {
    await engine.inWarehouse(raw, async driver => {
      await applied(sessionOn(driver, project(view({ total: sum(orders.c.amount).over('7d') })), at))
      const large = sum(orders.c.amount).where(orders.c.amount.gt(50)).over('7d')
      const plan = await planned(sessionOn(driver, project(view({ total: large })), at))
      expect(plan.blocked).toEqual([])
      const tiles = plan.changes.find(c => c.address.startsWith('tiles.'))!
      expect(tiles).toMatchObject({ loses: [], class: 'metadata' })
      expect(tiles.fields.some(f => f.declared === null)).toBe(true)
    })
  })

  it('F511, F512 and F513 what would be lost', async () => {
    await engine.inWarehouse(raw, async driver => {
      const blocked = async (definitions: readonly unknown[], allowDestroy = false): Promise<readonly string[]> =>
        (await planned(sessionOn(driver, definitions, at), allowDestroy)).blocked.map(b => `${b.code} ${b.address}`)
      await applied(sessionOn(driver, project(view({ n, total: sum(orders.c.amount).over('7d') })), at))
      expect(await blocked(project(view()))).toContain('F513 view.shop')
      expect(await blocked(project(view()), true)).toEqual([])
      expect(await blocked(project())).toContain('F511 view.shop')
      expect(await blocked(project(), true)).toEqual([])
      await applied(sessionOn(driver, project(view({ n, total: sum(orders.c.amount).over('7d') }, { protect: true })), at))
      expect(await blocked(project(), true)).toEqual(['F512 view.shop'])
    })
  })

  it('F514 and F515 a plan for another state, or one that others overtook', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, project(view()), at)
      await applied(session)
      const changed = sessionOn(driver, project(view({ n: count(orders).over('14d') })), at)
      const plan = await planned(changed)
      await expect(applyPlan(changed, { ...plan, state: 'another' })).rejects.toMatchObject({ diagnostics: [{ code: 'F514' }] })
      await applied(sessionOn(driver, project(view({ n: count(orders).over('21d') })), at))
      expect((await failure(applyPlan(changed, plan)))[0]).toMatchObject({ code: 'F515', address: 'view.shop' })
    })
  })

  it('F516 values that change, and F517 what somebody changed by hand, are told', async () => {
    await engine.inWarehouse(raw, async driver => {
      await applied(sessionOn(driver, project(view()), at))
      const hazards = async (definitions: readonly unknown[]): Promise<readonly string[]> =>
        (await planned(sessionOn(driver, definitions, at))).changes.flatMap(c => c.hazards.map(h => `${h.code} ${h.message}`))
      expect(await hazards(project(view({ n: count(orders).over('14d') })))).toEqual(['F516 values change for everyone who reads n of view.shop'])
      await driver.execute('DROP VIEW main.shop')
      expect(await hazards(project(view()))).toEqual(['F517 the deployed object of view.shop is not as it was applied: somebody changed or dropped it'])
    })
  })
})

onEachEngine('materializing', engine => {
  it('F518 what is not applied, and F519 what does not exist', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, project(view()), at)
      await expect(materialize(session, { from: null, to: null, only: [] })).rejects.toMatchObject({ diagnostics: [{ code: 'F518' }] })
      await applied(session)
      await expect(materialize(session, { from: null, to: null, only: ['shopp'] })).rejects.toMatchObject({
        diagnostics: [{ code: 'F519', hint: "did you mean 'shop'?" }],
      })
    })
  })

  it('F632 rows of a rebuilt view that fail their checks are not published', async () => {
    await engine.inWarehouse(raw, async driver => {
      const session = sessionOn(driver, project(view()), at)
      await applied(session)
      await materialized(session)
      const before = await rowsIn(driver, 'main.shop')
      expect(before.length).toBeGreaterThan(0)
      const checked = sessionOn(
        driver,
        project(
          view({
            n: count(orders)
              .over('14d')
              .with({ checks: [between(0, 1)] }),
          }),
        ),
        at,
      )
      await expect(applyPlan(checked, await planned(checked))).rejects.toMatchObject({
        diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'F632' })]) as unknown,
      })
      expect(await rowsIn(driver, 'main.shop')).toEqual(before)
    })
  })
})
