import { expect, it } from 'vitest'
import { keptText, targetText } from '../../compiler/docs/targets.ts'

it('says what a target holds besides tables and views, and that an embedded one holds nothing', () => {
  const objects = {
    warehouses: { WH: {} },
    tags: { COST: {} },
    roles: { reader: ['A', 'B'], owner: 'C' },
    schedule: { cron: '0 5 * * *', zone: 'UTC' },
    notifications: { slack: 'S' },
    measure: 'on change',
    physical: { retentionDays: 7 },
  } as const
  expect(targetText({ name: 'prod', engine: 'snowflake', objects })).toBe(
    'procedures that fill: one for each storage; warehouses: `WH`; tags: `COST`; read by: A, B; owned by: C; tasks: what is due, 0 5 * * * UTC; ' +
      'alerts to: `slack`; metrics of checks: on change; kept: former rows for 7 days',
  )
  expect(targetText({ name: 'local', engine: 'duckdb', objects: null })).toMatch(/^nothing: .*on Snowflake alone$/)
})

it('says how a view is kept', () => {
  const kept = {
    clusterBy: ['a'],
    retentionDays: 1,
    transient: true,
    warehouse: 'WH',
    tags: { COST: 'x' },
    columns: { a: { masking: 'M' } },
    rowAccess: { policy: 'P', on: ['a'] },
  }
  expect(keptText(kept)).toBe('clustered by a, former rows for 1 days, without fail-safe, filled on WH, COST = x, a masked by M, rows by P')
  expect(keptText({})).toBe('')
})
