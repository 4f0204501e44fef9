import { describe, expect, it } from 'vitest'
import { planView } from '../../cli/views/plan.ts'
import type { Compiled } from '../../compiler/index.ts'
import { nameText } from '../../compiler/ir/name.ts'
import type { Plan } from '../../compiler/ir/plan.ts'
import { publicKindOf } from '../../compiler/ir/serving-kind.ts'
import type { Live, State } from '../../compiler/ir/state.ts'
import { plan } from '../../compiler/plan/index.ts'
import { observe } from '../../registry/observe/observe.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { applyPlan, makePlan, materialize, recordedState, sessionOf } from '../../registry/index.ts'
import type { Session } from '../../registry/index.ts'
import { afterApply, createRaw, fillSections, inCatalog, now, sectionsOf, textOf } from '../support/golden.ts'
import type { Section } from '../support/golden.ts'
import { goldenCase, goldenCases, placedIn } from '../support/golden-cases.ts'
import { checkSnowflake } from '../support/grammar.ts'
import { statementsWithin } from '../support/scripting.ts'
import { inWarehouse } from '../support/warehouse.ts'

/** Public names that people append to. */
const empty = new Set(['ml.tbl_ml_model_registry', 'ml.tbl_ml_model_performance'])

interface Golden {
  readonly plan: Plan
  readonly duckdb: readonly Section[]
  readonly snowflake: { readonly plan: Plan; readonly sections: readonly Section[] }
  /** Acts that are the same on both engines, of Snowflake and of DuckDB. */
  readonly sharedTitles: readonly (readonly string[])[]
  /** How many rows each public name shows. */
  readonly shown: Readonly<Record<string, number>>
}

async function goldenOf(name: string): Promise<Golden> {
  const { compiled, earlier, environment } = await goldenCase(name)
  return inWarehouse([], async driver => {
    await createRaw(driver, compiled)
    if (earlier !== null) {
      const session = sessionAt(driver, earlier, null)
      await applyPlan(session, await makePlan(session, { allowDestroy: false }))
      await materialize(session, { from: null, to: null, only: [] })
    }
    const session = sessionAt(driver, compiled, environment)
    const [state, live] = [await recordedState(session), await observe(driver, session.placed.placement)]
    const made = await makePlan(session, { allowDestroy: false })
    const sections = [...sectionsOf(made)]
    if (made.blocked.length === 0) await applyPlan(session, made)
    if (earlier === null) sections.push(...await filled(session, driver))
    // a view that is new in its environment starts empty
    if (environment !== null) await materialize(session, { from: null, to: null, only: [] })
    const snowflake = onSnowflake(compiled, environment, earlier, { state, live })
    // where a table is cloned, what it was built as is cleared away
    const sharedTitles = [snowflake.sections, sections].map(x =>
      shared(x, compiled)
        // views of a feature store have their version behind their name
        .map(s => s.title.replace(/\$\w+$/, ''))
        .filter(title => !title.startsWith('publish: clear ')),
    )
    return { plan: made, duckdb: sections, snowflake, sharedTitles, shown: await rowsShown(driver, session, made) }
  })
}

function sessionAt(driver: Driver, compiled: Compiled, environment: string | null): Session {
  return sessionOf({ compiled, placed: placedIn(compiled, 'local', environment), driver, now, tool: 'golden', clock: () => new Date(now) })
}

/** Runs the fills on what was applied. */
async function filled({ compiled, placed }: Session, driver: Driver): Promise<readonly Section[]> {
  const session = sessionAt(driver, compiled, null)
  const sections = fillSections(compiled, placed, (await recordedState(session))!, await observe(driver, placed.placement))
  for (const sql of sections.flatMap(s => s.sql)) await driver.execute(sql)
  return sections
}

/** The same on the other engine, as far as it goes without one: what state and warehouse hold there follows from the steps. */
function onSnowflake(compiled: Compiled, environment: string | null, earlier: Compiled | null, before: { readonly state: State | null; readonly live: Live }): Golden['snowflake'] {
  const placed = placedIn(compiled, 'prod', environment)
  const catalog = placed.placement.catalog!
  const [state, live] = [withObjects(inCatalog(before.state, catalog), earlier), asServed(inCatalog(before.live, catalog), earlier)]
  const made = plan({ lowered: compiled.lowered, placed, state, live, now, allowDestroy: false, tool: 'golden' })
  if (earlier !== null || made.blocked.length > 0) return { plan: made, sections: sectionsOf(made) }
  const after = afterApply(made, placed, state)
  return { plan: made, sections: [...sectionsOf(made), ...fillSections(compiled, placed, after.state, after.live)] }
}

/** What the other engine has besides tables and views, as an earlier apply left it. */
function withObjects(state: State | null, earlier: Compiled | null): State | null {
  if (state === null || earlier === null) return state
  const { steps } = plan({ lowered: earlier.lowered, placed: placedIn(earlier, 'prod', null), state: null, live: { schemas: [], objects: [] }, now, allowDestroy: false, tool: 'golden' })
  const ours = steps.flatMap(s => (s.effect?.kind === 'record' ? [s.effect.record] : [])).filter(r => r.applied.object !== undefined || r.applied.served !== undefined)
  const replaced = new Set(ours.map(r => r.address))
  return { ...state, records: [...state.records.filter(r => !replaced.has(r.address)), ...ours] }
}

/** What is there under the names of servings is of the kind that an earlier apply made it. */
function asServed(live: Live, earlier: Compiled | null): Live {
  if (earlier === null) return live
  const kinds = new Map(placedIn(earlier, 'prod', null).resources.flatMap(r => (r.served === undefined ? [] : [[nameText(r.publicName!), publicKindOf(r.served.kind)] as const])))
  const objects = live.objects.map(o => { const what = kinds.get(nameText(o.name)); return what === undefined || what === 'view' ? o : { ...o, kind: 'other' as const, what } })
  return { ...live, objects }
}

/** Sections that are the same acts on both engines: one of them has objects that the other knows nothing of, and keeps servings current by itself. */
function shared(sections: readonly Section[], compiled: Compiled): readonly Section[] {
  const servings = placedIn(compiled, 'prod', null).resources.flatMap(r => (r.served === undefined ? [] : [r.name!.toLowerCase()]))
  return sections.filter(s => !/ (procedure|tag) /.test(s.title) && !servings.some(name => s.title.includes(name)))
}

async function rowsShown(driver: Driver, { placed }: Session, made: Plan): Promise<Readonly<Record<string, number>>> {
  const names = made.blocked.length > 0 ? [] : placed.resources.flatMap(r => (r.publicName === null ? [] : [nameText(r.publicName)]))
  const shown: Record<string, number> = {}
  for (const name of names) shown[name] = (await driver.query(`SELECT * FROM ${name}`)).length
  return shown
}

describe('golden cases', () => {
  const printed = new Set<string>()

  it.each(goldenCases)('%s', async name => {
    const golden = await goldenOf(name)
    for (const sql of golden.snowflake.sections.flatMap(s => s.sql)) for (const one of [sql, ...statementsWithin(sql)]) printed.add(one)
    await expect(planView(golden.plan, { color: false, verbose: false })).toMatchFileSnapshot(`${name}/plan.txt`)
    await expect(textOf(golden.plan, golden.duckdb)).toMatchFileSnapshot(`${name}/duckdb.sql`)
    await expect(textOf(golden.snowflake.plan, golden.snowflake.sections)).toMatchFileSnapshot(`${name}/snowflake.sql`)
    // what a serving becomes there, and why
    if (golden.snowflake.plan.changes.some(c => c.address.startsWith('serving.')))
      await expect(planView(golden.snowflake.plan, { color: false, verbose: false })).toMatchFileSnapshot(`${name}/plan.snowflake.txt`)
    if (golden.snowflake.plan.blocked.length === golden.plan.blocked.length) expect(golden.sharedTitles[0]).toEqual(golden.sharedTitles[1])
    expect(Object.entries(golden.shown).filter(([object, rows]) => rows === 0 && !empty.has(object))).toEqual([])
  })

  it('print Snowflake SQL that others can read', () => {
    expect(printed.size).toBeGreaterThan(300)
    checkSnowflake([...printed])
  }, 600_000)
})
