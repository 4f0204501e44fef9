import { expect, it, vi } from 'vitest'
import { avg, boolean, dataset, entity, events, featureView, float, integer, slope, stddev, sum, timestamp } from '../../../compiler/dsl/index.ts'
import { buildDataset } from '../../../registry/dataset/build.ts'
import { applied, inWarehouse, materialized, sessionFor } from '../../support/warehouse.ts'

vi.setConfig({ testTimeout: 60_000 })
const now = '2026-02-01T06:00:00Z'
const thing = entity('thing', { keys: { k: integer() } })
const rows = events('raw.rows', { entities: [thing], columns: { k: integer(), v: float(), at: timestamp() }, eventTime: 'at', defines: [thing] })
const labels = events('raw.labels', { entities: [thing], columns: { k: integer(), y: boolean(), at: timestamp() }, eventTime: 'at' })
const view = featureView(
  'weekly',
  { entity: thing, start: '2026-01-01' },
  {
    sd: stddev(rows.c.v).over('7d'),
    trend: slope(rows.c.v).over('7d'),
    total: sum(rows.c.v).over('7d'),
    mean: avg(rows.c.v).over('7d'),
  },
)
const exactly = dataset('exactly', {
  spine: labels,
  label: labels.c.y,
  features: [view],
  accuracy: 'exact',
  split: { train: '2026-01-20', validation: '2026-01-25' },
  accept: { F455: 'a test' },
})

/** So many rows that the engine gives its threads parts of them. */
const raw = [
  'CREATE SCHEMA raw',
  `CREATE TABLE raw.rows AS SELECT (hash(i) % 2000)::INTEGER AS k, (hash(i + 7) % 1000003)::DOUBLE / 977 AS v,
    TIMESTAMP '2026-01-01' + to_microseconds((hash(i * 3) % (30 * 86400000000))::BIGINT) AS at FROM range(60000) AS t(i)`,
  `CREATE TABLE raw.labels AS SELECT (i % 2000)::INTEGER AS k, i % 3 = 0 AS y,
    TIMESTAMP '2026-01-10' + to_microseconds((hash(i * 5) % (18 * 86400000000))::BIGINT) AS at FROM range(20000) AS t(i)`,
]

it('adds up floats to the same bits each time', async () => {
  await inWarehouse(raw, async driver => {
    const session = sessionFor(driver, [thing, rows, labels, view, exactly], { now })
    await applied(session)
    await materialized(session)
    const asked = { dataset: 'exactly', from: null, to: null, known: null, out: null, force: false, partial: false }
    const checksums = [await buildDataset(session, asked), await buildDataset(session, asked), await buildDataset(session, asked)].map(v => v.checksum)
    expect(new Set(checksums).size).toBe(1)
  })
})
