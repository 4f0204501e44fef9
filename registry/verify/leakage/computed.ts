import type { Address } from '../../../compiler/base/address.ts'
import { FeatError } from '../../../compiler/base/diagnostic.ts'
import { isoOf } from '../../../compiler/base/instant.ts'
import type { Compiled } from '../../../compiler/index.ts'
import { literal, qualified, quote } from '../../../compiler/emit/index.ts'
import type { CatalogDataset, CatalogView } from '../../../compiler/ir/catalog.ts'
import type { PlacedState } from '../../../compiler/ir/placed.ts'
import { time } from '../../../compiler/ir/type.ts'
import type { Value } from '../../driver/driver.ts'
import { buildDataset } from '../../dataset/build.ts'
import { publicName } from '../../dataset/name.ts'
import type { Driver } from '../../driver/driver.ts'
import { openDuckdb } from '../../driver/duckdb.ts'
import { applyPlan, makePlan, materialize, sessionOf } from '../../index.ts'
import type { Session } from '../../session.ts'
import type { Future } from './future.ts'
import type { RawRow, Samples } from './sample.ts'
import { fillSource, temporaryPlaces } from './temporary.ts'

/** One value: of which key at which point. */
export interface Cell {
  readonly keys: Readonly<Record<string, Value>>
  readonly point: string
  readonly value: Value
}

/** Values by key and point: of a feature by its address, of a column of a dataset by `dataset.name#column`. */
export type Computed = ReadonlyMap<string, ReadonlyMap<string, Cell>>

export interface Computing {
  readonly compiled: Compiled
  readonly samples: Samples
  /** Names of the views that are computed; what they read comes with them. */
  readonly views: readonly CatalogView[]
  /** Built from them in the end. */
  readonly datasets: readonly CatalogDataset[]
  /** Points from here to there, in seconds. */
  readonly from: number
  readonly to: number
  /** Runs: one before T and one soon after it, between which snapshots change, and one long after it. */
  readonly early: number
  readonly soon: number
  readonly late: number
}

/** Computes the views as users do, in a warehouse in memory of its own, with some changes to the sample rows. */
export async function computed(c: Computing, changes: readonly Future[]): Promise<Computed> {
  const { compiled } = c
  const placed = temporaryPlaces(compiled)
  const driver = await openDuckdb({ path: ':memory:' })
  try {
    const at = (seconds: number): Session => {
      const now = isoOf(seconds)
      return sessionOf({ compiled, placed, driver, now, tool: 'proof', clock: () => new Date(now) })
    }
    const [before, captured] = [changes.filter(f => !f.captured), changes.filter(f => f.captured)]
    for (const source of compiled.catalog.sources) await fillSource(driver, source, placed, rowsAfter(source.address, c.samples, before))
    const first = at(c.early)
    await applyPlan(first, await makePlan(first, { allowDestroy: false }))
    const run = { from: isoOf(c.from), to: isoOf(c.to), only: c.views.map(v => v.address) }
    await materialize(first, run)
    for (const source of new Set(captured.map(f => f.source))) await fillSource(driver, source, placed, rowsAfter(source.address, c.samples, captured))
    await materialize(at(c.soon), run)
    await materialize(at(c.late), run)
    const found = new Map<string, Map<string, Cell>>()
    for (const view of c.views) {
      const sql = readSql(compiled, view, placed, c.from)
      for (const row of await driver.query(sql, `read ${view.name}`)) noteView(compiled, view, row, found)
    }
    for (const dataset of c.datasets) await noteDataset(at(c.late), dataset, c, found)
    return found
  } finally {
    driver.close()
  }
}

function rowsAfter(source: Address, samples: Samples, changes: readonly Future[]): readonly RawRow[] {
  const own = changes.filter(f => f.source.address === source)
  const replaced = new Map(own.flatMap(f => (f.before === null ? [] : [[f.before, f.after] as const])))
  const kept = samples.get(source)!.map(({ row }) => (replaced.has(row) ? replaced.get(row)! : row))
  return [...kept, ...own.map(f => (f.before === null ? f.after : null))].filter(row => row !== null)
}

function readSql({ catalog }: Compiled, view: CatalogView, placed: PlacedState, from: number): string {
  const name = placed.resources.find(r => r.address === view.address)!.publicName!
  const keys = keysOf(catalog, view)
  const columns = [...keys, 'feature_time', ...view.features.map(f => catalog.features[f]!.column)].map(c => quote(c, 'duckdb'))
  return `SELECT ${columns.join(', ')} FROM ${qualified(name, 'duckdb')} WHERE ${quote('feature_time', 'duckdb')} >= ${literal(isoOf(from), time, 'duckdb')}`
}

function keysOf(catalog: Compiled['catalog'], view: CatalogView): readonly string[] {
  return catalog.entities.find(e => e.address === view.entity)!.keys.map(k => k.name)
}

type Found = Map<string, Map<string, Cell>>

function noteView({ catalog }: Compiled, view: CatalogView, row: Readonly<Record<string, Value>>, found: Found): void {
  const keys = Object.fromEntries(keysOf(catalog, view).map(k => [k, row[k.toLowerCase()] ?? null]))
  for (const address of view.features) note(found, address, keys, String(row['feature_time']), row[catalog.features[address]!.column.toLowerCase()] ?? null)
}

function note(found: Found, of: string, keys: Cell['keys'], point: string, value: Value): void {
  const cells = found.get(of) ?? new Map<string, Cell>()
  found.set(of, cells)
  cells.set(JSON.stringify([Object.values(keys), point]), { keys, point, value })
}

/** Examples of one time and one set of keys have one set of values. Without examples there is nothing to note. */
async function noteDataset(session: Session, dataset: CatalogDataset, { from, to }: Computing, found: Found): Promise<void> {
  const { driver, compiled } = session
  const asked = { from: isoOf(from), to: isoOf(to), known: null, out: null, force: false, partial: true }
  if (!(await builds(() => buildDataset(session, { ...asked, dataset: dataset.address })))) return
  const time = compiled.catalog.sources.find(s => s.address === dataset.spine)!.eventTime!
  const on = [...new Set(dataset.roles.flatMap(r => r.on))]
  for (const row of await rowsOf(driver, qualified(publicName(session, dataset, null), 'duckdb'))) {
    const keys = Object.fromEntries(on.map(k => [k, row[k.toLowerCase()] ?? null]))
    for (const name of dataset.names) note(found, `${dataset.address}#${name}`, keys, String(row[time.toLowerCase()]), row[name.toLowerCase()] ?? null)
  }
}

async function rowsOf(driver: Driver, relation: string): Promise<readonly Readonly<Record<string, Value>>[]> {
  return driver.query(`SELECT * FROM ${relation}`, 'read a dataset')
}

async function builds(build: () => Promise<unknown>): Promise<boolean> {
  try {
    await build()
    return true
  } catch (error) {
    if (error instanceof FeatError && error.diagnostics.every(d => d.code === 'F441')) return false
    throw error
  }
}

/** Floats that differ by rounding are the same. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
