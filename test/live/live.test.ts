import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { openSnowflake } from '../../registry/driver/snowflake/open.ts'
import { reportOf, unlike } from './report.ts'
import { runLive } from './suite.ts'

// On an account of Snowflake: FEAT_SNOWFLAKE_LIVE=1 FEAT_SNOWFLAKE_CONNECTION=<name in connections.toml>
// FEAT_SNOWFLAKE_DATABASE=<a database in which the role may create schemas> FEAT_SNOWFLAKE_WAREHOUSE=<a warehouse>
// npx vitest run test/live. Schemas whose names begin with FEAT_LIVE_ are made, and dropped whatever happens.

const { env } = process
const asked = env['FEAT_SNOWFLAKE_LIVE'] === '1'
// oxlint-disable-next-line no-console -- a check that does not run must not look like one that passed
if (!asked) console.warn('nothing is run on an account of Snowflake: set FEAT_SNOWFLAKE_LIVE=1, see test/live/live.test.ts')

describe.skipIf(!asked)('an account of Snowflake', () => {
  it('means and holds what DuckDB does', { timeout: 1_800_000 }, async () => {
    const given = (name: string): string => {
      const value = env[name]
      if (value === undefined || value === '') throw new Error(`${name} is not set`)
      return value
    }
    const [connection, database, warehouse] = [given('FEAT_SNOWFLAKE_CONNECTION'), given('FEAT_SNOWFLAKE_DATABASE'), given('FEAT_SNOWFLAKE_WAREHOUSE')]
    const driver = await openSnowflake({ connection, database, warehouse, env, home: homedir() })
    try {
      const schema = `feat_live_${Date.now().toString(36)}_${process.pid}`
      const findings = await runLive(driver, { connection, database, warehouse, schema })
      // oxlint-disable-next-line no-console -- what to fill into the table
      console.log(reportOf(findings, connection))
      expect({ ...findings, seen: unlike(findings).length, rows: 0, described: 0 }).toEqual({ differences: [], refused: [], seen: 0, rows: 0, described: 0 })
    } finally {
      driver.close()
    }
  })
})
