import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import type { Driver, Row } from '../driver/driver.ts'
import { isMissing, unless } from '../driver/outcome.ts'
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
export async function readMeta(driver: Driver, sql: StateSql): Promise<Meta | null> {
  const reading = driver.query(`SELECT id, project, format, serial, run_plan, run_complete FROM ${sql.meta}`, 'read the state')
  const [row] = (await unless(reading, isMissing)) ?? []
  return row === undefined ? null : metaOf(row)
}

export function metaOf(row: Row): Meta {
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
