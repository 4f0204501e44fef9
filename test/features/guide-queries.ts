import type { Row } from '../../registry/driver/driver.ts'

/** One change from the guide's Snowflake text to DuckDB's, and why it is needed. */
export interface Adaptation {
  readonly from: string
  /** `{today}` stands for the day on which the data ends. */
  readonly to: string
  readonly because: string
}

/** How large the raw data is, and the last day of features: what the rows are held against. */
export interface Facts {
  readonly today: string
  readonly customers: number
  readonly vehicles: number
  readonly routes: number
}

/** What has to hold of the rows for them to make sense. */
export interface Expectation {
  readonly says: string
  readonly holds: (rows: readonly Row[], facts: Facts) => boolean
}

export interface GuideQuery {
  readonly title: string
  /** As the guide prints it. */
  readonly printed: string
  readonly adaptations: readonly Adaptation[]
  /** For a statement that returns no rows: the query that shows what it did. */
  readonly readBack: string | null
  readonly expectations: readonly Expectation[]
}

const today: Adaptation = {
  from: 'CURRENT_DATE()',
  to: "DATE '{today}'",
  because: 'DuckDB writes it without parentheses, and the data of a test ends on a fixed day',
}
const quarterAgo: Adaptation = { from: 'DATEADD(day, -90, CURRENT_DATE())', to: "DATE '{today}' - INTERVAL 90 DAY", because: 'DuckDB has no DATEADD' }
const now: Adaptation = {
  from: 'CURRENT_TIMESTAMP()',
  to: "TIMESTAMP '{today} 00:00:00'",
  because: 'DuckDB writes it without parentheses and with a time zone, and a test has a fixed clock',
}

const texts = (rows: readonly Row[], column: string): readonly string[] => [...new Set(rows.map(r => String(r[column])))].toSorted()
const every = (rows: readonly Row[], column: string, good: (v: number) => boolean): boolean => rows.every(r => r[column] === null || good(Number(r[column])))
const known = (rows: readonly Row[], column: string): number => rows.filter(r => r[column] !== null).length
const share = (column: string): Expectation => ({ says: `${column} is a share or unknown`, holds: rows => every(rows, column, v => v >= 0 && v <= 1) })
const tiers: Expectation = { says: 'tiers are 1 to 4', holds: rows => rows.every(r => [1, 2, 3, 4].includes(Number(r['customer_tier_numeric']))) }
const reliability: Expectation = {
  says: 'reliability has its four values only',
  holds: rows => texts(rows, 'customer_reliability_tier').every(t => ['high', 'low', 'medium', 'unknown'].includes(t)),
}

/** Every query that the guide prints, in its order. */
export const guideQueries: readonly GuideQuery[] = [
  {
    title: 'consolidated feature store of today',
    printed: `SELECT * FROM tbl_ml_consolidated_feature_store 
WHERE feature_date = CURRENT_DATE();`,
    adaptations: [today],
    readBack: null,
    expectations: [
      { says: 'all four types have rows', holds: rows => texts(rows, 'feature_type').join() === 'customer,operational,time_series,vehicle' },
      {
        says: 'each vehicle and route has one row, the fleet one, nearly all customers one',
        holds: (rows, f) => {
          const n = (type: string): number => rows.filter(r => r['feature_type'] === type).length
          return (
            n('vehicle') === f.vehicles &&
            n('operational') === f.routes &&
            n('time_series') === 1 &&
            n('customer') > 0.9 * f.customers &&
            n('customer') <= f.customers
          )
        },
      },
      {
        says: 'a row has the keys of its type only',
        holds: rows =>
          rows.every(
            r => (r['customer_id'] !== null) === (r['feature_type'] === 'customer') && (r['vehicle_id'] !== null) === (r['feature_type'] === 'vehicle'),
          ),
      },
      { says: 'all rows are of today', holds: (rows, f) => texts(rows, 'feature_date').join() === f.today },
    ],
  },
  {
    title: 'customer features for segmentation',
    printed: `SELECT 
    customer_id,
    customer_tier_numeric,
    customer_tenure_days,
    customer_on_time_rate_30d,
    customer_reliability_tier
FROM tbl_ml_consolidated_feature_store
WHERE feature_type = 'customer';`,
    adaptations: [],
    readBack: null,
    expectations: [
      { says: 'there are rows of most customers', holds: (rows, f) => texts(rows, 'customer_id').length > 0.9 * f.customers },
      { says: 'nobody is served before joining', holds: rows => rows.every(r => Number(r['customer_tenure_days']) >= 0) },
      tiers,
      share('customer_on_time_rate_30d'),
      reliability,
    ],
  },
  {
    title: 'vehicle features for predictive maintenance',
    printed: `SELECT 
    vehicle_id,
    vehicle_age_years,
    current_mileage,
    days_since_last_maintenance,
    maintenance_risk_score
FROM tbl_ml_consolidated_feature_store
WHERE feature_type = 'vehicle';`,
    adaptations: [],
    readBack: null,
    expectations: [
      { says: 'there are rows of all vehicles', holds: (rows, f) => texts(rows, 'vehicle_id').length === f.vehicles },
      {
        says: 'ages and mileages are those of vehicles',
        holds: rows => every(rows, 'vehicle_age_years', v => v >= -1 && v < 30) && every(rows, 'current_mileage', v => v >= 0 && v < 1_000_000),
      },
      {
        says: 'most have been in the workshop',
        holds: rows => known(rows, 'days_since_last_maintenance') > 0 && every(rows, 'days_since_last_maintenance', v => v >= 0),
      },
      share('maintenance_risk_score'),
    ],
  },
  {
    title: 'training data of 90 days',
    printed: `SELECT 
    customer_id,
    customer_tier_numeric,
    customer_tenure_days,
    customer_on_time_rate_30d,
    customer_reliability_tier,
    -- Add more features as needed
FROM tbl_ml_consolidated_feature_store
WHERE feature_date >= DATEADD(day, -90, CURRENT_DATE())
  AND feature_date < CURRENT_DATE()`,
    adaptations: [quarterAgo, today],
    readBack: null,
    expectations: [
      {
        says: 'customers have rows on many days; the other types, which the query does not exclude, have rows without customer',
        holds: rows => known(rows, 'customer_id') > 2 * texts(rows, 'customer_id').length && rows.some(r => r['customer_id'] === null),
      },
      {
        says: 'a tier stands exactly where a customer does',
        holds: rows => rows.every(r => (r['customer_id'] === null) === (r['customer_tier_numeric'] === null)),
      },
      share('customer_on_time_rate_30d'),
    ],
  },
  {
    title: 'registration of a model',
    printed: `INSERT INTO tbl_ml_model_registry (
    model_id,
    model_name,
    model_version,
    model_type,
    training_data_source,
    feature_columns,
    model_metrics,
    model_artifact_path,
    created_by,
    created_at
) VALUES (
    'cust_seg_v1.0',
    'Customer Segmentation Model',
    '1.0',
    'classification',
    'tbl_ml_consolidated_feature_store',
    ARRAY_CONSTRUCT('customer_tier_numeric', 'customer_tenure_days', 'customer_on_time_rate_30d'),
    PARSE_JSON('{"accuracy": 0.85, "precision": 0.82, "recall": 0.88}'),
    's3://ml-models/customer_segmentation_v1.0.pkl',
    'ml_engineer@company.com',
    CURRENT_TIMESTAMP()
);`,
    adaptations: [
      { from: 'ARRAY_CONSTRUCT(', to: 'json_array(', because: 'DuckDB keeps the array as JSON and names the function otherwise' },
      { from: 'PARSE_JSON(', to: 'json(', because: 'DuckDB names the function otherwise' },
      now,
    ],
    readBack: "SELECT * FROM tbl_ml_model_registry WHERE model_id = 'cust_seg_v1.0'",
    expectations: [
      {
        says: 'the model is there once, with its features and metrics',
        holds: rows =>
          rows.length === 1 &&
          rows[0]!['model_name'] === 'Customer Segmentation Model' &&
          JSON.stringify(JSON.parse(String(rows[0]!['feature_columns']))) === '["customer_tier_numeric","customer_tenure_days","customer_on_time_rate_30d"]' &&
          (JSON.parse(String(rows[0]!['model_metrics'])) as { recall: number }).recall === 0.88,
      },
      { says: 'it knows when', holds: (rows, f) => String(rows[0]!['created_at']).startsWith(f.today) },
    ],
  },
  {
    title: 'performance of a model',
    printed: `INSERT INTO tbl_ml_model_performance (
    model_id,
    evaluation_date,
    accuracy,
    precision,
    recall,
    f1_score,
    data_drift_score
) VALUES (
    'cust_seg_v1.0',
    CURRENT_DATE(),
    0.85,
    0.82,
    0.88,
    0.85,
    0.12
);`,
    adaptations: [today],
    readBack: "SELECT * FROM tbl_ml_model_performance WHERE model_id = 'cust_seg_v1.0'",
    expectations: [
      {
        says: 'the evaluation is there once',
        holds: (rows, f) =>
          rows.length === 1 && rows[0]!['evaluation_date'] === f.today && rows[0]!['accuracy'] === 0.85 && rows[0]!['data_drift_score'] === 0.12,
      },
    ],
  },
  {
    title: 'one customer in real time',
    printed: `SELECT 
    customer_id,
    customer_tier_numeric,
    customer_tenure_days,
    customer_on_time_rate_30d,
    customer_reliability_tier,
    risk_score
FROM vw_ml_real_time_customer_features
WHERE customer_id = 'CUST_12345';`,
    adaptations: [],
    readBack: null,
    expectations: [
      { says: 'there is one row and nothing in it is unknown', holds: rows => rows.length === 1 && Object.values(rows[0]!).every(v => v !== null) },
      tiers,
      share('customer_on_time_rate_30d'),
      share('risk_score'),
      reliability,
    ],
  },
  {
    title: 'one vehicle in real time',
    printed: `SELECT 
    vehicle_id,
    vehicle_age_years,
    current_mileage,
    days_since_last_maintenance,
    maintenance_risk_score,
    predicted_maintenance_date
FROM vw_ml_real_time_vehicle_features
WHERE vehicle_id = 'VEH_67890';`,
    adaptations: [],
    readBack: null,
    expectations: [
      {
        says: 'there is one row with age, mileage and risk',
        holds: rows => rows.length === 1 && ['vehicle_age_years', 'current_mileage', 'maintenance_risk_score'].every(c => rows[0]![c] !== null),
      },
      {
        says: 'a predicted date is no earlier than the last reading of the odometer, a fortnight ago at most',
        holds: (rows, f) =>
          rows[0]!['predicted_maintenance_date'] === null ||
          Date.parse(String(rows[0]!['predicted_maintenance_date'])) >= Date.parse(f.today) - 14 * 86_400_000,
      },
      share('maintenance_risk_score'),
    ],
  },
  {
    title: 'quality of the features of today',
    printed: `SELECT 
    feature_name,
    null_count,
    null_percentage,
    data_type,
    min_value,
    max_value
FROM vw_ml_feature_monitoring
WHERE feature_date = CURRENT_DATE();`,
    adaptations: [today],
    readBack: null,
    expectations: [
      { says: 'each of the 53 features has a row', holds: rows => new Set(rows.map(r => r['feature_name'])).size >= 53 },
      {
        says: 'percentages fit the counts',
        holds: rows => every(rows, 'null_percentage', v => v >= 0 && v <= 100) && rows.every(r => (r['null_count'] === 0) === (r['null_percentage'] === 0)),
      },
      {
        says: 'no least value exceeds the greatest',
        holds: rows => rows.every(r => r['min_value'] === null || Number(r['min_value']) <= Number(r['max_value'])),
      },
      { says: 'few features are mostly unknown', holds: rows => rows.filter(r => Number(r['null_percentage']) > 50).length <= 3 },
    ],
  },
]

/** The query as DuckDB runs it. */
export function adapted(query: GuideQuery, facts: Facts): string {
  return query.adaptations.reduce((sql, a) => sql.replaceAll(a.from, a.to.replaceAll('{today}', facts.today)), query.printed)
}
