-- report.monitoring
-- Completeness and range of each feature by day

-- what people query
CREATE OR REPLACE VIEW "main"."vw_ml_feature_monitoring" (
  "feature_date",
  "feature_type",
  "feature_name",
  "data_type",
  "row_count",
  "null_count",
  "null_percentage",
  "min_value",
  "max_value"
) AS
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'customer_tier_numeric' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."customer_tier_numeric" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."customer_tier_numeric" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."customer_tier_numeric" AS DOUBLE)) AS "min_value",
  max(CAST("s"."customer_tier_numeric" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'customer_tenure_days' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."customer_tenure_days" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."customer_tenure_days" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."customer_tenure_days" AS DOUBLE)) AS "min_value",
  max(CAST("s"."customer_tenure_days" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'industry_code' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."industry_code" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."industry_code" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."industry_code" AS DOUBLE)) AS "min_value",
  max(CAST("s"."industry_code" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'credit_limit_usd' AS "feature_name",
  'number(12,2)' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."credit_limit_usd" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."credit_limit_usd" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."credit_limit_usd" AS DOUBLE)) AS "min_value",
  max(CAST("s"."credit_limit_usd" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'payment_terms_numeric' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."payment_terms_numeric" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."payment_terms_numeric" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."payment_terms_numeric" AS DOUBLE)) AS "min_value",
  max(CAST("s"."payment_terms_numeric" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'customer_on_time_rate_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."customer_on_time_rate_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."customer_on_time_rate_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."customer_on_time_rate_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."customer_on_time_rate_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'order_frequency_30d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."order_frequency_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."order_frequency_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."order_frequency_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."order_frequency_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'average_order_value_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."average_order_value_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."average_order_value_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."average_order_value_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."average_order_value_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'days_since_last_order' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."days_since_last_order" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."days_since_last_order" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."days_since_last_order" AS DOUBLE)) AS "min_value",
  max(CAST("s"."days_since_last_order" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'order_frequency_change_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."order_frequency_change_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."order_frequency_change_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."order_frequency_change_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."order_frequency_change_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'customer_reliability_tier' AS "feature_name",
  'varchar' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."customer_reliability_tier" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."customer_reliability_tier" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  CAST(NULL AS DOUBLE) AS "min_value",
  CAST(NULL AS DOUBLE) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'payment_delay_days_90d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."payment_delay_days_90d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."payment_delay_days_90d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."payment_delay_days_90d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."payment_delay_days_90d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'payment_delay_risk' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."payment_delay_risk" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."payment_delay_risk" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."payment_delay_risk" AS DOUBLE)) AS "min_value",
  max(CAST("s"."payment_delay_risk" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'credit_risk_tier' AS "feature_name",
  'varchar' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."credit_risk_tier" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."credit_risk_tier" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  CAST(NULL AS DOUBLE) AS "min_value",
  CAST(NULL AS DOUBLE) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'risk_score' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."risk_score" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."risk_score" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."risk_score" AS DOUBLE)) AS "min_value",
  max(CAST("s"."risk_score" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'vehicle_age_years' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."vehicle_age_years" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."vehicle_age_years" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."vehicle_age_years" AS DOUBLE)) AS "min_value",
  max(CAST("s"."vehicle_age_years" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'vehicle_type_numeric' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."vehicle_type_numeric" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."vehicle_type_numeric" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."vehicle_type_numeric" AS DOUBLE)) AS "min_value",
  max(CAST("s"."vehicle_type_numeric" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'capacity_kg' AS "feature_name",
  'number(9,1)' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."capacity_kg" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."capacity_kg" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."capacity_kg" AS DOUBLE)) AS "min_value",
  max(CAST("s"."capacity_kg" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'maintenance_interval_miles' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."maintenance_interval_miles" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."maintenance_interval_miles" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."maintenance_interval_miles" AS DOUBLE)) AS "min_value",
  max(CAST("s"."maintenance_interval_miles" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'vehicle_status_numeric' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."vehicle_status_numeric" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."vehicle_status_numeric" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."vehicle_status_numeric" AS DOUBLE)) AS "min_value",
  max(CAST("s"."vehicle_status_numeric" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'current_mileage' AS "feature_name",
  'number(10,1)' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."current_mileage" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."current_mileage" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."current_mileage" AS DOUBLE)) AS "min_value",
  max(CAST("s"."current_mileage" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'days_since_last_maintenance' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."days_since_last_maintenance" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."days_since_last_maintenance" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."days_since_last_maintenance" AS DOUBLE)) AS "min_value",
  max(CAST("s"."days_since_last_maintenance" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'maintenance_risk_score' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."maintenance_risk_score" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."maintenance_risk_score" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."maintenance_risk_score" AS DOUBLE)) AS "min_value",
  max(CAST("s"."maintenance_risk_score" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'predicted_maintenance_date' AS "feature_name",
  'date' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."predicted_maintenance_date" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."predicted_maintenance_date" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  CAST(NULL AS DOUBLE) AS "min_value",
  CAST(NULL AS DOUBLE) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'fuel_efficiency_mpg' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."fuel_efficiency_mpg" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."fuel_efficiency_mpg" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."fuel_efficiency_mpg" AS DOUBLE)) AS "min_value",
  max(CAST("s"."fuel_efficiency_mpg" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'vehicle_profit_margin_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."vehicle_profit_margin_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."vehicle_profit_margin_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."vehicle_profit_margin_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."vehicle_profit_margin_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'cost_per_mile_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."cost_per_mile_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."cost_per_mile_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."cost_per_mile_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."cost_per_mile_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'vehicle'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'route_distance_km' AS "feature_name",
  'number(9,1)' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."route_distance_km" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."route_distance_km" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."route_distance_km" AS DOUBLE)) AS "min_value",
  max(CAST("s"."route_distance_km" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'route_complexity_score' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."route_complexity_score" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."route_complexity_score" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."route_complexity_score" AS DOUBLE)) AS "min_value",
  max(CAST("s"."route_complexity_score" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'traffic_delay_factor' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."traffic_delay_factor" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."traffic_delay_factor" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."traffic_delay_factor" AS DOUBLE)) AS "min_value",
  max(CAST("s"."traffic_delay_factor" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'temperature_impact' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."temperature_impact" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."temperature_impact" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."temperature_impact" AS DOUBLE)) AS "min_value",
  max(CAST("s"."temperature_impact" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'precipitation_impact' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."precipitation_impact" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."precipitation_impact" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."precipitation_impact" AS DOUBLE)) AS "min_value",
  max(CAST("s"."precipitation_impact" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'on_time_delivery_rate_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."on_time_delivery_rate_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."on_time_delivery_rate_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."on_time_delivery_rate_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."on_time_delivery_rate_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'fuel_efficiency_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."fuel_efficiency_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."fuel_efficiency_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."fuel_efficiency_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."fuel_efficiency_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'cost_per_delivery_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."cost_per_delivery_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."cost_per_delivery_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."cost_per_delivery_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."cost_per_delivery_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'delivery_volume_7d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."delivery_volume_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."delivery_volume_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."delivery_volume_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."delivery_volume_7d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'delivery_volume_30d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."delivery_volume_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."delivery_volume_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."delivery_volume_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."delivery_volume_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'return_rate_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."return_rate_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."return_rate_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."return_rate_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."return_rate_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'diversion_rate_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."diversion_rate_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."diversion_rate_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."diversion_rate_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."diversion_rate_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'lost_deliveries_90d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."lost_deliveries_90d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."lost_deliveries_90d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."lost_deliveries_90d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."lost_deliveries_90d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'demand_change_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."demand_change_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."demand_change_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."demand_change_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."demand_change_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'weather_impact_score' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."weather_impact_score" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."weather_impact_score" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."weather_impact_score" AS DOUBLE)) AS "min_value",
  max(CAST("s"."weather_impact_score" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'delivery_time_prediction' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."delivery_time_prediction" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."delivery_time_prediction" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."delivery_time_prediction" AS DOUBLE)) AS "min_value",
  max(CAST("s"."delivery_time_prediction" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'fuel_consumption_prediction' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."fuel_consumption_prediction" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."fuel_consumption_prediction" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."fuel_consumption_prediction" AS DOUBLE)) AS "min_value",
  max(CAST("s"."fuel_consumption_prediction" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'operational' AS "feature_type",
  'maintenance_prediction' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."maintenance_prediction" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."maintenance_prediction" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."maintenance_prediction" AS DOUBLE)) AS "min_value",
  max(CAST("s"."maintenance_prediction" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'operational'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'avg_delivery_time_7d__v1' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."avg_delivery_time_7d__v1" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."avg_delivery_time_7d__v1" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."avg_delivery_time_7d__v1" AS DOUBLE)) AS "min_value",
  max(CAST("s"."avg_delivery_time_7d__v1" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'avg_delivery_time_7d__v2' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."avg_delivery_time_7d__v2" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."avg_delivery_time_7d__v2" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."avg_delivery_time_7d__v2" AS DOUBLE)) AS "min_value",
  max(CAST("s"."avg_delivery_time_7d__v2" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'avg_fuel_efficiency_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."avg_fuel_efficiency_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."avg_fuel_efficiency_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."avg_fuel_efficiency_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."avg_fuel_efficiency_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'avg_cost_per_mile_90d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."avg_cost_per_mile_90d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."avg_cost_per_mile_90d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."avg_cost_per_mile_90d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."avg_cost_per_mile_90d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'delivery_time_trend_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."delivery_time_trend_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."delivery_time_trend_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."delivery_time_trend_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."delivery_time_trend_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'fuel_efficiency_trend_90d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."fuel_efficiency_trend_90d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."fuel_efficiency_trend_90d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."fuel_efficiency_trend_90d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."fuel_efficiency_trend_90d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'cost_trend_90d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."cost_trend_90d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."cost_trend_90d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."cost_trend_90d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."cost_trend_90d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'delivery_time_volatility_30d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."delivery_time_volatility_30d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."delivery_time_volatility_30d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."delivery_time_volatility_30d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."delivery_time_volatility_30d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'cost_volatility_90d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."cost_volatility_90d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."cost_volatility_90d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."cost_volatility_90d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."cost_volatility_90d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'time_series' AS "feature_type",
  'avg_delivery_time_7d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."avg_delivery_time_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."avg_delivery_time_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."avg_delivery_time_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."avg_delivery_time_7d" AS DOUBLE)) AS "max_value"
FROM "main"."tbl_ml_consolidated_feature_store" AS "s"
WHERE "s"."feature_type" = 'time_series'
GROUP BY "s"."feature_date";

COMMENT ON VIEW "main"."vw_ml_feature_monitoring" IS 'Completeness and range of each feature by day
[feat logistics/main report.monitoring 08af8e34.0023e52a]';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."feature_date" IS 'Day of the feature rows';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."feature_type" IS 'Group of the store';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."feature_name" IS 'Name of the feature';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."data_type" IS 'Declared type';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."row_count" IS 'Rows of the group on the day';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."null_count" IS 'Rows without a value';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."null_percentage" IS 'Rows without a value, in percent';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."min_value" IS 'Least value; a flag counts as 0 or 1; NULL for text';

COMMENT ON COLUMN "main"."vw_ml_feature_monitoring"."max_value" IS 'Greatest value; a flag counts as 0 or 1; NULL for text';
