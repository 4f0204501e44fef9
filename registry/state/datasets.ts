import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import type { Placement } from '../../compiler/ir/placed.ts'
import type { Driver } from '../driver/driver.ts'
import { mergeStatements } from './merge.ts'
import { readMeta, unreadable } from './meta.ts'
import type { StateSql } from './tables.ts'
import { stateSql } from './tables.ts'
import type { Writes } from './write.ts'

/** Since when state holds datasets. */
const since = 4

/** The versions of all datasets of an environment, oldest first; none where nothing was ever built. */
export async function readDatasets(driver: Driver, placement: Placement): Promise<readonly DatasetVersion[]> {
  const sql = stateSql(placement)
  const meta = await readMeta(driver, sql)
  if (meta === null || meta.format < since) return []
  const rows = await driver.query(
    `SELECT name, n, body FROM ${sql.datasets} WHERE environment = ${sql.text(placement.environment)}`,
    'read the versions of datasets',
  )
  const versions = rows.map(row => parsed(row['body'], `version ${row['n']} of dataset ${row['name']}`))
  return versions.toSorted((a, b) => (a.name === b.name ? a.n - b.n : a.name < b.name ? -1 : 1))
}

function parsed(body: unknown, what: string): DatasetVersion {
  try {
    const value: unknown = JSON.parse(String(body))
    if (typeof value === 'object' && value !== null && 'checksum' in value && 'n' in value && 'sources' in value) return value as DatasetVersion
  } catch {
    // told below
  }
  throw unreadable(what, 'is not as this version of feat writes it')
}

/** Takes up a version, or a later form of it. */
export function datasetWrites(sql: StateSql, version: DatasetVersion, onlyIf: string | undefined): Writes {
  const values = [version.environment, version.name, String(version.n), JSON.stringify(version)]
  const { statements, atomic } = mergeStatements(
    { into: sql.datasets, columns: ['environment', 'name', 'n', 'body'], keys: 3, rows: [{ how: 'put', values }] },
    sql.text,
    onlyIf,
  )
  return { stages: [[statements]], atomic }
}
