import { FeatError, diagnostic } from '../../compiler/base/diagnostic.ts'
import { generateLogistics } from '../../registry/fixture/logistics.ts'
import { fixtureArguments } from '../arguments/fixture.ts'
import type { FixtureArguments } from '../arguments/fixture.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { withWarehouse } from '../session.ts'
import { fixtureView } from '../views/fixture.ts'

/** Fills the embedded warehouse with raw data; raw tables of an earlier run are replaced. */
export async function runFixture(raw: Raw, io: Io): Promise<number> {
  const args = fixtureArguments(raw, io)
  const started = performance.now()
  const tables = await withWarehouse(args, io, async driver => {
    for (const statement of generateLogistics({ until: args.until, ...sizes(args) })) {
      if (io.signal.aborted) throw new FeatError([diagnostic('F706', { command: 'feat fixture' })])
      await driver.execute(statement, 'sample data')
    }
    return driver.query("SELECT schema_name || '.' || table_name AS name, estimated_size AS rows FROM duckdb_tables() WHERE schema_name = 'raw' ORDER BY 1")
  })
  io.out(
    fixtureView(
      tables.map(t => ({ name: String(t['name']), rows: Number(t['rows']) })),
      performance.now() - started,
      { color: wantsColor(io, 'out', args.color) },
    ),
  )
  return 0
}

/** The sizes that were given; the generator has defaults for the others. */
function sizes(args: FixtureArguments): Readonly<Record<string, number>> {
  const given = { customers: args.customers, vehicles: args.vehicles, deliveries: args.deliveries, days: args.days, seed: args.seed }
  return Object.fromEntries(Object.entries(given).filter((e): e is [string, number] => e[1] !== null))
}
