import { performance } from 'node:perf_hooks'
import { count, defineConfig, entity, events, featureView, max, number, snowflake, sum, timestamp, varchar, avg } from '../compiler/dsl/index.ts'
import type { Compiled } from '../compiler/index.ts'
import type { Plan } from '../compiler/ir/plan.ts'
import { createSchema, createTable } from '../compiler/emit/index.ts'
import { place } from '../compiler/place/index.ts'
import { applyPlan, makePlan, sessionOf } from '../registry/index.ts'
import type { Session } from '../registry/index.ts'
import type { Driver } from '../registry/driver/driver.ts'
import { openEmulated } from '../test/support/emulated.ts'
import { compiledOf } from '../test/support/warehouse.ts'

/** Added to each response, in milliseconds. */
const latency = 300
/** Calls under way at once. */
const parallelism = 8
const now = '2026-01-05T06:00:00Z'

const config = defineConfig({
  project: 'bench',
  targets: { account: snowflake({ connection: 'emulated', database: 'EMULATED', warehouse: 'COMPUTE_WH', schema: 'ml' }) },
  defaultTarget: 'account',
})

/** Views of ten features over one source: three objects each, a table, its procedure and the view that people query. */
function project(views: number): Compiled {
  const customer = entity('customer', { keys: { customer_id: varchar() } })
  const orders = events('raw.orders', {
    entities: [customer],
    columns: { order_id: varchar(), customer_id: varchar(), ordered_at: timestamp(), amount: number(12, 2) },
    eventTime: 'ordered_at',
    tieBreak: ['order_id'],
  })
  const made = Array.from({ length: views }, (_, i) => {
    const features = [7, 14, 28].flatMap(days => [
      [`orders_${days}d_${i}`, count(orders).over(`${days}d`)],
      [`amount_${days}d_${i}`, sum(orders.c.amount).over(`${days}d`)],
      [`mean_${days}d_${i}`, avg(orders.c.amount).over(`${days}d`)],
    ])
    return featureView(
      `view_${String(i).padStart(4, '0')}`,
      { entity: customer },
      Object.fromEntries([...features, [`largest_${i}`, max(orders.c.amount).over('7d')]]) as never,
    )
  })
  return compiledOf([customer, orders, ...made], { config })
}

function sessionAt(driver: Driver, compiled: Compiled): Session {
  const placed = place(compiled.lowered.desired, compiled.catalog, { target: null, environment: null, values: {}, root: '/' }).value!
  return sessionOf({ compiled, placed, driver, now, tool: 'bench', clock: () => new Date() })
}

async function sources({ driver, compiled, placed }: Session): Promise<void> {
  for (const source of compiled.catalog.sources) {
    const physical = placed.placement.sources[source.address]
    if (physical?.kind !== 'relation') continue
    const columns = source.columns.map(c => ({ ...c, nullable: true, comment: null }))
    for (const sql of createSchema(physical.name, 'snowflake')) await driver.execute(sql)
    for (const sql of createTable({ name: physical.name, columns, comment: null, clusterBy: [], ifNotExists: true }, 'snowflake')) await driver.execute(sql)
  }
}

/** The longest chain of steps of each phase, one after the other. */
function longestPath({ steps }: Plan): number {
  const depth = new Map<string, number>()
  const byPhase = new Map<string, number>()
  for (const s of steps) {
    const own = (s.sql.length > 0 ? 1 : 0) + Math.max(0, ...s.after.map(id => depth.get(id) ?? 0))
    depth.set(s.id, own)
    byPhase.set(s.phase, Math.max(byPhase.get(s.phase) ?? 0, own))
  }
  return [...byPhase.values()].reduce((a, b) => a + b, 0)
}

interface Measured {
  readonly seconds: number
  readonly requests: number
}

/** Plans an unchanged project, and applies one anew, on the emulated account with latency. The emulator works on the same machine: its own time is in the figures. */
export async function main(args: readonly string[]): Promise<void> {
  const views = Number(args[0] ?? 500)
  const applied = Number(args[1] ?? 66)
  await planUnchanged(views)
  await applyNew(applied)
}

async function planUnchanged(views: number): Promise<void> {
  const { driver, emulator, close } = await openEmulated({ driver: { parallelism } })
  try {
    const session = sessionAt(driver, project(views))
    await sources(session)
    await applyPlan(session, await makePlan(session, { allowDestroy: false }))
    emulator.faults.delayMs = latency
    const { value: plan, seconds, requests } = await measured(emulator, () => makePlan(session, { allowDestroy: false }))
    const relations = [...emulator.world.catalog.objects.values()].filter(o => ['ML', 'FEAT_STORAGE'].includes(o.name.schema) && o.columns.length > 0)
    const columns = relations.reduce((n, o) => n + o.columns.length, 0)
    console.log(`plan, ${relations.length} unchanged objects with ${columns} columns, ${plan.changes.length} changes`)
    console.log(`  ${seconds.toFixed(2)} s  ${requests} requests   (bars 10 s, 30 requests${seconds > 10 || requests > 30 ? ', MISSED' : ''})`)
  } finally {
    await close()
  }
}

async function applyNew(views: number): Promise<void> {
  const { driver, emulator, close } = await openEmulated({ driver: { parallelism } })
  try {
    // A first view is there, and with it the schemas and the state.
    const before = sessionAt(driver, project(1))
    await sources(before)
    await applyPlan(before, await makePlan(before, { allowDestroy: false }))
    const had = emulator.world.catalog.objects.size
    await Promise.all(Array.from({ length: parallelism }, () => driver.query('SELECT 1'))) // all sessions are open
    const session = sessionAt(driver, project(views + 1))
    const plan = await makePlan(session, { allowDestroy: false })
    emulator.faults.delayMs = latency
    const { seconds, requests } = await measured(emulator, () => applyPlan(session, plan))
    const objects = emulator.world.catalog.objects.size - had
    const rounds = Math.max(longestPath(plan), objects / parallelism)
    const bar = (1.5 * rounds * latency) / 1000
    console.log(`apply, ${objects} new objects in ${plan.steps.length} steps, longest path ${longestPath(plan)}, so ${rounds.toFixed(1)} rounds`)
    console.log(
      `  ${seconds.toFixed(2)} s  ${requests} requests  ${(seconds / ((rounds * latency) / 1000)).toFixed(2)} x rounds   (bar ${bar.toFixed(2)} s${seconds > bar ? ', MISSED' : ''})`,
    )
  } finally {
    await close()
  }
}

async function measured<T>(
  emulator: { readonly requests: { total: number; reset: () => void } },
  work: () => Promise<T>,
): Promise<Measured & { readonly value: T }> {
  emulator.requests.reset()
  const started = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - started) / 1000, requests: emulator.requests.total }
}
