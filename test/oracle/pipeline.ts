import { hasErrors } from '../../compiler/base/diagnostic.ts'
import type { Diagnostic, Outcome } from '../../compiler/base/diagnostic.ts'
import { compileLoaded } from '../../compiler/index.ts'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import { place } from '../../compiler/place/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import type { Session } from '../../registry/index.ts'
import { applyPlan, makePlan, materialize, openDuckdb, sessionOf } from '../../registry/index.ts'
import type { ActualRows } from './compare.ts'
import type { OracleInput, Run } from './data.ts'
import { projectOf } from './project.ts'
import { second } from './time.ts'
import { isoOf } from './value.ts'
import { loadRaw, readRows } from './warehouse.ts'

export interface PipelineOptions {
  /** Views that are deployed and run first; what was declared since comes in a second apply. */
  readonly before?: readonly ViewDefinition[]
  /** Points at which a run pauses: it computes up to each of them by a materialize of its own. */
  readonly stops?: readonly bigint[]
  /** Whether what is long is computed in shares of its keys: where that is not said, by half of the runs. */
  readonly shared?: boolean
  /** Looks at the warehouse when all runs are done. */
  readonly look?: (session: Session) => Promise<void>
}

/** The rows of the public views after the whole way: analyze, lower, place, plan, apply, and a materialize for each run. */
export async function runPipeline(input: OracleInput, { before, stops = [], shared, look }: PipelineOptions = {}): Promise<ActualRows> {
  const driver = await openDuckdb({ path: ':memory:' })
  let ticks = 0
  const clock = (): Date => new Date(Date.UTC(2026, 5, 1) + ticks++)
  try {
    const first = input.runs[0]!
    // tables of a few rows: handing work to threads costs more than it saves
    await driver.execute('SET threads = 1')
    // what was declared first may read a source that nothing reads any more
    const read = { ...input, views: [...(before ?? []), ...input.views] }
    await loadRaw(driver, read, first)
    if (before !== undefined) {
      const open = sessionFor({ ...input, views: before }, driver, clock)
      await deploy(open(first.now - 60n * second))
      await compute(open(first.now), first.to, shared ?? isShared(first))
    }
    const open = sessionFor(input, driver, clock)
    await deploy(open(first.now - (before === undefined ? 60n * second : 0n)))
    for (const run of input.runs) {
      await loadRaw(driver, read, run)
      for (const to of [...stops.filter(stop => stop < run.to), run.to]) await compute(open(run.now), to, shared ?? isShared(run))
    }
    await look?.(open(input.runs.at(-1)!.now))
    const { publicSchema } = open(first.now).placed.placement
    const rows: Record<string, ActualRows[string]> = {}
    for (const v of input.views) rows[v.name] = await readRows(driver, `SELECT * FROM "${publicSchema}"."${v.name}"`)
    return rows
  } finally {
    driver.close()
  }
}

function sessionFor(input: OracleInput, driver: Driver, clock: () => Date): (now: bigint) => Session {
  const compiled = valueOf(compileLoaded(projectOf(input)))
  const placed = valueOf(place(compiled.lowered.desired, compiled.catalog, { target: null, environment: null, values: {}, root: '/' }))
  return now => sessionOf({ compiled, placed, driver, now: `${isoOf(now)}Z`, tool: 'oracle', clock })
}

async function deploy(session: Session): Promise<void> {
  const plan = await makePlan(session, { allowDestroy: false })
  if (plan.blocked.length > 0) throw new Error(plan.blocked.map(b => `${b.code} ${b.address}: ${b.message}`).join('\n'))
  await applyPlan(session, plan)
}

/** By the minute at which it runs. */
function isShared({ now }: Run): boolean {
  return (now / (60n * second)) % 2n === 0n
}

/** All that is missing up to a point, it included. */
async function compute(session: Session, to: bigint, shared: boolean): Promise<void> {
  await materialize(session, { from: null, to: `${isoOf(to + second)}Z`, only: [], cuts: { valuesToShare: shared ? 1 : Infinity } })
}

function valueOf<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === null || hasErrors(diagnostics)) throw new Error(diagnostics.map((d: Diagnostic) => `${d.code} ${d.address}: ${d.message}`).join('\n'))
  return value
}
