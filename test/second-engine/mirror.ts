import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InternalError } from '../../compiler/base/diagnostic.ts'
import { secondsOf } from '../../compiler/base/instant.ts'
import { createSchema, createTable } from '../../compiler/emit/index.ts'
import type { Compiled } from '../../compiler/index.ts'
import { nameText } from '../../compiler/ir/name.ts'
import type { PlacedState } from '../../compiler/ir/placed.ts'
import type { Step } from '../../compiler/ir/plan.ts'
import type { Live, State } from '../../compiler/ir/state.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import { plan } from '../../compiler/plan/index.ts'
import { match } from '../../compiler/plan/match.ts'
import { fillStep } from '../../compiler/plan/steps.ts'
import { observe } from '../../registry/observe/observe.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import { applyPlan, makePlan, materialize, recordedState, sessionOf } from '../../registry/index.ts'
import type { Session } from '../../registry/index.ts'
import type { SecondEngine } from '../support/fakesnow.ts'
import { fillSections } from '../support/golden.ts'
import { placedIn } from '../support/golden-cases.ts'
import type { Compared } from './compare.ts'
import { compareSchemas, otherNames } from './compare.ts'
import type { Exception } from './exceptions.ts'
import { asTaken } from './exceptions.ts'
import type { Procedure } from './procedures.ts'
import { callOf, procedureOf, workOf } from './procedures.ts'
import type { Recorded } from './state-there.ts'
import { liveThere, record, stateThere } from './state-there.ts'

/** The same work on two warehouses: ours on DuckDB leads, the text for Snowflake follows statement by statement on the other. */
export interface Mirror {
  readonly duck: Driver
  readonly engine: SecondEngine
  /** The exceptions that were met. */
  readonly met: Set<Exception>
  /** What was created, by name. */
  readonly procedures: Map<string, Procedure>
  /** The statements that make what Snowflake keeps current by itself, and what shows the moment of a query, by name. */
  readonly current: Map<string, string>
  readonly recorded: Recorded
}

export function mirrorOf(duck: Driver, engine: SecondEngine, met: Set<Exception> = new Set()): Mirror {
  return { duck, engine, met, procedures: new Map(), current: new Map(), recorded: { records: new Map(), storages: new Map() } }
}

export interface At {
  readonly compiled: Compiled
  readonly environment: string | null
  readonly now: string
}

/** Runs one statement of the Snowflake text as it stands, or what an exception says instead; for a call what the procedure does. */
export async function runThere(mirror: Mirror, sql: string, now: string): Promise<void> {
  const { engine, met, procedures, current } = mirror
  const made = /^(?:CREATE OR REPLACE|DROP) ([A-Z ]+?) (?:IF EXISTS )?("\S+)/.exec(sql)
  if (made !== null) current.delete(made[2]!)
  if (made !== null && (/^(DYNAMIC|INTERACTIVE) TABLE$/.test(made[1]!) || sql.includes('CURRENT_TIMESTAMP()'))) current.set(made[2]!, sql)
  if (sql.startsWith('CREATE OR REPLACE PROCEDURE ')) {
    const made = procedureOf(sql)
    procedures.set(made.name, made)
  }
  if (sql.startsWith('CALL ')) {
    const { name, args } = callOf(sql)
    const work = await workOf(procedures.get(name)!, args, engine.driver)
    if (work.length !== 2) throw new InternalError(`${sql} deletes and inserts by ${work.length} statements`)
    for (const statement of work) await runThere(mirror, statement, now)
    return
  }
  const { met: found, text } = asTaken(sql, now)
  for (const exception of found) met.add(exception)
  if (found.some(e => e.kind === 'refused') && (await isTaken(engine.driver, sql))) throw new Error(`listed as refused, and runs: ${sql}`)
  if (text !== null) await engine.driver.execute(text, text)
}

async function isTaken(driver: Driver, sql: string): Promise<boolean> {
  return driver.execute(sql).then(
    () => true,
    () => false,
  )
}

/** The raw tables of DuckDB, made again from the declared types and filled with the same rows. */
export async function mirrorRaw({ duck, engine }: Mirror, { compiled }: At): Promise<void> {
  const { placement } = placedIn(compiled, 'prod', null)
  const folder = mkdtempSync(join(tmpdir(), 'feat-mirror-'))
  try {
    for (const source of compiled.catalog.sources) {
      const to = placement.sources[source.address]
      if (to?.kind !== 'relation') continue
      const columns = source.columns.map(c => ({ name: c.name, type: c.type, nullable: true, comment: null }))
      const file = join(folder, `${to.name.name}.parquet`)
      for (const sql of createSchema(to.name, 'snowflake')) await engine.driver.execute(sql)
      for (const sql of createTable({ name: to.name, columns, comment: null, clusterBy: [], ifNotExists: false }, 'snowflake')) await engine.driver.execute(sql)
      await duck.execute(`COPY (SELECT ${columns.map(c => `"${c.name}"`).join(', ')} FROM ${to.name.schema}.${to.name.name}) TO '${file}' (FORMAT parquet)`)
      await engine.load(to.name, file)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function sessionAt({ duck }: Mirror, at: At): Session {
  const placed = placedIn(at.compiled, 'local', at.environment)
  return sessionOf({ compiled: at.compiled, placed, driver: duck, now: at.now, tool: 'mirror', clock: () => new Date(at.now) })
}

/** What the other target looks like: the same, under another catalog. */
interface Counterpart {
  readonly placed: PlacedState
  readonly state: State | null
  readonly live: Live
}

async function counterpart({ recorded }: Mirror, session: Session, at: At): Promise<Counterpart> {
  const placed = placedIn(at.compiled, 'prod', at.environment)
  const catalog = placed.placement.catalog!
  const [state, live] = [await recordedState(session), await observe(session.driver, session.placed.placement)]
  return { placed, state: stateThere(recorded, state, catalog), live: liveThere(recorded, state, live, catalog) }
}

/** Plans and applies on both; what one dialect cannot say is only applied on DuckDB. */
export async function applyBoth(mirror: Mirror, at: At): Promise<'applied' | 'blocked'> {
  const session = sessionAt(mirror, at)
  const { placed, state, live } = await counterpart(mirror, session, at)
  const made = plan({ lowered: at.compiled.lowered, placed, state, live, now: at.now, allowDestroy: true, tool: 'mirror' })
  const { bindings } = match(at.compiled.lowered, placed, state, live)
  const ours = await makePlan(session, { allowDestroy: true })
  await applyPlan(session, ours)
  if (made.blocked.length > 0) return 'blocked'
  for (const step of made.steps) {
    await follow(mirror, at, step, { placed, bindings })
    record(mirror.recorded, step, placed.placement.environment)
  }
  return 'applied'
}

/** Materializes on DuckDB, and each fill that it took on the other. */
export async function materializeBoth(mirror: Mirror, at: At): Promise<number> {
  const session = sessionAt(mirror, at)
  const { placed, state, live } = await counterpart(mirror, session, at)
  const { bindings } = match(at.compiled.lowered, placed, state, live)
  const steps: Step[] = []
  await materialize(session, { from: null, to: null, only: [], onProgress: e => void (e.state === 'done' && steps.push(e.step)) })
  for (const step of steps) await follow(mirror, at, step, { placed, bindings })
  return steps.length
}

interface There {
  readonly placed: PlacedState
  readonly bindings: Bindings
}

async function follow(mirror: Mirror, at: At, step: Step, there: There): Promise<void> {
  if (step.phase === 'audit') {
    for (const sql of step.sql) if ((await mirror.engine.driver.query(sql)).length > 0) throw new Error(`${step.title} finds rows`)
    return
  }
  for (const sql of step.fill === null ? step.sql : fillSql(step, there, at)) await runThere(mirror, sql, at.now)
}

/** The call that does on Snowflake what a step did on DuckDB. */
function fillSql({ fill, cause }: Step, { placed, bindings }: There, at: At): readonly string[] {
  const [generation, featureType] = fill!.storage.split('#')
  const resource = bindings.resource(cause)
  const storage = bindings.storages(cause).find(s => s.generation === generation)
  // what keeps itself current there has none
  if (storage === undefined && resource.served !== undefined) return []
  if (storage === undefined) throw new InternalError(`${cause} has no storage ${generation}`)
  const whole = resource.filling.by === 'capture' || resource.filling.by === 'newest'
  const interval = whole ? { from: 0, to: 0 } : { from: secondsOf(fill!.from), to: secondsOf(fill!.to) }
  const made = { resource, storage, interval, now: at.now, ...(featureType === undefined ? {} : { featureType }) }
  return fillStep(made, { lowered: at.compiled.lowered, bindings, placement: placed.placement, project: placed.project, tool: 'mirror', now: at.now }).sql
}

/** What Snowflake would do by itself: makes again what has to be current. */
export async function refreshThere(mirror: Mirror, now: string): Promise<void> {
  // each run takes its statement out and puts it in again
  const made = [...mirror.current.values()]
  for (const sql of made) await runThere(mirror, sql, now)
}

/** All tables and views that both have: what keeps itself current on Snowflake needs no storage there. */
export async function compareBoth(mirror: Mirror, at: At, schemas: readonly string[]): Promise<Compared> {
  const { placed } = await counterpart(mirror, sessionAt(mirror, at), at)
  const kept = new Set(mirror.recorded.storages.keys())
  const storages = (await recordedState(sessionAt(mirror, at)))!.storages
  const only = new Set(storages.filter(s => !kept.has(s.storage.generation)).map(s => nameText(s.storage.name)))
  const served = new Set(placed.resources.filter(r => r.served !== undefined).map(r => r.address))
  if (storages.some(s => only.has(nameText(s.storage.name)) && !served.has(s.storage.of))) throw new InternalError('a storage is missing there')
  return compareSchemas(mirror, placed.placement.catalog!, schemas, only, otherNames(placed))
}

/** The fills that a golden case shows: many points and few, whatever is covered. */
export async function fillBoth(mirror: Mirror, at: At): Promise<void> {
  const session = sessionAt(mirror, at)
  const other = await counterpart(mirror, session, at)
  const [state, live] = [(await recordedState(session))!, await observe(session.driver, session.placed.placement)]
  for (const sql of fillSections(at.compiled, session.placed, state, live).flatMap(s => s.sql)) await mirror.duck.execute(sql)
  for (const sql of fillSections(at.compiled, other.placed, other.state!, other.live).flatMap(s => s.sql)) await runThere(mirror, sql, at.now)
}
