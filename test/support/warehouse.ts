import { hasErrors } from '../../compiler/base/diagnostic.ts'
import type { Outcome } from '../../compiler/base/diagnostic.ts'
import type { Compiled } from '../../compiler/index.ts'
import { compileLoaded } from '../../compiler/index.ts'
import type { LoadedProject } from '../../compiler/ir/loaded.ts'
import type { Plan } from '../../compiler/ir/plan.ts'
import { place } from '../../compiler/place/index.ts'
import type { Driver, Row } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { MaterializeOptions } from '../../registry/materialize/materialize.ts'
import type { Session } from '../../registry/index.ts'
import { applyPlan, makePlan, materialize, sessionOf } from '../../registry/index.ts'
import { projectOf } from './project.ts'

export interface Circumstances {
  /** ISO instant. */
  readonly now: string
  readonly environment?: string
  readonly target?: string
  readonly config?: unknown
  readonly descriptions?: Readonly<Record<string, string>>
}

/** What a stage made; its mistakes fail the test. */
export function valueOf<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === null || hasErrors(diagnostics)) throw new Error(diagnostics.map(d => `${d.code} ${d.address}: ${d.message}`).join('\n'))
  return value
}

/** The compiled definitions of a project of the tests, as the builders of the language return them. */
export function compiledOf(definitions: readonly unknown[], given: Pick<Circumstances, 'config' | 'descriptions'> = {}): Compiled {
  return compiledProject(projectOf(definitions, given))
}

export function compiledProject(project: LoadedProject): Compiled {
  return valueOf(compileLoaded(project))
}

/** Everything below the command line: definitions -> compiled -> placed -> a session on an open warehouse. */
export function sessionFor(driver: Driver, what: readonly unknown[] | Compiled, at: Circumstances): Session {
  const compiled = 'lowered' in what ? what : compiledOf(what, at)
  const placed = valueOf(
    place(compiled.lowered.desired, compiled.catalog, { target: at.target ?? null, environment: at.environment ?? null, values: {}, root: '/' }),
  )
  return sessionOf({ compiled, placed, driver, now: at.now, tool: 'test', clock: () => new Date(at.now) })
}

export async function planned(session: Session, allowDestroy = false): Promise<Plan> {
  return makePlan(session, { allowDestroy })
}

/** Plans and applies; a plan that is blocked fails the test. */
export async function applied(session: Session, allowDestroy = false): Promise<Plan> {
  const plan = await planned(session, allowDestroy)
  if (plan.blocked.length > 0) throw new Error(plan.blocked.map(b => `${b.code} ${b.address}: ${b.message}`).join('\n'))
  await applyPlan(session, plan)
  return plan
}

/** Materializes and returns the number of steps. */
export async function materialized(session: Session, options: Partial<MaterializeOptions> = {}): Promise<number> {
  const { done, skipped } = await materialize(session, { from: null, to: null, only: [], ...options })
  return done + skipped
}

/** A warehouse in memory in which the statements have run; closed by the caller. */
export async function warehouse(statements: readonly string[]): Promise<Driver> {
  const driver = await openDuckdb({ path: ':memory:' })
  for (const sql of statements) await driver.execute(sql)
  return driver
}

/** Work in a warehouse of its own. */
export async function inWarehouse<T>(statements: readonly string[], work: (driver: Driver) => Promise<T>): Promise<T> {
  return closing(await warehouse(statements), work)
}

/** Work in a warehouse that is kept in a file. */
export async function inFile<T>(path: string, work: (driver: Driver) => Promise<T>): Promise<T> {
  return closing(await openDuckdb({ path }), work)
}

async function closing<T>(driver: Driver, work: (driver: Driver) => Promise<T>): Promise<T> {
  try {
    return await work(driver)
  } finally {
    driver.close()
  }
}

export type Tables = Readonly<Record<string, readonly Row[]>>

/** The rows of one table or view in the order of its columns. */
export async function rowsOf(driver: Driver, name: string): Promise<readonly Row[]> {
  const relation = name
    .split('.')
    .map(part => `"${part}"`)
    .join('.')
  const columns = (await driver.describe(`SELECT * FROM ${relation}`)).map(c => c.name).filter(c => c !== 'computed_at')
  return driver.query(`SELECT ${columns.map(c => `"${c}"`).join(', ')} FROM ${relation} ORDER BY ALL`)
}

/** Where two sets of tables differ: floats (numbers with a fraction) by more than 1e-9 relative, all else at all. */
export function differences(found: Tables, expected: Tables): readonly string[] {
  const told: string[] = []
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    const [a, b] = [found[name], expected[name]]
    if (a === undefined || b === undefined) told.push(`${name}: only in ${a === undefined ? 'the expected' : 'the found'}`)
    else if (a.length !== b.length) told.push(`${name}: ${a.length} rows, expected ${b.length}`)
    else a.forEach((row, i) => told.push(...rowDifferences(name, row, b[i]!)))
  }
  return told
}

function rowDifferences(name: string, found: Row, expected: Row): readonly string[] {
  const columns = [...new Set([...Object.keys(found), ...Object.keys(expected)])]
  return columns.filter(c => !alike(found[c], expected[c])).map(c => `${name}.${c}: ${found[c]}, expected ${expected[c]} in ${JSON.stringify(expected)}`)
}

function alike(a: Row[string] | undefined, b: Row[string] | undefined): boolean {
  if (a === b) return true
  return typeof a === 'number' && typeof b === 'number' && !(Number.isInteger(a) && Number.isInteger(b)) && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
}
