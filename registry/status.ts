import type { Address } from '../compiler/base/address.ts'
import { isoOf } from '../compiler/base/instant.ts'
import { qualified, quote } from '../compiler/emit/index.ts'
import { nameText } from '../compiler/ir/name.ts'
import type { StateRecord } from '../compiler/ir/state.ts'
import { coverageOf } from '../compiler/plan/coverage.ts'
import type { CoverageIndex } from '../compiler/plan/coverage.ts'
import { inParallel } from './driver/parallel.ts'
import { observe } from './observe/observe.ts'
import type { Breach } from './materialize/arrivals.ts'
import { breachesIn } from './materialize/arrivals.ts'
import type { Session } from './session.ts'
import { readArrivals } from './state/arrivals.ts'
import { readState } from './state/read.ts'
import { stateSql } from './state/tables.ts'

/** One thing that was applied, as it is now. */
export interface Existing {
  readonly address: Address
  /** What people query; null for what has no public name, or lost it. */
  readonly relation: string | null
  readonly columns: number
  readonly rows: number | null
  /** The first and the last computed point, ISO instants. */
  readonly covered: { readonly from: string; readonly to: string } | null
}

/** Everything that was applied to the session's environment, public names first. */
export async function existing(session: Session): Promise<readonly Existing[]> {
  const {
    driver,
    placed: { placement },
  } = session
  const state = await readState(driver, placement)
  const live = new Set((await observe(driver, placement)).objects.map(o => nameText(o.name)))
  const coverage = coverageOf(state)
  const own = (state?.records ?? []).filter(r => r.environment === placement.environment)
  const found = await inParallel(own, driver.parallelism, async (record): Promise<Existing> => {
    const { publicName, columns } = record.applied
    const isThere = publicName !== null && live.has(nameText(publicName))
    const counted = isThere
      ? await driver.query(`SELECT count(*) AS n FROM ${qualified(publicName, placement.dialect)}`, `count the rows of ${record.address}`)
      : []
    return {
      address: record.address,
      relation: isThere ? nameText(publicName) : null,
      columns: columns.length,
      rows: isThere ? Number(counted[0]!['n']) : null,
      covered: coveredOf(
        record,
        coverage,
        state!.coverage.map(c => c.storage),
      ),
    }
  })
  return found.toSorted((a, b) => Number(a.relation === null) - Number(b.relation === null))
}

/** Over all storages, and for a store over all feature types; captures and tables of the newest rows have no span worth telling. */
function coveredOf(record: StateRecord, coverage: CoverageIndex, keys: readonly string[]): Existing['covered'] {
  const { filling } = record.applied
  if (filling.by !== 'points' && filling.by !== 'dates') return null
  const intervals = record.storages.flatMap(s => {
    const types = keys.filter(k => k.startsWith(`${s.generation}#`)).map(k => k.slice(s.generation.length + 1))
    return types.length > 0 ? types.flatMap(t => coverage(s, t)) : coverage(s)
  })
  return intervals.length === 0
    ? null
    : { from: isoOf(Math.min(...intervals.map(i => i.from))), to: isoOf(Math.max(...intervals.map(i => i.to)) - filling.every) }
}

/** Rows of sources that came later than their contracts say, as the last run counted them. */
export async function breaches({ driver, placed: { placement } }: Session): Promise<readonly Breach[]> {
  return breachesIn(await readArrivals(driver, stateSql(placement), 'breached > 0'))
}

/** A feature and the keys of a row that has it, so that there is something to look at; null where nothing is computed. */
export async function example(
  session: Session,
  objects: readonly Existing[],
): Promise<{ readonly feature: string; readonly keys: Readonly<Record<string, string>> } | null> {
  const {
    driver,
    placed,
    compiled: { catalog },
  } = session
  for (const view of catalog.views) {
    const keys = catalog.entities.find(e => e.address === view.entity)!.keys.map(k => k.name)
    const [feature] = view.features
    const name = placed.resources.find(r => r.address === view.address)?.publicName
    if (
      keys.length === 0 ||
      feature === undefined ||
      name === undefined ||
      name === null ||
      !objects.some(o => o.address === view.address && (o.rows ?? 0) > 0)
    )
      continue
    const { dialect } = placed.placement
    const columns = keys.map(k => quote(k, dialect)).join(', ')
    const [row] = await driver.query(
      `SELECT ${columns} FROM ${qualified(name, dialect)} ORDER BY ${quote('feature_time', dialect)} DESC, ${columns} LIMIT 1`,
      'look for an example',
    )
    if (row !== undefined) return { feature: catalog.features[feature]!.name, keys: Object.fromEntries(keys.map(k => [k, String(row[k])])) }
  }
  return null
}
