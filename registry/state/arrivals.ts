import type { Lock } from '../../compiler/ir/state.ts'
import type { Driver } from '../driver/driver.ts'
import { isMissing, unless } from '../driver/outcome.ts'
import type { StateAccess } from './access.ts'
import { onlyUnder, writeState } from './commit.ts'
import { mergeStatements } from './merge.ts'
import type { StateSql } from './tables.ts'
import { fenced } from './write.ts'

/** Rows of one source that became known on one day. */
export interface Arrival {
  readonly source: string
  /** `2026-01-31`. */
  readonly day: string
  readonly rows: number
  /** Rows among them that came when the day was closed, and are in no value. */
  readonly breached: number
  /** ISO instant: the run that counted them. */
  readonly seenTo: string
}

/** Nothing where the state has no such table yet. */
export async function readArrivals(driver: Driver, sql: StateSql, where = ''): Promise<readonly Arrival[]> {
  const query = `SELECT source, known_day, row_count, breached, seen_to FROM ${sql.arrivals}${where === '' ? '' : ` WHERE ${where}`} ORDER BY source, known_day`
  const rows = (await unless(driver.query(query, 'read how many rows were there'), isMissing)) ?? []
  return rows.map(r => ({
    source: String(r['source']),
    day: String(r['known_day']),
    rows: Number(r['row_count']),
    breached: Number(r['breached']),
    seenTo: String(r['seen_to']),
  }))
}

/** Takes up what a run has counted, and forgets days that no run looks at any more. */
export async function writeArrivals(access: StateAccess, lock: Lock, arrivals: readonly Arrival[], forgotten: ReadonlyMap<string, string>): Promise<void> {
  const { sql } = access
  const { onlyIf } = onlyUnder(access, lock)
  const rows = arrivals.map(a => ({ how: 'put' as const, values: [a.source, a.day, String(a.rows), String(a.breached), a.seenTo] }))
  const columns = ['source', 'known_day', 'row_count', 'breached', 'seen_to']
  const { statements, atomic } = mergeStatements({ into: sql.arrivals, columns, keys: 2, rows }, sql.text, onlyIf)
  const deleted = [...forgotten].map(([source, day]) =>
    fenced(`DELETE FROM ${sql.arrivals} WHERE source = ${sql.text(source)} AND known_day < ${sql.text(day)} AND breached = 0`, onlyIf),
  )
  if (statements.length + deleted.length > 0)
    await writeState(access, lock, { stages: [[[...statements, ...deleted]]], atomic }, 'record how many rows were there')
}
