import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import type { Placement } from '../../compiler/ir/placed.ts'
import type { Driver } from '../driver/driver.ts'
import { format } from './migrations/index.ts'
import type { StateSql } from './tables.ts'

/** What is true of a state as a whole. */
export interface Meta {
  readonly id: string
  readonly project: string
  readonly format: number
  /** Number of the last run. */
  readonly serial: number
  /** The plan of the last run, and whether all its steps were done. */
  readonly runPlan: string | null
  readonly runComplete: boolean
}

/** Null where there is no state yet. Refuses a format that a newer version wrote. */
export async function readMeta(driver: Driver, placement: Placement, sql: StateSql): Promise<Meta | null> {
  const [listed] = await driver.query(
    `SELECT count(*) AS n FROM ${sql.listed} WHERE lower(table_schema) = ${sql.text(placement.stateSchema.toLowerCase())} AND lower(table_name) = 'meta'`,
    'look for the state',
  )
  if (listed?.['n'] !== 1) return null
  const [row] = await driver.query(`SELECT id, project, format, serial, run_plan, run_complete FROM ${sql.meta}`, 'read the state')
  if (row === undefined) return null
  const { id, project, format: found, serial } = row
  if (typeof id !== 'string' || typeof project !== 'string' || typeof found !== 'number' || typeof serial !== 'number') {
    throw unreadable('its head', `is ${JSON.stringify(row)}`)
  }
  if (found > format) throw new FeatError([diagnostic('F620', { found, known: format })])
  const plan = row['run_plan']
  return { id, project, format: found, serial, runPlan: typeof plan === 'string' ? plan : null, runComplete: row['run_complete'] === true }
}

export function unreadable(what: string, detail: string): FeatError {
  return new FeatError([diagnostic('F621', { what, detail })])
}
