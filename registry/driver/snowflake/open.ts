import { diagnostic, FeatError } from '../../../compiler/base/diagnostic.ts'
import type { DescribedColumn, Driver, Row, Statement } from '../driver.ts'
import { inParallel } from '../parallel.ts'
import type { Surroundings } from './connections-file.ts'
import { typeText } from './decode.ts'
import type { Limits } from './limits.ts'
import { usualLimits } from './limits.ts'
import { loginOf } from './login.ts'
import { poolOf } from './pool.ts'
import { changedRows, rowsOf } from './rows.ts'
import { loadSdk } from './sdk.ts'
import { openSession } from './session.ts'
import { namedSettings } from './settings.ts'
import type { Statements } from './statements.ts'
import { statementsOn } from './statements.ts'

export interface SnowflakeOptions extends Surroundings {
  /** The name of a connection: a section of connections.toml, or variables. */
  readonly connection: string
  readonly database: string | null
  readonly warehouse: string | null
  /** How many statements may run at once, each in a session of its own. */
  readonly parallelism?: number
  readonly limits?: Partial<Limits>
  /** Ends the wait for the first login. */
  readonly signal?: AbortSignal
}

const usualParallelism = 8

/** Opens an account: the settings are checked and the first session is open when this resolves; others follow when they are needed. */
export async function openSnowflake(options: SnowflakeOptions): Promise<Driver> {
  const named = namedSettings(options.connection, options)
  const login = loginOf(named, options.home)
  const limits = { ...usualLimits, ...options.limits }
  const sdk = await loadSdk()
  const database = options.database ?? named.settings.database ?? null
  const warehouse = options.warehouse ?? named.settings.warehouse ?? null
  const parallelism = login.asksPerson ? 1 : (options.parallelism ?? usualParallelism)
  const pool = poolOf({
    // One more, so that the lock can be renewed while all others are at work; but no person is asked twice.
    size: parallelism === 1 ? 1 : parallelism + 1,
    open: () => openSession({ sdk, login, database, warehouse, limits }),
    isFinal: error => error instanceof FeatError && error.diagnostics.some(d => d.code === 'F654' || d.code === 'F653'),
    cancelled: () => new FeatError([diagnostic('F606', { detail: 'cancelled', during: null })]),
    idleMs: limits.idle,
  })
  pool.give(await pool.take(options.signal ?? new AbortController().signal))
  const statements = statementsOn({ pool, login, limits })
  return driverOf(statements, { parallelism, tag: null, close: pool.close })
}

interface DriverParts {
  readonly parallelism: number
  readonly tag: string | null
  readonly close: () => void
}

/** The longest tag that Snowflake takes. */
const longestTag = 2000

function driverOf(statements: Statements, parts: DriverParts): Driver {
  const { tag } = parts
  const one = (sql: string, title: string | undefined, describe = false): ReturnType<Statements['one']> => statements.one({ sql, tag, describe }, title ?? null)
  return {
    dialect: 'snowflake',
    parallelism: parts.parallelism,
    exclusive: false,
    execute: async (sql, title) => changedRows(await one(sql, title)),
    query: async (sql, title): Promise<readonly Row[]> => rowsOf(await one(sql, title), title ?? null),
    describe: async (sql, title) => (await one(sql, title, true)).columns.map(described),
    transaction: async (list: readonly Statement[], title) => (await statements.transaction(list, tag, title ?? null)).map(changedRows),
    atOnce: async (transactions, title) => {
      await inParallel(transactions, parts.parallelism, list => statements.transaction(list, tag, title ?? null))
    },
    tagged: text => driverOf(statements, { ...parts, tag: text.slice(0, longestTag) }),
    cancel: statements.cancel,
    close: parts.close,
  }
}

function described(column: Parameters<typeof typeText>[0]): DescribedColumn {
  return { name: column.name.toLowerCase(), type: typeText(column), nullable: column.nullable }
}
