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
    }),
  },
  environments: { schema: '{schema}__{env}' },
  defaults: { owner: 'ml-platform', every: '1d' },
  policies: [require_('owner'), require_('description')],
})
