import type { Driver } from '../driver.ts'

/** What a session of an account knows of itself; null where it has none. */
export interface ConnectionFacts {
  readonly account: string | null
  readonly region: string | null
  readonly version: string | null
  readonly user: string | null
  readonly role: string | null
  readonly warehouse: string | null
  readonly database: string | null
}

const query = `SELECT CURRENT_ACCOUNT() AS "ACCOUNT", CURRENT_REGION() AS "REGION", CURRENT_VERSION() AS "VERSION", CURRENT_USER() AS "USER_NAME", CURRENT_ROLE() AS "ROLE_NAME", CURRENT_WAREHOUSE() AS "WAREHOUSE", CURRENT_DATABASE() AS "DATABASE_NAME"`

/** Asks the account who we are there, and on what. */
export async function connectionFacts(driver: Driver): Promise<ConnectionFacts> {
  const row = (await driver.query(query, 'ask for the connection'))[0] ?? {}
  const text = (name: string): string | null => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  return {
    account: text('account'),
    region: text('region'),
    version: text('version'),
    user: text('user_name'),
    role: text('role_name'),
    warehouse: text('warehouse'),
    database: text('database_name'),
  }
}
