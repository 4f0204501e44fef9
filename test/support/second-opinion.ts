import { printQuery } from '../../compiler/emit/index.ts'
import type { Bounds } from '../../compiler/emit/index.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { Driver, Row, Value } from '../../registry/driver/driver.ts'
import { toDuckdb } from './grammar.ts'

/**
 * The rows of our Snowflake text as sqlglot, which knows nothing of our printers, understands it: its translation runs
 * on DuckDB. The names of columns are in lower case.
 */
export async function secondOpinion(driver: Driver, relations: readonly Relation[], bounds: Bounds | null = null): Promise<readonly (readonly Row[])[]> {
  const translated = toDuckdb(relations.map(r => printQuery(r, 'snowflake', bounds)))
  const found: (readonly Row[])[] = []
  for (const [i, sql] of translated.entries()) {
    if (sql === null) throw new Error(`sqlglot cannot say\n${printQuery(relations[i]!, 'snowflake', bounds)}`)
    found.push(await driver.query(sql, printQuery(relations[i]!, 'snowflake', bounds)))
  }
  return found
}

/** The translation makes exact numbers of other types and timestamps of dates: values that mean the same become equal here. */
export function plain(value: Value): Value {
  if (typeof value !== 'string') return value
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  return value.replace(/T00:00:00(\.0+)?Z$/, '').replace(/\.0+Z$/, 'Z')
}
