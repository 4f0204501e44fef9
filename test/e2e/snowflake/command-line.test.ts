import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../../cli/main.ts'
import { createSchema, createTable } from '../../../compiler/emit/index.ts'
import { compileProject } from '../../../compiler/index.ts'
import { place } from '../../../compiler/place/index.ts'
import { testIo } from '../../cli/test-io.ts'
import { repository } from '../../source-files.ts'
import type { Emulated } from '../../support/emulated.ts'
import { openEmulated } from '../../support/emulated.ts'

// The platform under features/, deployed by the commands themselves to the target of its config that is an account.

const database = 'LOGISTICS_DW_PROD'
const warehouse = 'COMPUTE_WH_MEDIUM'
const state: { account: Emulated | null } = { account: null }

/** Empty raw tables as the sources declare them. */
async function rawTables({ driver }: Emulated): Promise<void> {
  const { lowered, catalog } = (await compileProject({ root: repository, cacheDir: null })).value!
  const { placement } = place(lowered.desired, catalog, { target: 'prod', environment: null, values: {}, root: repository }).value!
  for (const source of catalog.sources) {
    const physical = placement.sources[source.address]
    if (physical?.kind !== 'relation') continue
    const columns = source.columns.map(c => ({ ...c, nullable: true, comment: null }))
    const table = createTable({ name: physical.name, columns, comment: null, clusterBy: [], ifNotExists: true }, 'snowflake')
    for (const sql of [...createSchema(physical.name, 'snowflake'), ...table]) await driver.execute(sql)
  }
}

beforeAll(async () => {
  state.account = await openEmulated({
    emulator: { databases: [database], warehouses: [warehouse], roles: ['ML_ENGINEER', 'ANALYST', 'ML_TRAINER'] },
    driver: { database, warehouse },
  })
  await rawTables(state.account)
})

afterAll(() => state.account?.close())

async function feat(...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { port, credentials } = state.account!.emulator
  const settings = { ACCOUNT: 'emulated', USER: credentials.user, PASSWORD: credentials.password, HOST: '127.0.0.1', PORT: String(port), PROTOCOL: 'http' }
  const env = { HOME: '/nowhere', ...Object.fromEntries(Object.entries(settings).map(([k, v]) => [`SNOWFLAKE_CONNECTIONS_PROD_${k}`, v])) }
  const { io, out, err } = testIo({ cwd: repository, env, now: '2026-01-05T06:00:00Z' })
  const code = await main([...argv, '--target', 'prod'], io)
  expect(out() + err()).not.toContain(credentials.password)
  return { code, out: out(), err: err() }
}

describe('the platform on an emulated account, by the command line', () => {
  it('doctor finds the connection, the sources and no state', async () => {
    const { out } = await feat('doctor')
    expect(out).toMatch(/connection +account \S+.*, user FEAT, .*warehouse COMPUTE_WH_MEDIUM, database LOGISTICS_DW_PROD/)
    expect(out).toContain('its sources fit the declarations; state is not there yet')
  })

  it('apply makes what plan showed, and then nothing is left to do', async () => {
    const planned = await feat('plan')
    expect(planned.err).toBe('')
    const count = /Plan: (\d+) to create/.exec(planned.out)![1]
    const applied = await feat('apply', '--auto-approve')
    expect(applied.err).toBe('')
    expect(applied.out).toContain(`Apply complete! Resources: ${count} created, 0 changed`)
    expect((await feat('plan')).out).toContain('No changes.')
  })

  it('materialize, status and state work on what was made', async () => {
    const done = await feat('materialize')
    expect([done.code, done.err]).toEqual([0, ''])
    expect((await feat('status')).out).toContain("logistics on target prod: LOGISTICS_DW_PROD on connection 'prod'")
    expect((await feat('state', 'list')).out).toContain('view.customer_service')
  })

  it('F640 says so where a raw table went away meanwhile', async () => {
    await state.account!.driver.execute(`DROP TABLE "${database}"."RAW"."ORDERS"`)
    const { code, err } = await feat('plan')
    expect(code).toBe(1)
    expect(err).toContain('error[F640]')
  })
})
