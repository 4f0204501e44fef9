import type { Placement } from '../../compiler/ir/placed.ts'
import type { DialectName } from '../../compiler/ir/scalar.ts'
import type { Live } from '../../compiler/ir/state.ts'
import type { Driver } from '../driver/driver.ts'
import { duckdb } from './duckdb/reader.ts'
import type { Reader } from './reader.ts'
import { snowflake } from './snowflake/reader.ts'

const readers: Readonly<Record<DialectName, Reader>> = { duckdb, snowflake }

export function readerOf(driver: Driver): Reader {
  return readers[driver.dialect]
}

/** The schemas of a placement and what is in them, without the tables of the state: few queries, whatever their number. */
export async function observe(driver: Driver, placement: Placement): Promise<Live> {
  return readerOf(driver).live(driver, placement)
}
