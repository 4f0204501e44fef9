import { applySteps } from '../../registry/apply/apply.ts'
import { localPlacement } from '../support/placement.ts'
import type { Scenario } from '../support/kill.ts'
import { recordOf, step, storageOf } from '../support/steps.ts'

const storage = storageOf('demo__g1')
const table = 'feat_storage.demo__g1'

/** One step of every phase: objects one by one, rows in a transaction, a view, what was there before dropped. */
const steps = [
  step({ title: 'create schemas', sql: ['CREATE SCHEMA IF NOT EXISTS feat_storage', 'CREATE SCHEMA IF NOT EXISTS ml'] }),
  step({
    title: 'create storage',
    sql: [`CREATE TABLE IF NOT EXISTS ${table} (k VARCHAR, value DOUBLE)`, `COMMENT ON TABLE ${table} IS 'ours'`],
    effect: { kind: 'storage', storage },
  }),
  step({
    title: 'fill storage',
    phase: 'fill',
    transaction: true,
    sql: [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT k, sum(v) FROM raw GROUP BY k`],
    fill: { storage: table, from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
  }),
  step({
    title: 'add to a counter, which only a transaction keeps from being done twice',
    phase: 'fill',
    transaction: true,
    sql: ['UPDATE counter SET n = n + 1'],
    effect: { kind: 'start', view: 'view.demo', at: '2024-01-01T00:00:00Z' },
  }),
  step({
    title: 'publish',
    phase: 'publish',
    sql: [`CREATE OR REPLACE VIEW ml.demo AS SELECT * FROM ${table}`],
    effect: { kind: 'record', record: recordOf('view.demo', 1, [storage]), replaces: null },
  }),
  step({
    title: 'rename, which only a probe keeps from being done twice',
    phase: 'contract',
    sql: ['ALTER TABLE old_name RENAME TO new_name'],
    probe: "SELECT count(*) = 1 FROM duckdb_tables() WHERE table_name = 'new_name'",
    effect: { kind: 'retire', storage: storage.generation },
  }),
]

export const scenario: Scenario = {
  prepare: async driver => {
    await driver.execute('CREATE TABLE raw AS SELECT (range % 3)::VARCHAR AS k, range::DOUBLE AS v FROM range(100)')
    await driver.execute('CREATE TABLE counter AS SELECT 0 AS n')
    await driver.execute('CREATE TABLE old_name AS SELECT 1 AS a')
  },
  run: async driver => {
    const run = { project: 'logistics', plan: 'p1', now: '2026-03-01T00:00:00Z', owner: 'ada', host: 'here', command: 'feat apply' }
    // Like `feat apply`: what the last run brought to its end is not planned again.
    const [ended] = await driver.query("SELECT count(*) AS n FROM information_schema.tables WHERE table_name = 'retired'")
    const [retired] = ended!['n'] === 0 ? [] : await driver.query('SELECT count(*) AS n FROM feat.retired')
    if (retired?.['n'] === 1) return
    await applySteps({ driver, placement: localPlacement(), steps, run, clock: () => new Date('2026-03-01T00:00:00Z') })
  },
}
