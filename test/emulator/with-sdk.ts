import type { Connection, ConnectionOptions } from 'snowflake-sdk'
import { loadSdk } from '../../registry/driver/snowflake/sdk.ts'
import type { Emulator } from './index.ts'

/** How a statement ended: its rows by column, or the number and state of its error. */
export type Ended =
  | { readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly code: string; readonly sqlState: string; readonly message: string }

/** The unmodified driver, connected to an emulator. */
export interface Client {
  readonly connection: Connection
  readonly run: (
    sql: string,
    more?: { readonly binds?: readonly (string | number | boolean | null)[]; readonly asyncExec?: boolean; readonly describeOnly?: boolean },
  ) => Promise<Ended>
  /** The rows of a statement that must succeed. */
  readonly rows: (sql: string, ...binds: readonly (string | number | boolean | null)[]) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Number and state of the error of a statement that must fail. */
  readonly error: (sql: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** Logs in; rejects where the login fails. */
export async function connect(emulator: Emulator, options: Partial<ConnectionOptions> = {}): Promise<Client> {
  const sdk = await loadSdk()
  const connection = sdk.createConnection({
    account: 'tests-emulated',
    accessUrl: emulator.url,
    username: emulator.credentials.user,
    password: emulator.credentials.password,
    database: 'EMULATED',
    schema: 'PUBLIC',
    warehouse: 'COMPUTE_WH',
    sfRetryMaxLoginRetries: 1,
    representNullAsStringNull: false,
    ...options,
  })
  await new Promise<void>((resolve, reject) => {
    connection.connect(error => (error === undefined || error === null ? resolve() : reject(error)))
  })
  const run: Client['run'] = (sqlText, { binds, ...more } = {}) =>
    new Promise(resolve => {
      connection.execute({
        sqlText,
        ...(binds === undefined ? {} : { binds: [...binds] as string[] }),
        ...more,
        complete: (error, _, rows) =>
          resolve(
            error === undefined || error === null
              ? { rows: (rows ?? []) as Readonly<Record<string, unknown>>[] }
              : { code: String(error.code), sqlState: String(error.sqlState), message: error.message },
          ),
      })
    })
  return {
    connection,
    run,
    rows: async (sql, ...binds) => {
      const ended = await run(sql, binds.length === 0 ? {} : { binds })
      if ('rows' in ended) return ended.rows
      throw new Error(`${ended.code} ${ended.message}\n${sql}`)
    },
    error: async sql => {
      const ended = await run(sql)
      return 'rows' in ended ? `rows: ${JSON.stringify(ended.rows)}` : `${ended.code} ${ended.sqlState}`
    },
    close: () => new Promise(resolve => connection.destroy(() => resolve())),
  }
}
