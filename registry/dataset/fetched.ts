import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { copyTo, literal, quote, typeSql } from '../../compiler/emit/index.ts'
import { text } from '../../compiler/ir/type.ts'
import { openDuckdb } from '../driver/duckdb.ts'
import type { Fetched } from './built.ts'

/** Rows that the embedded engine does not read itself, of a warehouse that writes no files of ours say: fetched page by page, and written by it. */
export async function writeFetched({ rows, columns }: Fetched, path: string, format: 'parquet' | 'csv'): Promise<void> {
  const lines = linesBeside(path)
  try {
    await fetch(rows, lines)
    await write(lines, columns, path, format)
  } finally {
    rmSync(lines, { force: true })
  }
}

/** Where rows are while they are fetched, for a file that is written beside its place. */
export function linesBeside(path: string): string {
  return `${path}.ndjson`
}

async function fetch(rows: Fetched['rows'], lines: string): Promise<void> {
  const file = openSync(lines, 'w')
  try {
    for await (const page of rows.pages()) writeSync(file, page.map(row => `${JSON.stringify(row)}\n`).join(''))
  } finally {
    closeSync(file)
  }
}

async function write(lines: string, columns: Fetched['columns'], path: string, format: 'parquet' | 'csv'): Promise<void> {
  const driver = await openDuckdb({ path: ':memory:' })
  try {
    const types = columns.map(c => `${quote(c.name, 'duckdb')}: ${literal(typeSql(c.type, 'duckdb'), text, 'duckdb')}`).join(', ')
    const names = columns.map(c => quote(c.name, 'duckdb')).join(', ')
    const query = `SELECT ${names} FROM read_json(${literal(lines, text, 'duckdb')}, format = 'newline_delimited', columns = {${types}})`
    await driver.execute(copyTo({ query, columns, path, format }, 'duckdb')!, 'write the fetched rows')
  } finally {
    driver.close()
  }
}
