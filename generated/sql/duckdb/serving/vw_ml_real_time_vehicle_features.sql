-- serving.vw_ml_real_time_vehicle_features
-- The newest features of each vehicle, for inference.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."vw_ml_real_time_vehicle_features__g0a87fee1" (
  "vehicle_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "vehicle_age_years" DOUBLE,
  "vehicle_type_numeric" BIGINT,
  "capacity_kg" DECIMAL(9, 1),
  "maintenance_interval_miles" BIGINT,
  "vehicle_status_numeric" BIGINT,
  "current_mileage" DECIMAL(10, 1),
  "days_since_last_maintenance" DOUBLE,
  "maintenance_risk_score" DOUBLE,
  "predicted_maintenance_date" DATE,
  "fuel_efficiency_mpg" DOUBLE,
  "vehicle_profit_margin_30d" DOUBLE,
  "cost_per_mile_30d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vw_ml_real_time_vehicle_features__g0a87fee1" IS '[feat logistics/main serving.vw_ml_real_time_vehicle_features feat_storage.vw_ml_real_time_vehicle_features__g0a87fee1]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."vw_ml_real_time_vehicle_features__g0a87fee1";

INSERT INTO "feat_storage"."vw_ml_real_time_vehicle_features__g0a87fee1" (
  "vehicle_id",
  "feature_time",
  "vehicle_age_years",
  "vehicle_type_numeric",
  "capacity_kg",
  "maintenance_interval_miles",
  "vehicle_status_numeric",
  "current_mileage",
  "days_since_last_maintenance",
  "maintenance_risk_score",
  "predicted_maintenance_date",
  "fuel_efficiency_mpg",
  "vehicle_profit_margin_30d",
  "cost_per_mile_30d",
  "computed_at"
)
WITH "v1_point" AS (
  SELECT
    max("s"."feature_time") AS "feature_time"
  FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
  WHERE "s"."feature_time" <= $now - INTERVAL '3600 seconds'
),
"v1" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."feature_time" AS "feature_time",
    "s"."vehicle_age_years" AS "vehicle_age_years",
    "s"."vehicle_type_numeric" AS "vehicle_type_numeric",
    "s"."capacity_kg" AS "capacity_kg",
    "s"."maintenance_interval_miles" AS "maintenance_interval_miles",
    "s"."vehicle_status_numeric" AS "vehicle_status_numeric",
    "s"."current_mileage" AS "current_mileage",
    "s"."days_since_last_maintenance" AS "days_since_last_maintenance",
    "s"."maintenance_risk_score" AS "maintenance_risk_score",
    "s"."predicted_maintenance_date" AS "predicted_maintenance_date"
  FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
  INNER JOIN "v1_point" AS "n" ON "s"."feature_time" = "n"."feature_time"
),
"v2_point" AS (
  SELECT
    max("s"."feature_time") AS "feature_time"
  FROM "feat_storage"."vehicle_economy__ge59e131c" AS "s"
  WHERE "s"."feature_time" <= $now - INTERVAL '3600 seconds'
),
"v2" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."feature_time" AS "feature_time",
    "s"."fuel_efficiency_mpg" AS "fuel_efficiency_mpg",
    "s"."vehicle_profit_margin_30d" AS "vehicle_profit_margin_30d",
    "s"."cost_per_mile_30d" AS "cost_per_mile_30d"
  FROM "feat_storage"."vehicle_economy__ge59e131c" AS "s"
  INNER JOIN "v2_point" AS "n" ON "s"."feature_time" = "n"."feature_time"
),
"keys" AS (
  SELECT DISTINCT
    "u"."vehicle_id" AS "vehicle_id"
  FROM (
    SELECT
      "s"."vehicle_id" AS "vehicle_id"
    FROM "v1" AS "s"
    UNION ALL
    SELECT
      "s"."vehicle_id" AS "vehicle_id"
    FROM "v2" AS "s"
  ) AS "u"
)
SELECT
  "k"."vehicle_id" AS "vehicle_id",
  least("v1"."feature_time", "v2"."feature_time") AS "feature_time",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."vehicle_age_years"
  END AS "vehicle_age_years",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN 0
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."vehicle_type_numeric"
  END AS "vehicle_type_numeric",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(9, 1))
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."capacity_kg"
  END AS "capacity_kg",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS BIGINT)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."maintenance_interval_miles"
  END AS "maintenance_interval_miles",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS BIGINT)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."vehicle_status_numeric"
  END AS "vehicle_status_numeric",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(10, 1))
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."current_mileage"
  END AS "current_mileage",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."days_since_last_maintenance"
  END AS "days_since_last_maintenance",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."maintenance_risk_score"
  END AS "maintenance_risk_score",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST((CAST(CAST(NULL AS TIMESTAMP) AS DATE) + CAST(CAST(NULL AS BIGINT) AS INTEGER)) AS DATE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."predicted_maintenance_date"
  END AS "predicted_maintenance_date",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v2"."feature_time" >= $now - INTERVAL '2 days' THEN "v2"."fuel_efficiency_mpg"
  END AS "fuel_efficiency_mpg",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v2"."feature_time" >= $now - INTERVAL '2 days' THEN "v2"."vehicle_profit_margin_30d"
  END AS "vehicle_profit_margin_30d",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v2"."feature_time" >= $now - INTERVAL '2 days' THEN "v2"."cost_per_mile_30d"
  END AS "cost_per_mile_30d",
  $now AS "computed_at"
FROM "keys" AS "k"
LEFT JOIN "v1" ON "k"."vehicle_id" = "v1"."vehicle_id"
LEFT JOIN "v2" ON "k"."vehicle_id" = "v2"."vehicle_id";

-- what people query
CREATE OR REPLACE VIEW "main"."vw_ml_real_time_vehicle_features" (
  "vehicle_id",
  "feature_time",
  "vehicle_age_years",
  "vehicle_type_numeric",
  "capacity_kg",
  "maintenance_interval_miles",
  "vehicle_status_numeric",
  "current_mileage",
  "days_since_last_maintenance",
  "maintenance_risk_score",
  "predicted_maintenance_date",
  "fuel_efficiency_mpg",
  "vehicle_profit_margin_30d",
  "cost_per_mile_30d",
  "computed_at"
) AS
SELECT
  "v"."vehicle_id" AS "vehicle_id",
  "v"."feature_time" AS "feature_time",
  "v"."vehicle_age_years" AS "vehicle_age_years",
  "v"."vehicle_type_numeric" AS "vehicle_type_numeric",
  "v"."capacity_kg" AS "capacity_kg",
  "v"."maintenance_interval_miles" AS "maintenance_interval_miles",
  "v"."vehicle_status_numeric" AS "vehicle_status_numeric",
  "v"."current_mileage" AS "current_mileage",
  "v"."days_since_last_maintenance" AS "days_since_last_maintenance",
  "v"."maintenance_risk_score" AS "maintenance_risk_score",
  "v"."predicted_maintenance_date" AS "predicted_maintenance_date",
  "v"."fuel_efficiency_mpg" AS "fuel_efficiency_mpg",
  "v"."vehicle_profit_margin_30d" AS "vehicle_profit_margin_30d",
  "v"."cost_per_mile_30d" AS "cost_per_mile_30d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vw_ml_real_time_vehicle_features__g0a87fee1" AS "v";

COMMENT ON VIEW "main"."vw_ml_real_time_vehicle_features" IS 'The newest features of each vehicle, for inference.
[feat logistics/main serving.vw_ml_real_time_vehicle_features 276ae814.7e1cf700.0a87fee1]';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."vehicle_age_years" IS 'Years since the vehicle was built.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."vehicle_type_numeric" IS 'The kind of vehicle as a number: 1 van, 2 box truck, 3 semi, 4 reefer.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."capacity_kg" IS 'What the vehicle can carry.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."maintenance_interval_miles" IS 'Miles between two services, as the maker says.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."vehicle_status_numeric" IS 'The vehicle''s status as a number: 0 retired, 1 idle, 2 in the workshop, 3 active; unknown before it was first captured.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."current_mileage" IS 'The odometer at its last reading.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."days_since_last_maintenance" IS 'Days since the vehicle was last in the workshop; unknown before the first visit.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."maintenance_risk_score" IS 'The risk of a breakdown, 0 to 1: 70 % how much of the service interval is driven (half where unknown), 30 % age up to 12 years.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."predicted_maintenance_date" IS 'The day on which the next service falls due at the mileage per day of the last 90 days; unknown before the first service.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."fuel_efficiency_mpg" IS 'Miles per gallon over the last 30 days; deliveries without a fuel reading are left out.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."vehicle_profit_margin_30d" IS 'Share of the revenue of the last 30 days that its deliveries did not cost.';

COMMENT ON COLUMN "main"."vw_ml_real_time_vehicle_features"."cost_per_mile_30d" IS 'What a mile of its deliveries cost over the last 30 days.';
