import type { Address } from '../../compiler/base/address.ts'
import type { Lock } from '../../compiler/ir/state.ts'
import type { Driver } from '../driver/driver.ts'
import { isMissing, unless } from '../driver/outcome.ts'
import type { StateAccess } from './access.ts'
import { onlyUnder, writeState } from './commit.ts'
import { mergeStatements } from './merge.ts'
import type { StateSql } from './tables.ts'

/** How many values of a resource were computed in which time. */
export interface Rate {
  readonly values: number
  readonly milliseconds: number
}

/** By resource, of the last run that computed many; nothing where the state has no such table yet. */
export async function readRates(driver: Driver, sql: StateSql): Promise<ReadonlyMap<Address, Rate>> {
  const reading = driver.query(`SELECT address, value_count, milliseconds FROM ${sql.rates}`, 'read how fast it was')
  const rows = (await unless(reading, isMissing)) ?? []
  return new Map(rows.map(r => [String(r['address']) as Address, { values: Number(r['value_count']), milliseconds: Number(r['milliseconds']) }]))
}

export async function writeRates(access: StateAccess, lock: Lock, rates: ReadonlyMap<Address, Rate>): Promise<void> {
  if (rates.size === 0) return
  const { sql } = access
  const rows = [...rates].map(([of, r]) => ({ how: 'put' as const, values: [of, String(r.values), String(r.milliseconds)] }))
  const merge = { into: sql.rates, columns: ['address', 'value_count', 'milliseconds'], keys: 1, rows }
  const { statements, atomic } = mergeStatements(merge, sql.text, onlyUnder(access, lock).onlyIf)
  await writeState(access, lock, { stages: [[statements]], atomic }, 'record how fast it was')
}
