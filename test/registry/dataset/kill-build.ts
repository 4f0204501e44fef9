import { dirname, join } from 'node:path'
import type { Driver } from '../../../registry/driver/driver.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import type { Session } from '../../../registry/session.ts'
import type { Scenario } from '../../support/kill.ts'
import { applied, materialized, sessionFor } from '../../support/warehouse.ts'
import { busy, declarations, rawRows } from './world.ts'

const asked = { from: null, to: null, known: null, force: true, partial: false, dataset: 'busy' }

export function sessionOf(driver: Driver): Session {
  return sessionFor(driver, [...declarations, busy], { now: '2026-03-01T06:00:00Z' })
}

/** The file that the scenario writes, in a folder beside the warehouse's own. */
export function fileOf(warehouse: string): string {
  return join(dirname(warehouse), `${warehouse.replace(/^.*[/\\]/, '')}.files`, 'busy.parquet')
}

/** A version in a table and one in a file, cut off anywhere. */
export const scenario: Scenario = {
  prepare: async driver => {
    for (const sql of rawRows()) await driver.execute(sql)
    await applied(sessionOf(driver))
    await materialized(sessionOf(driver))
  },
  run: async driver => {
    const [row] = await driver.query('SELECT path FROM duckdb_databases() WHERE path IS NOT NULL')
    await buildDataset(sessionOf(driver), { ...asked, out: null })
    await buildDataset(sessionOf(driver), { ...asked, out: fileOf(String(row!['path'])) })
  },
}
