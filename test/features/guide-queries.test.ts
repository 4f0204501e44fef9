import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Driver } from '../../registry/driver/driver.ts'
import { openDuckdb } from '../../registry/driver/duckdb.ts'
import type { Facts } from './guide-queries.ts'
import { adapted, guideQueries } from './guide-queries.ts'

const facts: Facts = { today: '2026-07-01', customers: 20, vehicles: 5, routes: 3 }

/** The columns that the guide names, by hand: the texts are tried on them, the product is tried elsewhere. */
const tables = [
  `CREATE TABLE tbl_ml_consolidated_feature_store (feature_type VARCHAR, feature_date DATE, customer_id VARCHAR, vehicle_id VARCHAR, customer_tier_numeric BIGINT, customer_tenure_days DOUBLE,
    customer_on_time_rate_30d DOUBLE, customer_reliability_tier VARCHAR, vehicle_age_years DOUBLE, current_mileage DECIMAL(10,1), days_since_last_maintenance DOUBLE, maintenance_risk_score DOUBLE)`,
  `CREATE TABLE tbl_ml_model_registry (model_id VARCHAR, model_name VARCHAR, model_version VARCHAR, model_type VARCHAR, training_data_source VARCHAR, feature_columns JSON, model_metrics JSON,
    model_artifact_path VARCHAR, created_by VARCHAR, created_at TIMESTAMP)`,
  'CREATE TABLE tbl_ml_model_performance (model_id VARCHAR, evaluation_date DATE, accuracy DOUBLE, "precision" DOUBLE, recall DOUBLE, f1_score DOUBLE, data_drift_score DOUBLE)',
  'CREATE TABLE vw_ml_real_time_customer_features AS SELECT *, NULL::DOUBLE AS risk_score FROM tbl_ml_consolidated_feature_store',
  'CREATE TABLE vw_ml_real_time_vehicle_features AS SELECT *, NULL::DATE AS predicted_maintenance_date FROM tbl_ml_consolidated_feature_store',
  'CREATE TABLE vw_ml_feature_monitoring (feature_date DATE, feature_name VARCHAR, null_count BIGINT, null_percentage DOUBLE, data_type VARCHAR, min_value DOUBLE, max_value DOUBLE)',
]

describe("the guide's queries", () => {
  let db: Driver
  beforeAll(async () => {
    db = await openDuckdb({ path: ':memory:' })
    for (const sql of tables) await db.execute(sql)
  })
  afterAll(() => db.close())

  it.each(guideQueries)('$title: every adaptation is needed and enough', async query => {
    for (const a of query.adaptations) expect(query.printed).toContain(a.from)
    expect(adapted(query, facts)).not.toContain('()')
    if (query.readBack === null) {
      expect(await db.query(adapted(query, facts))).toEqual([])
    } else {
      expect(await db.execute(adapted(query, facts))).toBe(1)
      const rows = await db.query(query.readBack)
      for (const e of query.expectations) expect(e.holds(rows, facts), e.says).toBe(true)
    }
  })

  it('fails an expectation on rows that make no sense', () => {
    const wrong = [
      {
        customer_id: 'CUST_1',
        vehicle_id: null,
        feature_type: 'customer',
        feature_date: '2026-07-01',
        customer_tier_numeric: 9,
        customer_on_time_rate_30d: 1.5,
        customer_reliability_tier: 'best',
      },
    ]
    const segmentation = guideQueries.find(q => q.title === 'customer features for segmentation')!
    expect(segmentation.expectations.filter(e => e.holds(wrong, facts)).map(e => e.says)).toEqual([])
  })
})
