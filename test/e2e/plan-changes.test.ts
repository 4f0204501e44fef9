import { describe, expect, it, vi } from 'vitest'
import { category, count, events, featureView, max, number, serving, timestamp, varchar, versions } from '../../compiler/dsl/index.ts'
import type { Plan, Step } from '../../compiler/ir/plan.ts'
import type { Driver, Row } from '../../registry/driver/driver.ts'
import { applyPlan, materialize, recordedState } from '../../registry/index.ts'
import type { Watch } from '../support/engines.ts'
import { onDuckdb, onEachEngine, quoted, rowsIn, sessionOn, tablesOf, watching } from '../support/engines.ts'
import { failure } from '../support/errors.ts'
import type { Tables } from '../support/warehouse.ts'
import { applied, differences, materialized, planned } from '../support/warehouse.ts'
import { base, phone, project } from './changing-project.ts'
import { customer, customers, orders, rawData } from './shop.ts'

/** Seconds by themselves, longer beside everything else. */
vi.setConfig({ testTimeout: 180_000 })

const now = '2026-01-20T06:00:00Z'
const raw = rawData({ orders: 200, customers: 4 })

async function deployed(driver: Driver, definitions: readonly unknown[], at = now): Promise<void> {
  const session = sessionOn(driver, definitions, { now: at })
  await applied(session, true)
  await materialized(session)
}

/** What people see where it is computed at once, whatever the engine: on DuckDB. */
async function fresh(definitions: readonly unknown[], at = now): Promise<Tables> {
  return onDuckdb.inWarehouse(raw, async driver => {
    await deployed(driver, definitions, at)
    return tablesOf(driver, ['main'])
  })
}

/** What people can query, without the storages that are kept beside it. */
function shown(tables: Tables): Tables {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !/__g\w{8}$/.test(name)))
}

const filled = (plan: Plan): readonly string[] => plan.steps.filter(s => s.fill !== null || s.phase === 'fill').map(s => s.cause)

/** Whether a fill reads raw rows: by itself or by the procedure that it calls. */
function scansRaw(fill: Step, plan: Plan): boolean {
  const procedure = /^CALL ([^(]+)\(/.exec(fill.sql[0]!)?.[1]
  const texts = procedure === undefined ? fill.sql : plan.steps.flatMap(s => s.sql).filter(q => q.includes(`PROCEDURE ${procedure} (`))
  expect(texts.length).toBeGreaterThan(0)
  return texts.some(q => q.toLowerCase().includes('"raw"."orders"'))
}

async function storageOf(driver: Driver, name: string): Promise<string> {
  return Object.keys(await tablesOf(driver, ['feat_storage'])).find(n => n.startsWith(`feat_storage.${name}_`))!
}

async function expectAsFresh(driver: Driver, definitions: readonly unknown[]): Promise<void> {
  const session = sessionOn(driver, definitions, { now })
  expect(await planned(session)).toMatchObject({ changes: [], steps: [], blocked: [] })
  expect(await materialized(session)).toBe(0)
  expect(differences(shown(await tablesOf(driver, ['main'])), shown(await fresh(definitions)))).toEqual([])
}

onEachEngine('a project that changes', engine => {
  /** A project that was deployed, and the plan of another one over it. */
  async function changing(
    to: readonly unknown[],
    work: (on: { readonly driver: Driver; readonly plan: Plan; readonly before: Tables }) => Promise<void>,
    from = project(),
  ): Promise<void> {
    await engine.inWarehouse(raw, async driver => {
      await deployed(driver, from)
      const before = await tablesOf(driver, ['main'])
      await work({ driver, plan: await planned(sessionOn(driver, to, { now }), true), before })
    })
  }

  describe('a changed feature', () => {
    const to = project({ ...base, orders_7d: count(orders).over('5d') })

    it('gets a new storage, is filled as far as the old one and only then shown, and so do its readers', () =>
      changing(to, async ({ driver, plan, before }) => {
        expect(plan.changes.find(c => c.address === 'view.customer_orders')).toMatchObject({ action: 'rebuild', class: 'values', hazards: [{ code: 'F516' }] })
        expect(plan.changes.find(c => c.address === 'view.customer_load')).toMatchObject({
          action: 'rebuild',
          why: { kind: 'upstream', via: ['feature.customer.orders_7d'] },
        })
        expect(new Set(filled(plan))).toEqual(
          new Set(['view.customer_orders', 'view.customer_load', 'store.all_features', ...(engine.duckdb ? ['serving.online'] : [])]),
        )
        const seen: (readonly Row[])[] = []
        const session = sessionOn(driver, to, { now })
        const after: Watch = async ({ title }) => void (title.startsWith('fill') && seen.push(await rowsIn(driver, 'main.customer_orders')))
        const watched = { ...session, driver: watching(driver, { after }) }
        await applyPlan(watched, plan)
        expect(seen.length).toBeGreaterThanOrEqual(plan.steps.filter(s => s.phase === 'fill').length)
        for (const rows of seen) expect(rows).toEqual(before['main.customer_orders'])
        await expectAsFresh(driver, to)
      }))

    it('fills from tiles that are there', () =>
      changing(to, async ({ plan }) => {
        expect(plan.steps.filter(s => s.phase === 'fill' && s.cause === 'view.customer_orders').map(s => scansRaw(s, plan))).toEqual([false])
        expect(filled(plan).some(c => c.startsWith('tiles.'))).toBe(false)
      }))
  })

  describe('a new feature', () => {
    const over = project({ ...base, orders_14d: count(orders).over('14d') })
    it('over tiles that are there fills its own column only and scans nothing raw', () =>
      changing(over, async ({ driver, plan }) => {
        expect(plan.changes.find(c => c.address === 'view.customer_orders')).toMatchObject({ action: 'add columns', class: 'additive' })
        const [view, ...more] = plan.steps.filter(s => s.phase === 'fill' && s.cause === 'view.customer_orders')
        expect(more).toEqual([])
        expect(view!.title).toContain('(orders_14d)')
        expect(plan.steps.filter(s => s.phase === 'fill' && scansRaw(s, plan)).map(s => s.title)).toEqual([])
        expect(filled(plan).filter(c => c.startsWith('tiles.') || c === 'view.customer_load')).toEqual([])
        await applyPlan(sessionOn(driver, over, { now }), plan)
        await expectAsFresh(driver, over)
      }))

    const other = project({ ...base, phone_7d: phone, largest_7d: max(orders.c.amount).over('7d') })
    it('of a new key scans raw rows, for its own states only', () =>
      changing(other, async ({ driver, plan }) => {
        const tiles = plan.steps.filter(s => s.phase === 'fill' && s.cause.startsWith('tiles.'))
        expect(tiles.map(s => scansRaw(s, plan))).toEqual([true])
        expect(tiles[0]!.title).not.toContain('sum_')
        await applyPlan(sessionOn(driver, other, { now }), plan)
        await expectAsFresh(driver, other)
      }))

    it('goes on with the days after it', () =>
      changing(other, async ({ driver, plan }) => {
        await applyPlan(sessionOn(driver, other, { now }), plan)
        const later = '2026-01-24T06:00:00Z'
        await materialized(sessionOn(driver, other, { now: later }))
        expect(differences(shown(await tablesOf(driver, ['main'])), shown(await fresh(other, later)))).toEqual([])
      }))
  })

  describe('a new name', () => {
    const { orders_7d, ...others } = base as unknown as { readonly orders_7d: { with: (o: object) => never } }
    const feature = project({ purchases_7d: orders_7d.with({ renamedFrom: 'orders_7d' }), ...others })
    it('of a feature is a rename: no view is filled', () =>
      changing(feature, async ({ driver, plan, before }) => {
        expect(plan.changes.find(c => c.address === 'view.customer_orders')).toMatchObject({ action: 'rename', loses: [] })
        expect(filled(plan).filter(c => c.startsWith('view.') || c.startsWith('tiles.'))).toEqual([])
        await applyPlan(sessionOn(driver, feature, { now }), plan)
        const renamed = (await rowsIn(driver, 'main.customer_orders')).map(({ purchases_7d, ...row }): Row => ({ ...row, orders_7d: purchases_7d! }))
        expect(differences({ a: renamed }, { a: before['main.customer_orders']! })).toEqual([])
        await expectAsFresh(driver, feature)
      }))

    const view = project(base, { name: 'customer_buys', renamedFrom: 'customer_orders' })
    it('of a view is a rename: nothing is filled, and the former name is gone', () =>
      changing(view, async ({ driver, plan, before }) => {
        expect(plan.changes.find(c => c.address === 'view.customer_buys')).toMatchObject({ action: 'rename', was: 'view.customer_orders' })
        expect(filled(plan)).toEqual([])
        await applyPlan(sessionOn(driver, view, { now }), plan)
        expect(await rowsIn(driver, 'main.customer_buys')).toEqual(before['main.customer_orders'])
        expect(Object.keys(await tablesOf(driver, ['main']))).not.toContain('main.customer_orders')
        await expectAsFresh(driver, view)
      }))
  })

  it('switching the current version publishes, and fills neither view nor tiles', async () => {
    const versioned = (current: 1 | 2): readonly unknown[] => {
      const view = featureView(
        'customer_orders',
        { entity: customer },
        { orders_7d: versions({ 1: count(orders).over('7d'), 2: count(orders).over('5d') }, { current }) },
      )
      return [customer, orders, customers, view, serving('online', { entity: customer, features: [view], mode: 'latest', freshness: '5m' })]
    }
    await changing(
      versioned(2),
      async ({ driver, plan, before }) => {
        expect(filled(plan).filter(c => !c.startsWith('serving.'))).toEqual([])
        await applyPlan(sessionOn(driver, versioned(2), { now }), plan)
        const after = await rowsIn(driver, 'main.customer_orders')
        expect(after.map(r => r['orders_7d'])).toEqual(after.map(r => r['orders_7d__v2']))
        expect(before['main.customer_orders']!.map(r => r['orders_7d'])).toEqual(after.map(r => r['orders_7d__v1']))
        await expectAsFresh(driver, versioned(2))
      },
      versioned(1),
    )
  })

  describe('what is no longer declared', () => {
    const { tier: _, ...fewer } = base
    it('F513 a feature, F511 a view: neither goes without a flag', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        expect((await planned(sessionOn(driver, project(fewer), { now }))).blocked.map(b => [b.code, b.address])).toContainEqual([
          'F513',
          'view.customer_orders',
        ])
        const without = await planned(sessionOn(driver, [customer, orders, customers], { now }))
        expect(without.steps).toEqual([])
        expect(new Set(without.blocked.map(b => b.code))).toEqual(new Set(['F511']))
      }))

    it('F512 is never destroyed while it is protected, not even with the flag', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project(base, { protect: true }))
        const gone = await planned(sessionOn(driver, [customer, orders, customers], { now }), true)
        expect(gone.blocked).toMatchObject([{ code: 'F512', address: 'view.customer_orders' }])
        await applied(sessionOn(driver, project(base, { protect: false }), { now }))
        expect((await planned(sessionOn(driver, [customer, orders, customers], { now }), true)).blocked).toEqual([])
      }))

    it('loses its public name at once and its storages after seven days', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        const nothing = [customer, orders, customers]
        const at = (moment: string): ReturnType<typeof sessionOn> => sessionOn(driver, nothing, { now: moment })
        const storages = async (): Promise<readonly string[]> => Object.keys(await tablesOf(driver)).filter(n => n.includes('__g'))
        const kept = (await storages()).length + 1 // the store's table goes back to the name that it was built with
        await applied(at(now), true)
        expect((await storages()).length).toBe(kept)
        expect(Object.keys(shown(await tablesOf(driver, ['main'])))).toEqual([])
        expect((await recordedState(at(now)))!.retired.length).toBe(kept)
        expect((await planned(at('2026-01-27T05:59:59Z'))).steps).toEqual([])
        await applied(at('2026-01-27T06:00:01Z'))
        expect(await storages()).toEqual([])
        expect((await recordedState(at(now)))!).toMatchObject({ storages: [], coverage: [], retired: [] })
      }))

    it('can be declared again within seven days, without any fill', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        const before = await rowsIn(driver, 'main.customer_orders')
        await applied(sessionOn(driver, [customer, orders, customers], { now }), true)
        const back = await planned(sessionOn(driver, project(), { now }))
        expect(filled(back).filter(c => c.startsWith('view.') || c.startsWith('tiles.'))).toEqual([])
        await applied(sessionOn(driver, project(), { now }))
        expect(await rowsIn(driver, 'main.customer_orders')).toEqual(before)
        await expectAsFresh(driver, project())
      }))
  })

  describe('a saved plan', () => {
    it('F515 is refused when one of its definitions was changed since, by its address', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        const saved = JSON.parse(JSON.stringify(await planned(sessionOn(driver, project({ ...base, orders_14d: count(orders).over('14d') }), { now })))) as Plan
        const other = sessionOn(driver, project({ ...base, orders_10d: count(orders).over('10d') }), { now })
        await applied(other)
        expect((await failure(applyPlan(other, saved))).map(d => [d.code, d.address])).toContainEqual(['F515', 'view.customer_orders'])
      }))

    it('is applied although rows and coverage have changed', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project(), '2026-01-15T06:00:00Z')
        const to = project({ ...base, orders_14d: count(orders).over('14d') })
        const saved = JSON.parse(JSON.stringify(await planned(sessionOn(driver, to, { now })))) as Plan
        await materialized(sessionOn(driver, project(), { now }))
        await applyPlan(sessionOn(driver, to, { now }), saved)
        await materialized(sessionOn(driver, to, { now }))
        await expectAsFresh(driver, to)
      }))

    it('F514 is refused by the state of another warehouse', async () => {
      const saved = await engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        return planned(sessionOn(driver, project({ ...base, orders_14d: count(orders).over('14d') }), { now }))
      })
      await engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        expect((await failure(applyPlan(sessionOn(driver, project(), { now }), saved))).map(d => d.code)).toEqual(['F514'])
      })
    })
  })

  describe('what others did', () => {
    it('F510 an object of theirs under our name is left alone', () =>
      engine.inWarehouse(raw, async driver => {
        await driver.execute('CREATE SCHEMA IF NOT EXISTS main')
        await driver.execute('CREATE VIEW main.customer_orders AS SELECT 1 AS a')
        await driver.execute('CREATE TABLE main.all_features AS SELECT 2 AS b')
        const plan = await planned(sessionOn(driver, project(), { now }))
        expect(plan.blocked.map(b => [b.code, b.address])).toEqual([
          ['F510', 'view.customer_orders'],
          ['F510', 'store.all_features'],
        ])
        expect(plan.steps).toEqual([])
      }))

    it.each([
      ['a public view that was dropped', 'DROP VIEW main.customer_orders', ['view.customer_orders']],
      ['a public table that was dropped', 'DROP TABLE main.all_features', ['store.all_features']],
      ['a column of a table that was dropped', 'ALTER TABLE main.all_features DROP COLUMN amount_7d', ['store.all_features']],
      ['a public view that was replaced', 'CREATE OR REPLACE VIEW main.customer_orders AS SELECT 1 AS customer_id', ['view.customer_orders']],
    ])('%s is drift and comes back', async (_what, damage, addresses) => {
      await engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        await driver.execute(damage)
        const plan = await planned(sessionOn(driver, project(), { now }))
        expect(plan.changes.map(c => c.address)).toEqual(expect.arrayContaining(addresses))
        expect(plan.changes.find(c => c.address === addresses[0])).toMatchObject({ why: { kind: 'drift' }, hazards: [{ code: 'F517' }] })
        await applied(sessionOn(driver, project(), { now }))
        await materialized(sessionOn(driver, project(), { now }))
        await expectAsFresh(driver, project())
      })
    })

    it.each([
      ['customer_orders', /^amount_7d/, 'view.customer_orders'],
      ['tiles_raw_orders', /^n_/, 'tiles.raw.orders/customer_id/1dx1d'],
    ])('a column of a storage %s that was dropped comes back and is filled again', async (table, column, of) => {
      await engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        const name = await storageOf(driver, table)
        const found = Object.keys((await rowsIn(driver, name))[0]!).find(c => column.test(c))!
        await driver.execute(`ALTER TABLE ${quoted(driver, name)} DROP COLUMN ${engine.duckdb ? `"${found}"` : `"${found.toUpperCase()}"`}`)
        const plan = await planned(sessionOn(driver, project(), { now }))
        expect(plan.changes.map(c => [c.address, c.why.kind])).toEqual([[of, 'drift']])
        await applied(sessionOn(driver, project(), { now }))
        await expectAsFresh(driver, project())
      })
    })

    it('a storage that was dropped is filled again', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        await driver.execute(`DROP TABLE ${quoted(driver, await storageOf(driver, 'customer_orders'))}`)
        const plan = await planned(sessionOn(driver, project(), { now }))
        expect(plan.changes.find(c => c.address === 'view.customer_orders')).toMatchObject({ action: 'rebuild', why: { kind: 'drift' } })
        await applied(sessionOn(driver, project(), { now }))
        await expectAsFresh(driver, project())
      }))
  })

  describe('an environment of its own', () => {
    it('shares storages, has its own names, and fills only what it adds', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        const at = (definitions: readonly unknown[], environment?: string): ReturnType<typeof sessionOn> =>
          sessionOn(driver, definitions, { now, ...(environment === undefined ? {} : { environment }) })
        const storages = async (): Promise<number> => Object.keys(await tablesOf(driver, ['feat_storage'])).length
        const before = await storages()
        const first = await applied(at(project(), 'pr-1'))
        expect(filled(first).filter(c => !c.startsWith('store.') && !c.startsWith('serving.'))).toEqual([])
        expect(await rowsIn(driver, 'main__pr_1.customer_orders')).toEqual(await rowsIn(driver, 'main.customer_orders'))
        expect(await planned(at(project()))).toMatchObject({ changes: [], steps: [] })
        const more = project({ ...base, orders_14d: count(orders).over('14d') })
        const second = await applied(at(more, 'pr-1'))
        expect(filled(second).filter(c => c.startsWith('tiles.'))).toEqual([])
        expect((await rowsIn(driver, 'main__pr_1.customer_orders'))[0]).toHaveProperty('orders_14d')
        expect((await rowsIn(driver, 'main.customer_orders'))[0]).not.toHaveProperty('orders_14d')
        expect(await planned(at(more, 'pr-1'))).toMatchObject({ changes: [], steps: [] })
        expect(await planned(at(project()))).toMatchObject({ changes: [], steps: [] })
        const state = (await recordedState(at(project())))!
        const own = state.storages.filter(s => s.owner === 'pr-1' && s.storage.of === 'view.customer_orders')
        expect(own.map(s => s.storage.columns.map(c => c.logical))).toEqual([['orders_14d']])
        expect(state.storages.filter(s => s.owner === 'main').length).toBeGreaterThan(before - 1)
        await materialized(sessionOn(driver, project(), { now: '2026-01-22T06:00:00Z' }))
        await materialized(sessionOn(driver, more, { now: '2026-01-22T06:00:00Z', environment: 'pr-1' }))
        const newest = async (schema: string): Promise<unknown> => (await driver.query(`SELECT max(feature_date) AS d FROM ${schema}.customer_orders`))[0]!['d']
        expect([await newest('main'), await newest('main__pr_1')]).toEqual(['2026-01-22', '2026-01-22'])
      }))
  })

  it('retires the storages of a plan that was begun and given up', () =>
    engine.inWarehouse(raw, async driver => {
      await deployed(driver, project())
      const storages = async (): Promise<number> => Object.keys(await tablesOf(driver, ['feat_storage'])).length
      const first = await storages()
      const to = sessionOn(driver, project({ ...base, phone_7d: phone, orders_14d: count(orders).over('14d') }), { now })
      const plan = await planned(to)
      const before: Watch = ({ sql }) => (/^(DELETE FROM "feat_storage"|CALL )/m.test(sql) ? Promise.reject(new Error('no further')) : Promise.resolve())
      await expect(applyPlan({ ...to, driver: watching(driver, { before }) }, plan)).rejects.toThrow('no further')
      const made = await storages()
      expect(made).toBeGreaterThan(first)
      await applied(sessionOn(driver, project(), { now }))
      const state = (await recordedState(to))!
      expect(state.storages.filter(s => s.storage.name.schema === 'feat_storage').length).toBe(made)
      expect(state.retired.length).toBe(made - first + 1) // and the new table of the store
      await expectAsFresh(driver, project())
    }))

  describe('wrong use', () => {
    it('F518 materialize refuses what was not applied', () =>
      engine.inWarehouse(raw, async driver => {
        await deployed(driver, project())
        const session = sessionOn(driver, project({ ...base, phone_7d: phone }), { now })
        expect((await failure(materialize(session, { from: null, to: null, only: [] }))).map(d => d.code)).toEqual(['F518'])
      }))

    it('F601 names a raw table that went missing, and the next run goes on', () =>
      engine.inWarehouse(raw, async driver => {
        const session = sessionOn(driver, project(), { now })
        await applied(session)
        await driver.execute(`ALTER TABLE raw.orders RENAME TO ${engine.duckdb ? '' : 'raw.'}elsewhere`)
        const found = await failure(materialize(session, { from: null, to: null, only: [] }))
        expect(found.map(d => d.code)).toContain(engine.duckdb ? 'F601' : 'F656')
        await driver.execute(`ALTER TABLE raw.elsewhere RENAME TO ${engine.duckdb ? '' : 'raw.'}orders`)
        await materialized(session)
        await expectAsFresh(driver, project())
      }))

    it('two applies of one plan at once end as one', () =>
      engine.inWarehouse(raw, async driver => {
        const session = sessionOn(driver, project(), { now })
        const plan = await planned(session)
        const results = await Promise.allSettled([applyPlan(session, plan), applyPlan(session, plan)])
        expect(results.some(r => r.status === 'fulfilled')).toBe(true)
        await materialized(session)
        await expectAsFresh(driver, project())
      }))
  })

  it('reads a source by another type than declared only after a change of the declaration', () =>
    engine.inWarehouse(raw, async driver => {
      const wrong = events('raw.orders', {
        entities: [customer],
        eventTime: 'ordered_at',
        knownTime: 'loaded_at',
        lateness: '2d',
        tieBreak: ['order_id'],
        columns: {
          order_id: varchar(),
          customer_id: varchar(),
          ordered_at: timestamp(),
          loaded_at: timestamp(),
          amount: varchar(),
          nothing: number(3, 0),
          channel: category('web', 'phone', 'shop'),
        },
      })
      const { sourceMistakes } = await import('../../registry/index.ts')
      const session = sessionOn(
        driver,
        [customer, wrong, customers, featureView('customer_orders', { entity: customer }, { orders_7d: count(wrong).over('7d') })],
        { now },
      )
      expect((await sourceMistakes(session)).map(d => d.code)).toEqual(['F643', 'F642'])
    }))
})
