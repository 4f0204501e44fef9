import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { literal, quote, typeSql } from '../../compiler/emit/index.ts'
import { text } from '../../compiler/ir/type.ts'
import { openDuckdb } from '../driver/duckdb.ts'
import type { Built } from './built.ts'

/** The rows of a warehouse that writes no files of ours, fetched page by page and written by the embedded engine. */
export async function writeFetched({ rows, columns }: Built, path: string, format: 'parquet' | 'csv'): Promise<void> {
  const lines = `${path}.ndjson`
  const file = openSync(lines, 'w')
  try {
    for await (const page of rows.pages()) writeSync(file, page.map(row => `${JSON.stringify(row)}\n`).join(''))
  } finally {
    closeSync(file)
  }
  const driver = await openDuckdb({ path: ':memory:' })
  try {
    const types = columns.map(c => `${quote(c.name, 'duckdb')}: ${literal(typeSql(c.type, 'duckdb'), text, 'duckdb')}`).join(', ')
    const names = columns.map(c => quote(c.name, 'duckdb')).join(', ')
    const query = `SELECT ${names} FROM read_json(${literal(lines, text, 'duckdb')}, format = 'newline_delimited', columns = {${types}})`
    const options = format === 'parquet' ? 'FORMAT parquet, COMPRESSION zstd' : 'FORMAT csv, HEADER true'
    await driver.execute(`COPY (${query}) TO ${literal(path, text, 'duckdb')} (${options})`, 'write the fetched rows')
  } finally {
    driver.close()
    rmSync(lines, { force: true })
  }
}
