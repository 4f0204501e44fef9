import type { Compiled } from '../../compiler/index.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import type { Session } from '../../registry/index.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { EmulatorOptions } from '../emulator/index.ts'
import { afterDefinitions, beforeDefinitions } from '../e2e/kill-shop.ts'
import { rawData } from '../e2e/shop.ts'
import type { Emulated } from './emulated.ts'
import { openEmulated } from './emulated.ts'
import { accountConfig, copyRaw } from './snowflake-shop.ts'
import { applied, compiledOf, materialized, planned, sessionFor } from './warehouse.ts'

export const now = '2026-01-05T06:00:00Z'

/** A small project, and the same after a change that rebuilds, adds and removes. */
export const first = compiledOf(beforeDefinitions, { config: accountConfig })
export const second = compiledOf(afterDefinitions, { config: accountConfig })

/** The first without its serving: what lists a dynamic table looks into what that reads. */
export const plain = compiledOf(
  beforeDefinitions.filter(d => (d as { readonly kind: string }).kind !== 'serving'),
  { config: accountConfig },
)

/** A session on the emulated account; `hours` later than the work of others, whose lock has lapsed by then. */
export function sessionIn(driver: Driver, what: Compiled, hours = 0): Session {
  const session = sessionFor(driver, what, { now, target: 'account' })
  return { ...session, clock: () => new Date(Date.parse(now) + hours * 3_600_000) }
}

/** Like the commands: what was applied is not planned again, and nothing is due twice. */
export async function deploy(session: Session): Promise<void> {
  if ((await planned(session, true)).steps.length > 0) await applied(session, true)
  await materialized(session)
}

/** An account with the raw tables of the shop. */
export async function shopAccount(options: EmulatorOptions = {}): Promise<Emulated> {
  const account = await openEmulated({ emulator: options })
  const duck = await openDuckdb({ path: ':memory:' })
  for (const sql of rawData({ orders: 60, customers: 3 })) await duck.execute(sql)
  await copyRaw(duck, sessionIn(account.driver, first))
  duck.close()
  return account
}
