import type { Address } from '../../compiler/base/address.ts'
import { parseAddress } from '../../compiler/base/address.ts'
import type { Placement, Storage } from '../../compiler/ir/placed.ts'
import type { Coverage, RecordedStorage, Retired, State, StateRecord } from '../../compiler/ir/state.ts'
import type { Driver, Row } from '../driver/driver.ts'
import { readMeta, unreadable } from './meta.ts'
import { lackOfRecord, lackOfStorage } from './shape.ts'
import type { StateSql } from './tables.ts'
import { instantOf, stateSql } from './tables.ts'

/** The whole state of a target, of all its environments; null where nothing was ever applied. */
export async function readState(driver: Driver, placement: Placement): Promise<State | null> {
  const sql = stateSql(placement)
  // At once, where the engine can: what reads tables that are not there yet says so, and the head decides what it means.
  const [head, tables] = await Promise.allSettled([readMeta(driver, sql), driver.query(everything(sql), 'read the state')])
  if (head.status === 'rejected') throw head.reason
  if (head.value === null) return null
  if (tables.status === 'rejected') throw tables.reason
  const meta = head.value
  const all = tables.value
  const rows = (kind: string): readonly Row[] => all.filter(row => row['kind'] === kind)
  return {
    format: 1,
    id: meta.id,
    project: meta.project,
    serial: meta.serial,
    records: rows('record').map(recordOf),
    storages: rows('storage').map(storageOf),
    coverage: rows('coverage').map(coverageOf),
    retired: rows('retired').map(retiredOf),
    starts: Object.fromEntries(rows('start').map(r => [text(r, 'a'), instantOf(text(r, 'b'))])) as Record<Address, string>,
  }
}

/** All tables in one query, in a fixed order: a state read is one round trip. */
function everything(sql: StateSql): string {
  const parts = [
    `SELECT 'record' AS kind, environment AS a, address AS b, NULL AS c, body FROM ${sql.records}`,
    `SELECT 'storage', owner, created_by, generation, body FROM ${sql.storages}`,
    `SELECT 'coverage', storage, covers_from, covers_to, known_to FROM ${sql.coverage}`,
    `SELECT 'retired', r.generation, r.drop_after, NULL, s.body FROM ${sql.retired} AS r JOIN ${sql.storages} AS s ON s.generation = r.generation`,
    `SELECT 'start', address, found_at, NULL, NULL FROM ${sql.starts}`,
  ]
  return `${parts.join(' UNION ALL ')} ORDER BY kind, a, b, c`
}

function recordOf(row: Row): StateRecord {
  const what = `the record of ${row['b']}`
  const record = parsed(row, what)
  const lack = lackOfRecord(record)
  if (lack !== null) throw unreadable(what, lacking(lack))
  const { address, environment } = record as StateRecord
  if (parseAddress(text(row, 'b')) === null || address !== row['b'] || environment !== row['a']) throw unreadable(what, 'is not a record of this address')
  return record as StateRecord
}

function lacking(path: string): string {
  return `lacks '${path}', as this version of feat writes it`
}

function storageOf(row: Row): RecordedStorage {
  const what = `the storage ${row['c']}`
  const storage = parsed(row, what)
  const lack = lackOfStorage(storage)
  if (lack !== null) throw unreadable(what, lacking(lack))
  return { storage: storage as Storage, owner: text(row, 'a'), createdBy: text(row, 'b') }
}

function coverageOf(row: Row): Coverage {
  return { storage: text(row, 'a'), from: instantOf(text(row, 'b')), to: instantOf(text(row, 'c')), knownTo: instantOf(text(row, 'body')) }
}

function retiredOf(row: Row): Retired {
  return { name: (parsed(row, `the retired storage ${row['a']}`) as Storage).name, dropAfter: instantOf(text(row, 'b')) }
}

function parsed(row: Row, what: string): object {
  try {
    const value: unknown = JSON.parse(text(row, 'body'))
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // told below
  }
  throw unreadable(what, 'is no JSON object')
}

function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw unreadable(`a row of kind ${row['kind']}`, `has ${JSON.stringify(value)} where a text is due`)
  return value
}
