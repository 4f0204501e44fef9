import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import * as duckdb from '@duckdb/node-api'
import { macros } from './rewrite/functions.ts'
import { SqlError } from './sql-error.ts'

/** A result of the engine below, still in its own types. */
export interface Below {
  readonly names: readonly string[]
  readonly types: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly changed: number
}

/** Nulls sort as Snowflake sorts them. */
const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  default_null_order: 'nulls_last_on_asc_first_on_desc',
  threads: '2',
}

/** The engine that holds the rows: one for all sessions of an emulator. */
export async function openEngine(): Promise<DuckDBInstance> {
  const instance = await duckdb.DuckDBInstance.create(':memory:', settings)
  const connection = await instance.connect()
  for (const macro of macros) await connection.run(`CREATE MACRO ${macro}`)
  connection.closeSync()
  return instance
}

export async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  return connection
}

/** Runs one statement below; its errors become those of Snowflake. */
export async function runBelow(connection: DuckDBConnection, sql: string): Promise<Below> {
  try {
    const result = await connection.run(sql)
    return {
      names: result.columnNames(),
      types: result.columnTypes().map(String),
      rows: await result.getRowsJson(),
      changed: result.rowsChanged,
    }
  } catch (error) {
    throw sqlErrorOf(error instanceof Error ? error.message : String(error))
  }
}

/** The first pattern that fits decides. */
const errors: readonly (readonly [RegExp, string, string, string])[] = [
  [/Division by zero/i, '100051', '22012', 'Division by zero'],
  [/NOT NULL constraint failed: (\S+)/, '100072', '22000', 'NULL result in a non-nullable column'],
  [/^INTERRUPT Error/i, '000604', '57014', 'SQL execution canceled'],
  [/^Parser Error/i, '001003', '42000', 'SQL compilation error:\nsyntax error'],
  [/^Binder Error: Referenced column "([^"]*)"/i, '000904', '42000', "SQL compilation error: invalid identifier '$1'"],
  [
    /^Binder Error: (?:Table|Values list) "([^"]*)" does not have a column named "([^"]*)"/i,
    '000904',
    '42000',
    "SQL compilation error: invalid identifier '$1.$2'",
  ],
  [/does not have a column (?:with name|named) "?([^"\s]*)"?/i, '000904', '42000', "SQL compilation error: invalid identifier '$1'"],
  [/^Binder Error: Referenced table "([^"]*)" not found/i, '000904', '42000', "SQL compilation error: invalid identifier '$1'"],
  [/^Binder Error/i, '002001', '42601', 'SQL compilation error:'],
  [/^Conversion Error: Malformed JSON/i, '100069', '22P02', 'Error parsing JSON'],
  [/^(Conversion|Invalid Input|Out of Range) Error/i, '100038', '22018', 'Value is not recognized'],
  [/Conflict on|write-write conflict|Transaction conflict/i, '000625', '57014', 'Statement was aborted because of a conflict with another transaction'],
]

function sqlErrorOf(text: string): SqlError {
  for (const [pattern, code, state, message] of errors) {
    const match = pattern.exec(text)
    if (match !== null) return new SqlError(code, state, `${message.replace(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? '')}\n${text.split('\n')[0]}`)
  }
  return new SqlError('000603', 'XX000', `the engine of the emulator: ${text}`)
}
