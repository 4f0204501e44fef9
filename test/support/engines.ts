import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import type { Compiled } from '../../compiler/index.ts'
import type { Driver, Row, Value } from '../../registry/driver/driver.ts'
import type { Session } from '../../registry/index.ts'
import { loadParquet } from '../emulator/load.ts'
import type { Emulated } from './emulated.ts'
import { openEmulated } from './emulated.ts'
import { accountConfig } from './snowflake-shop.ts'
import type { Circumstances, Tables } from './warehouse.ts'
import { compiledOf, inWarehouse, sessionFor, warehouse } from './warehouse.ts'

/** Where a test runs. */
export interface Engine {
  readonly name: string
  readonly duckdb: boolean
  /** A warehouse of its own with the raw tables that statements of DuckDB make. */
  readonly open: (raw: readonly string[]) => Promise<Opened>
  /** Work in such a warehouse. */
  readonly inWarehouse: <T>(raw: readonly string[], work: (driver: Driver) => Promise<T>) => Promise<T>
}

interface Opened {
  readonly driver: Driver
  readonly close: () => Promise<void>
}

export const onDuckdb = engineOf('DuckDB', openedOnDuckdb)
const onAccount = engineOf('an emulated account', openedOnAccount)

function engineOf(name: string, open: Engine['open']): Engine {
  const inWarehouse: Engine['inWarehouse'] = async (raw, work) => {
    const { driver, close } = await open(raw)
    try {
      return await work(driver)
    } finally {
      await close()
    }
  }
  return { name, duckdb: open === openedOnDuckdb, open, inWarehouse }
}

/** The same tests on DuckDB and, through the official driver, on an emulated account of Snowflake. */
export function onEachEngine(name: string, work: (engine: Engine) => void): void {
  for (const engine of [onDuckdb, onAccount]) describe(`${name}, on ${engine.name}`, () => work(engine))
}

/** What accounts take for the time. */
const moments = new WeakMap<Driver, { now: string }>()

/** A session of the target that the warehouse is of; from then on its moment is what an account takes for the time. */
export function sessionOn(driver: Driver, what: readonly unknown[] | Compiled, at: Omit<Circumstances, 'target' | 'config'>): Session {
  const compiled = 'lowered' in what ? what : compiledOf(what, { ...at, config: accountConfig })
  const moment = moments.get(driver)
  if (moment !== undefined) moment.now = at.now
  return sessionFor(driver, compiled, { ...at, target: driver.dialect === 'duckdb' ? 'local' : 'account' })
}

/** The rows of all tables and views of some schemas by `schema.name`, in one order; without when they were computed. */
export async function tablesOf(driver: Driver, schemas: readonly string[] = ['main', 'feat_storage']): Promise<Tables> {
  const found = await driver.query(
    `SELECT table_schema, table_name FROM ${driver.dialect === 'duckdb' ? 'information_schema' : 'EMULATED.INFORMATION_SCHEMA'}.tables`,
  )
  const names = found.map(r => `${r['table_schema']}.${r['table_name']}`.toLowerCase()).filter(n => schemas.includes(n.split('.')[0]!))
  const tables: Record<string, readonly Row[]> = {}
  for (const name of names.toSorted()) tables[name] = await rowsIn(driver, name)
  return tables
}

/** The rows of one table or view in the order of its columns, in the form that both engines share. */
export async function rowsIn(driver: Driver, name: string): Promise<readonly Row[]> {
  const rows = await driver.query(`SELECT * FROM ${quoted(driver, name)}`)
  return rows
    .map((row): Row => Object.fromEntries(Object.entries(row).flatMap(([c, v]) => (c === 'computed_at' ? [] : [[c, plain(v)]]))))
    .toSorted((a, b) => firstOf(Object.keys(a).map(c => compare(a[c]!, b[c]!))))
}

/** Decimals and instants without zeros that say nothing. */
function plain(value: Value): Value {
  if (typeof value !== 'string') return value
  return value.replace(/^(-?\d+)\.0+$|^(-?\d+\.\d*?[1-9])0+$/, '$1$2').replace(/^(\d{4}-\S+T\S+)\.0+Z$/, '$1Z')
}

/** `schema.name` as the engine has it. */
export function quoted(driver: Driver, name: string): string {
  const text = name
    .split('.')
    .map(part => `"${part}"`)
    .join('.')
  return driver.dialect === 'duckdb' ? text : `"EMULATED".${text.toUpperCase()}`
}

function firstOf(orders: readonly number[]): number {
  return orders.find(o => o !== 0) ?? 0
}

/** NULL comes last. */
function compare(a: Value, b: Value): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/** What is told of a call that writes. */
export type Watch = (call: { readonly sql: string; readonly title: string }) => Promise<void>

/** The same driver, with a look before and after each call that writes; a transaction is one. */
export function watching(driver: Driver, hooks: { readonly before?: Watch; readonly after?: Watch }): Driver {
  const around = async <T>(sql: string, title: string, call: () => Promise<T>): Promise<T> => {
    await hooks.before?.({ sql, title })
    const done = await call()
    await hooks.after?.({ sql, title })
    return done
  }
  return {
    ...driver,
    execute: (sql, title) => around(sql, title ?? '', () => driver.execute(sql, title)),
    transaction: (statements, title) =>
      around(statements.map(s => (typeof s === 'string' ? s : s.sql)).join(';\n'), title ?? '', () => driver.transaction(statements, title)),
    atOnce: (transactions, title) => around(transactions.flat().join(';\n'), title ?? '', () => driver.atOnce(transactions, title)),
    tagged: tag => watching(driver.tagged(tag), hooks),
  }
}

async function openedOnDuckdb(raw: readonly string[]): Promise<Opened> {
  const driver = await warehouse(raw)
  return { driver, close: async () => driver.close() }
}

async function openedOnAccount(raw: readonly string[]): Promise<Opened> {
  const moment = { now: '2026-01-01T00:00:00Z' }
  const account = await openEmulated({ driver: { parallelism: 4 }, emulator: { clock: () => new Date(moment.now) } })
  moments.set(account.driver, moment)
  await inWarehouse(raw, duck => copyTables(duck, account)).catch(async (error: unknown) => {
    await account.close()
    throw error
  })
  return account
}

/** All tables of DuckDB made in the account under the same names and with the same rows. */
async function copyTables(duck: Driver, { driver, emulator }: Emulated): Promise<void> {
  const tables = await duck.query("SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema <> 'main'")
  const folder = mkdtempSync(join(tmpdir(), 'feat-raw-'))
  for (const schema of new Set(tables.map(t => String(t['table_schema'])))) await driver.execute(`CREATE SCHEMA ${schema}`)
  for (const { table_schema: schema, table_name: name } of tables) {
    const file = join(folder, `${schema}.${name}.parquet`)
    const columns = await duck.describe(`SELECT * FROM ${schema}.${name}`)
    await driver.execute(`CREATE TABLE ${schema}.${name} (${columns.map(c => `${c.name} ${typeThere(c.type)}`).join(', ')})`)
    await duck.execute(`COPY ${schema}.${name} TO '${file}' (FORMAT parquet)`)
    await loadParquet(emulator, { database: 'EMULATED', schema: String(schema).toUpperCase(), name: String(name).toUpperCase() }, file)
  }
  rmSync(folder, { recursive: true })
}

function typeThere(type: string): string {
  return type === 'DOUBLE' ? 'FLOAT' : type === 'TIMESTAMP' ? 'TIMESTAMP_NTZ' : type.replace('DECIMAL', 'NUMBER')
}
