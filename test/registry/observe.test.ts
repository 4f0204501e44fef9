import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import { observe } from '../../registry/observe/observe.ts'
import { accessState } from '../../registry/state/access.ts'
import { ensureState } from '../../registry/state/ensure.ts'
import { localPlacement } from '../support/placement.ts'
import { scratch } from '../support/scratch.ts'

const folder = scratch()
const placement = localPlacement()
let driver: Driver
beforeAll(async () => {
  driver = await openDuckdb({ path: ':memory:' })
})
afterAll(() => driver.close())

describe('what is there', () => {
  it('is nothing in an empty warehouse', async () => {
    expect(await observe(driver, placement)).toEqual({ schemas: [], objects: [] })
  })

  it('is tables and views with columns, types and comments, of the placement only', async () => {
    for (const schema of ['ml', 'feat_storage', 'elsewhere']) await driver.execute(`CREATE SCHEMA ${schema}`)
    await ensureState(
      accessState(driver, placement, () => new Date()),
      'logistics',
    )
    await driver.execute('CREATE TABLE feat_storage.demo__g1 (k VARCHAR NOT NULL, "odd, name" DECIMAL(12, 2), t TIMESTAMP)')
    await driver.execute("COMMENT ON TABLE feat_storage.demo__g1 IS 'it''s ours'")
    await driver.execute('CREATE VIEW ml.demo AS SELECT k, t AS feature_time FROM feat_storage.demo__g1')
    await driver.execute("COMMENT ON VIEW ml.demo IS 'shown'")
    await driver.execute('CREATE TABLE elsewhere.theirs (a INTEGER)')
    await driver.execute('CREATE TABLE feat.extra (a INTEGER)')
    expect(await observe(driver, placement)).toEqual({
      schemas: ['feat', 'feat_storage', 'ml'],
      objects: [
        {
          name: { catalog: null, schema: 'feat', name: 'extra' },
          kind: 'table',
          comment: null,
          columns: [{ name: 'a', type: 'INTEGER', nullable: true }],
          rows: 0,
        },
        {
          name: { catalog: null, schema: 'feat_storage', name: 'demo__g1' },
          kind: 'table',
          comment: "it's ours",
          columns: [
            { name: 'k', type: 'VARCHAR', nullable: false },
            { name: 'odd, name', type: 'DECIMAL(12,2)', nullable: true },
            { name: 't', type: 'TIMESTAMP', nullable: true },
          ],
          rows: 0,
        },
        {
          name: { catalog: null, schema: 'ml', name: 'demo' },
          kind: 'view',
          comment: 'shown',
          columns: [
            { name: 'k', type: 'VARCHAR', nullable: true },
            { name: 'feature_time', type: 'TIMESTAMP', nullable: true },
          ],
        },
      ],
    })
  })

  it('is still told where a view has lost its table', async () => {
    await driver.execute('CREATE TABLE feat_storage.gone (a INTEGER)')
    await driver.execute('CREATE VIEW ml.orphan AS SELECT a FROM feat_storage.gone')
    await driver.execute('DROP TABLE feat_storage.gone')
    expect((await observe(driver, placement)).objects.map(o => o.name.name)).toContain('orphan')
  })
})

describe('the time of looking', () => {
  it('at 1,000 views over 1,000 tables of 12 columns, in a file just opened, is short', async () => {
    const path = join(folder, 'many.duckdb')
    const columns = Array.from({ length: 12 }, (_, i) => `column_${i} DOUBLE`).join(', ')
    const made = await openDuckdb({ path })
    await made.transaction([
      'CREATE SCHEMA ml',
      'CREATE SCHEMA feat_storage',
      ...Array.from({ length: 1000 }, (_, i) => [
        `CREATE TABLE feat_storage.t${i} (${columns})`,
        `CREATE VIEW ml.v${i} AS SELECT * FROM feat_storage.t${i}`,
      ]).flat(),
    ])
    made.close()
    const opened = await openDuckdb({ path })
    const before = process.cpuUsage()
    expect((await observe(opened, placement)).objects).toHaveLength(2000)
    const { user, system } = process.cpuUsage(before)
    opened.close()
    // Of the processor: other tests share the machine.
    expect((user + system) / 1000).toBeLessThan(1500)
  })
})
