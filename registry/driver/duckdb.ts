import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as DuckDB from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBInstance, DuckDBMaterializedResult } from '@duckdb/node-api'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { besideOf } from './beside.ts'
import type { Circumstances } from './classify.ts'
import { engineError } from './classify.ts'
import type { DescribedColumn, Driver, Row, Statement } from './driver.ts'
import { holderIn } from './holder.ts'
import { decoder } from './values.ts'
import type { Busy, Wait } from './wait.ts'
import { waitWhileBusy } from './wait.ts'

export interface DuckdbOptions {
  /** A file, created where it is missing, or `:memory:`. */
  readonly path: string
  readonly readOnly?: boolean
  /** Where another process holds the file; without it the call fails at once. */
  readonly wait?: Wait
}

/**
 * UTC everywhere; nothing is downloaded behind the user's back. Insertion order stays as the engine has it: it costs no
 * time here, and rows come back in one order. New files are written as engines since 1.2 read them: in the older form
 * that is the engine's default, each column of an empty table takes four kilobytes, all of which are read at opening.
 * What does not fit into the memory is written beside the file; with what the process itself needs it stays within 2 GB,
 * if threads of the allocator give back at once what was freed: without them up to 0.8 GB of that is kept for a while.
 */
const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  storage_compatibility_version: 'v1.2.0',
  memory_limit: '1200MB',
  allocator_background_threads: 'true',
}

/** Opens the embedded warehouse. Several drivers of one process share the file; another process is refused (F600). */
export async function openDuckdb(options: DuckdbOptions): Promise<Driver> {
  const { path } = options
  const { DuckDBInstance } = duckdb()
  closeLeft()
  const spill = path === ':memory:' ? { temp_directory: join(tmpdir(), `feat-${process.pid}.tmp`) } : {}
  const config = { ...settings, ...spill, ...(options.readOnly === true ? { access_mode: 'READ_ONLY' } : {}) }
  const open = async (): Promise<{ readonly got: DuckDBInstance } | Busy> => {
    try {
      // Never `create` on a file: a second handle of one process silently gives up the file's lock when it is closed.
      return { got: await (path === ':memory:' ? DuckDBInstance.create(path, config) : DuckDBInstance.fromCache(path, config)) }
    } catch (error) {
      const holder = holderIn(error)
      if (holder === null) throw engineError(error, { path, during: null }, 'opening')
      return { busy: waited => diagnostic('F600', { path, holder, waited }), cause: error }
    }
  }
  const instance = await waitWhileBusy(open, options.wait)
  return driverOf(instance, await connect(instance), path, options.readOnly !== true)
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  return connection
}

/** Only when it is needed, and by `require`: `import` would first search its files for the names that they export. */
function duckdb(): typeof DuckDB {
  return createRequire(import.meta.url)('@duckdb/node-api') as typeof DuckDB
}

function driverOf(instance: DuckDBInstance, connection: DuckDBConnection, path: string, exclusive: boolean): Driver {
  let last: Promise<unknown> = Promise.resolve()
  let pending = 0
  /** One call at a time, in the order of the calls. */
  const inTurn = <T>(title: string | undefined, work: () => Promise<T>): Promise<T> => {
    const where: Circumstances = { path, during: title ?? null }
    pending++
    const turn = last
      .then(work)
      .catch((error: unknown) => {
        throw engineError(error, where)
      })
      .finally(() => pending--)
    last = turn.catch(() => null)
    return turn
  }
  const beside = besideOf({ main: connection, open: () => connect(instance), transact })
  const close = (): void => {
    beside.close()
    connection.closeSync()
    instance.closeSync()
  }
  const driver: Driver = {
    dialect: 'duckdb',
    parallelism: 1,
    exclusive,
    execute: (sql, title) => inTurn(title, async () => (await connection.run(sql)).rowsChanged),
    query: async (sql, title) => rowsOf(await inTurn(title, () => connection.run(sql))),
    describe: (sql, title) => inTurn(title, async () => (await rowsOf(await connection.run(`DESCRIBE ${sql}`))).map(described)),
    transaction: (statements, title) => inTurn(title, () => transact(connection, statements)),
    atOnce: (transactions, title) => inTurn(title, () => beside.run(transactions)),
    tagged: () => driver,
    cancel: () => {
      beside.interrupt()
      connection.interrupt()
    },
    // Where one of several calls has failed, others may still be under way.
    close: () => void (pending === 0 ? (exclusive ? close() : closeLater(close)) : last.then(close)),
  }
  return driver
}

const left = new Set<() => void>()

/** To free what the engine has read of each table takes a while: who only read does not wait for it, the next opening does. */
function closeLater(close: () => void): void {
  const once = (): void => {
    if (left.delete(once)) close()
  }
  left.add(once)
  setTimeout(once, 100).unref()
}

/** Frees files that were only read and closed, for a program that lives on and may leave the engine no time for it. */
export function closeLeft(): void {
  for (const close of left) close()
}

async function transact(connection: DuckDBConnection, statements: readonly Statement[]): Promise<readonly number[]> {
  await connection.run('BEGIN')
  try {
    const changed: number[] = []
    for (const statement of statements) {
      const rows = (await connection.run(typeof statement === 'string' ? statement : statement.sql)).rowsChanged
      if (typeof statement !== 'string' && rows !== statement.rows) throw new FeatError([statement.otherwise])
      changed.push(rows)
    }
    await connection.run('COMMIT')
    return changed
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => null) // a commit that failed has ended the transaction already
    throw error
  }
}

async function rowsOf(result: DuckDBMaterializedResult): Promise<readonly Row[]> {
  const names = result.deduplicatedColumnNames().map(n => n.toLowerCase())
  const decoders = result.columnTypes().map(t => decoder(String(t)))
  return (await result.getRowsJson()).map(row => {
    const out: Record<string, Row[string]> = {}
    for (let i = 0; i < names.length; i++) out[names[i]!] = decoders[i]!(row[i])
    return out
  })
}

function described(row: Row): DescribedColumn {
  return { name: String(row['column_name']), type: String(row['column_type']), nullable: row['null'] !== 'NO' }
}
