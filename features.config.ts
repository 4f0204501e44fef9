import { defineConfig, duckdb, require_, snowflake } from 'featplan'

export const config = defineConfig({
  project: 'logistics',
  defaultTarget: 'local',
  targets: {
    local: duckdb({ path: '.feat/local.duckdb', sources: { raw: 'raw' } }),
    prod: snowflake({
      connection: 'prod',
      database: 'LOGISTICS_DW_PROD',
      schema: 'ML_FEATURES',
      warehouse: 'COMPUTE_WH_MEDIUM',
      edition: 'enterprise',
      cloud: 'aws',
      sources: { raw: 'LOGISTICS_DW_PROD.RAW' },
      warehouses: { COMPUTE_WH_MEDIUM: { size: 'medium', autoSuspend: 60, autoResume: true, clusters: { min: 1, max: 3 }, scaling: 'standard' } },
      tags: { COST_CENTER: { values: ['ml-platform'] } },
      physical: { retentionDays: 7, tags: { COST_CENTER: 'ml-platform' } },
      roles: { reader: ['ML_ENGINEER', 'ANALYST'], writer: ['ML_TRAINER'] },
      schedule: '1h',
      notifications: { '#ml-alerts': 'ML_ALERTS', '#credit': 'CREDIT_ALERTS', '#operations': 'OPERATIONS_ALERTS' },
      measure: 'on change',
    }),
  },
  environments: { schema: '{schema}__{env}' },
  defaults: { owner: 'ml-platform', every: '1d' },
  policies: [require_('owner'), require_('description')],
})
