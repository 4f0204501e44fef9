-- store.tbl_ml_consolidated_feature_store
-- All features in one table: one row per customer, vehicle, route and the fleet, for each day.

-- storage
CREATE TABLE IF NOT EXISTS "main"."tbl_ml_consolidated_feature_store__gba8ea187" (
  "customer_id" VARCHAR,
  "vehicle_id" VARCHAR,
  "route_id" VARCHAR,
  "feature_type" VARCHAR,
  "feature_date" DATE,
  "customer_tier_numeric" BIGINT,
  "customer_tenure_days" DOUBLE,
  "industry_code" BIGINT,
  "credit_limit_usd" DECIMAL(12, 2),
  "payment_terms_numeric" BIGINT,
  "customer_on_time_rate_30d" DOUBLE,
  "order_frequency_30d" BIGINT,
  "average_order_value_30d" DOUBLE,
  "days_since_last_order" DOUBLE,
  "order_frequency_change_30d" DOUBLE,
  "customer_reliability_tier" VARCHAR,
  "payment_delay_days_90d" DOUBLE,
  "payment_delay_risk" DOUBLE,
  "credit_risk_tier" VARCHAR,
  "risk_score" DOUBLE,
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
  "route_distance_km" DECIMAL(9, 1),
  "route_complexity_score" DOUBLE,
  "traffic_delay_factor" DOUBLE,
  "temperature_impact" DOUBLE,
  "precipitation_impact" DOUBLE,
  "on_time_delivery_rate_30d" DOUBLE,
  "fuel_efficiency_30d" DOUBLE,
  "cost_per_delivery_30d" DOUBLE,
  "delivery_volume_7d" BIGINT,
  "delivery_volume_30d" BIGINT,
  "return_rate_30d" DOUBLE,
  "diversion_rate_30d" DOUBLE,
  "lost_deliveries_90d" BIGINT,
  "demand_change_30d" DOUBLE,
  "weather_impact_score" DOUBLE,
  "delivery_time_prediction" DOUBLE,
  "fuel_consumption_prediction" DOUBLE,
  "maintenance_prediction" DOUBLE,
  "avg_delivery_time_7d__v1" DOUBLE,
  "avg_delivery_time_7d__v2" DOUBLE,
  "avg_fuel_efficiency_30d" DOUBLE,
  "avg_cost_per_mile_90d" DOUBLE,
  "delivery_time_trend_30d" DOUBLE,
  "fuel_efficiency_trend_90d" DOUBLE,
  "cost_trend_90d" DOUBLE,
  "delivery_time_volatility_30d" DOUBLE,
  "cost_volatility_90d" DOUBLE,
  "avg_delivery_time_7d" DOUBLE
);

COMMENT ON TABLE "main"."tbl_ml_consolidated_feature_store__gba8ea187" IS '[feat logistics/main store.tbl_ml_consolidated_feature_store main.tbl_ml_consolidated_feature_store__gba8ea187]';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."customer_tier_numeric" IS 'The customer''s tier as a number: 1 bronze, 2 silver, 3 gold, 4 platinum.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."customer_tenure_days" IS 'Days since the customer signed up.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."industry_code" IS 'The customer''s industry as a number from 1; 0 where it is not known.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."credit_limit_usd" IS 'The credit that we grant the customer.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."payment_terms_numeric" IS 'Days that the customer has to pay an invoice; 0 pays ahead.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."customer_on_time_rate_30d" IS 'Share of the customer''s deliveries of the last 30 days that arrived when promised; unknown without deliveries.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."order_frequency_30d" IS 'Orders that the customer placed in the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."average_order_value_30d" IS 'Mean value of the customer''s orders of the last 30 days; unknown without orders.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."days_since_last_order" IS 'Days since the customer''s last order; unknown before the first.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."order_frequency_change_30d" IS 'Orders of the last 30 days divided by those of the 30 days before; unknown where there were none before.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."customer_reliability_tier" IS 'How reliably we serve the customer: high from 95 % on time, medium from 80 %, else low.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."payment_delay_days_90d" IS 'Mean days between due date and payment over the last 90 days, negative where paid early; unknown without payments.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."payment_delay_risk" IS 'The risk that the next invoice is paid late, 0 to 1: reaches 1 at a mean delay of 20 days; 0.5 where nothing is known.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."credit_risk_tier" IS 'Credit risk: high where payments come late or the orders of 30 days exceed the limit, low where neither is near, else medium.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."risk_score" IS 'The risk of losing money or the customer, 0 to 1: late payment 40 %, silence 30 % (full after 60 days), late deliveries 20 %, a low tier 10 %.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."vehicle_age_years" IS 'Years since the vehicle was built.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."vehicle_type_numeric" IS 'The kind of vehicle as a number: 1 van, 2 box truck, 3 semi, 4 reefer.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."capacity_kg" IS 'What the vehicle can carry.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."maintenance_interval_miles" IS 'Miles between two services, as the maker says.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."vehicle_status_numeric" IS 'The vehicle''s status as a number: 0 retired, 1 idle, 2 in the workshop, 3 active; unknown before it was first captured.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."current_mileage" IS 'The odometer at its last reading.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."days_since_last_maintenance" IS 'Days since the vehicle was last in the workshop; unknown before the first visit.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."maintenance_risk_score" IS 'The risk of a breakdown, 0 to 1: 70 % how much of the service interval is driven (half where unknown), 30 % age up to 12 years.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."predicted_maintenance_date" IS 'The day on which the next service falls due at the mileage per day of the last 90 days; unknown before the first service.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."fuel_efficiency_mpg" IS 'Miles per gallon over the last 30 days; deliveries without a fuel reading are left out.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."vehicle_profit_margin_30d" IS 'Share of the revenue of the last 30 days that its deliveries did not cost.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."cost_per_mile_30d" IS 'What a mile of its deliveries cost over the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."route_distance_km" IS 'Length of the route.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."route_complexity_score" IS 'How hard the route is to drive, 0 to 1: half for its share of town, 30 % for stops (full at 8), 20 % for climbs.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."traffic_delay_factor" IS 'Mean duration of the last 30 days, loading included, as a multiple of that on an empty road; 1 without deliveries.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."temperature_impact" IS 'How far yesterday''s temperature was from mild, 0 to 1.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."precipitation_impact" IS 'How wet yesterday was, 0 to 1: full at 30 mm.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."on_time_delivery_rate_30d" IS 'Share of the deliveries of the last 30 days that arrived when promised.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."fuel_efficiency_30d" IS 'Kilometres per litre over the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."cost_per_delivery_30d" IS 'Mean cost of a delivery over the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."delivery_volume_7d" IS 'Deliveries of the last 7 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."delivery_volume_30d" IS 'Deliveries of the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."return_rate_30d" IS 'Share of the deliveries of the last 30 days that came back.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."diversion_rate_30d" IS 'Share of the deliveries planned for this route in the last 30 days that were driven on another one.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."lost_deliveries_90d" IS 'Deliveries lost in the last 90 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."demand_change_30d" IS 'Deliveries of the last 30 days divided by those of the 30 days before; unknown where there were none before.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."weather_impact_score" IS 'How much yesterday''s weather slows deliveries, 0 to 1: rain 60 %, temperature 25 %, wind 15 % (full at 80 km/h).';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."delivery_time_prediction" IS 'Hours that the next delivery will take: the empty road, times the delay of the last 30 days, up to a quarter more in bad weather.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."fuel_consumption_prediction" IS 'Fuel that the next delivery will burn, up to 6 % more in bad weather; unknown without deliveries in the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."maintenance_prediction" IS 'Services that another 30 days like the last will make due: one per 12,000 miles, up to half as many again on a hard route.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."avg_delivery_time_7d__v1" IS 'Mean hours of a delivery over the last 7 days. Version 1 counts returned ones too, which take twice as long; version 2 does not.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."avg_delivery_time_7d__v2" IS 'Mean hours of a delivery over the last 7 days. Version 1 counts returned ones too, which take twice as long; version 2 does not.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."avg_fuel_efficiency_30d" IS 'Miles per gallon of the fleet over the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."avg_cost_per_mile_90d" IS 'What a mile cost over the last 90 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."delivery_time_trend_30d" IS 'How the hours of a delivery changed per day over the last 30 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."fuel_efficiency_trend_90d" IS 'How the miles per gallon of a delivery changed per day over the last 90 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."cost_trend_90d" IS 'How the cost of a mile changed per day over the last 90 days.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."delivery_time_volatility_30d" IS 'Spread of the hours of a delivery over the last 30 days, relative to their mean.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."cost_volatility_90d" IS 'Spread of the cost of a mile over the last 90 days, relative to its mean.';

COMMENT ON COLUMN "main"."tbl_ml_consolidated_feature_store__gba8ea187"."avg_delivery_time_7d" IS 'Mean hours of a delivery over the last 7 days. Version 1 counts returned ones too, which take twice as long; version 2 does not.';

-- fill an interval of customer, in one transaction
DELETE FROM "main"."tbl_ml_consolidated_feature_store__gba8ea187"
WHERE "feature_type" = 'customer'
  AND "feature_date" >= CAST($from AS DATE)
  AND "feature_date" < CAST($to AS DATE);

INSERT INTO "main"."tbl_ml_consolidated_feature_store__gba8ea187" (
  "feature_type",
  "feature_date",
  "customer_id",
  "vehicle_id",
  "route_id",
  "customer_tier_numeric",
  "customer_tenure_days",
  "industry_code",
  "credit_limit_usd",
  "payment_terms_numeric",
  "customer_on_time_rate_30d",
  "order_frequency_30d",
  "average_order_value_30d",
  "days_since_last_order",
  "order_frequency_change_30d",
  "customer_reliability_tier",
  "payment_delay_days_90d",
  "payment_delay_risk",
  "credit_risk_tier",
  "risk_score",
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
  "route_distance_km",
  "route_complexity_score",
  "traffic_delay_factor",
  "temperature_impact",
  "precipitation_impact",
  "on_time_delivery_rate_30d",
  "fuel_efficiency_30d",
  "cost_per_delivery_30d",
  "delivery_volume_7d",
  "delivery_volume_30d",
  "return_rate_30d",
  "diversion_rate_30d",
  "lost_deliveries_90d",
  "demand_change_30d",
  "weather_impact_score",
  "delivery_time_prediction",
  "fuel_consumption_prediction",
  "maintenance_prediction",
  "avg_delivery_time_7d__v1",
  "avg_delivery_time_7d__v2",
  "avg_fuel_efficiency_30d",
  "avg_cost_per_mile_90d",
  "delivery_time_trend_30d",
  "fuel_efficiency_trend_90d",
  "cost_trend_90d",
  "delivery_time_volatility_30d",
  "cost_volatility_90d",
  "avg_delivery_time_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."customer_tier_numeric" AS "customer_tier_numeric",
    "s"."customer_tenure_days" AS "customer_tenure_days",
    "s"."industry_code" AS "industry_code",
    "s"."credit_limit_usd" AS "credit_limit_usd",
    "s"."payment_terms_numeric" AS "payment_terms_numeric",
    "s"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
    "s"."order_frequency_30d" AS "order_frequency_30d",
    "s"."average_order_value_30d" AS "average_order_value_30d",
    "s"."days_since_last_order" AS "days_since_last_order",
    "s"."order_frequency_change_30d" AS "order_frequency_change_30d",
    "s"."customer_reliability_tier" AS "customer_reliability_tier",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."customer_service__g000d42a0" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
    AND "s"."feature_time" < $to
),
"v2" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."payment_delay_days_90d" AS "payment_delay_days_90d",
    "s"."payment_delay_risk" AS "payment_delay_risk",
    "s"."credit_risk_tier" AS "credit_risk_tier",
    "s"."risk_score" AS "risk_score",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."customer_risk__g7821c539" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
    AND "s"."feature_time" < $to
),
"grid" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'customer' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  "g"."customer_id" AS "customer_id",
  CAST(NULL AS VARCHAR) AS "vehicle_id",
  CAST(NULL AS VARCHAR) AS "route_id",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."customer_tier_numeric" END AS "customer_tier_numeric",
  CASE WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE) ELSE "v1"."customer_tenure_days" END AS "customer_tenure_days",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."industry_code" END AS "industry_code",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(12, 2))
    ELSE "v1"."credit_limit_usd"
  END AS "credit_limit_usd",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS BIGINT)
    ELSE "v1"."payment_terms_numeric"
  END AS "payment_terms_numeric",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."customer_on_time_rate_30d"
  END AS "customer_on_time_rate_30d",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."order_frequency_30d" END AS "order_frequency_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."average_order_value_30d"
  END AS "average_order_value_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."days_since_last_order"
  END AS "days_since_last_order",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(0 AS DOUBLE) / NULLIF(CAST(0 AS DOUBLE), 0)
    ELSE "v1"."order_frequency_change_30d"
  END AS "order_frequency_change_30d",
  CASE WHEN "v1"."feature_time" IS NULL THEN 'unknown' ELSE "v1"."customer_reliability_tier" END AS "customer_reliability_tier",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v2"."payment_delay_days_90d"
  END AS "payment_delay_days_90d",
  CASE WHEN "v2"."feature_time" IS NULL THEN 0.5e0 ELSE "v2"."payment_delay_risk" END AS "payment_delay_risk",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CASE WHEN 0.5e0 >= 0.5e0 OR CAST(NULL AS BOOLEAN) THEN 'high' WHEN 0.5e0 >= 0.15e0 OR TRUE THEN 'medium' ELSE 'low' END
    ELSE "v2"."credit_risk_tier"
  END AS "credit_risk_tier",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CASE WHEN CASE WHEN ((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN ((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END, 1e0) END
    ELSE "v2"."risk_score"
  END AS "risk_score",
  CAST(NULL AS DOUBLE) AS "vehicle_age_years",
  CAST(NULL AS BIGINT) AS "vehicle_type_numeric",
  CAST(NULL AS DECIMAL(9, 1)) AS "capacity_kg",
  CAST(NULL AS BIGINT) AS "maintenance_interval_miles",
  CAST(NULL AS BIGINT) AS "vehicle_status_numeric",
  CAST(NULL AS DECIMAL(10, 1)) AS "current_mileage",
  CAST(NULL AS DOUBLE) AS "days_since_last_maintenance",
  CAST(NULL AS DOUBLE) AS "maintenance_risk_score",
  CAST(NULL AS DATE) AS "predicted_maintenance_date",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_mpg",
  CAST(NULL AS DOUBLE) AS "vehicle_profit_margin_30d",
  CAST(NULL AS DOUBLE) AS "cost_per_mile_30d",
  CAST(NULL AS DECIMAL(9, 1)) AS "route_distance_km",
  CAST(NULL AS DOUBLE) AS "route_complexity_score",
  CAST(NULL AS DOUBLE) AS "traffic_delay_factor",
  CAST(NULL AS DOUBLE) AS "temperature_impact",
  CAST(NULL AS DOUBLE) AS "precipitation_impact",
  CAST(NULL AS DOUBLE) AS "on_time_delivery_rate_30d",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_30d",
  CAST(NULL AS DOUBLE) AS "cost_per_delivery_30d",
  CAST(NULL AS BIGINT) AS "delivery_volume_7d",
  CAST(NULL AS BIGINT) AS "delivery_volume_30d",
  CAST(NULL AS DOUBLE) AS "return_rate_30d",
  CAST(NULL AS DOUBLE) AS "diversion_rate_30d",
  CAST(NULL AS BIGINT) AS "lost_deliveries_90d",
  CAST(NULL AS DOUBLE) AS "demand_change_30d",
  CAST(NULL AS DOUBLE) AS "weather_impact_score",
  CAST(NULL AS DOUBLE) AS "delivery_time_prediction",
  CAST(NULL AS DOUBLE) AS "fuel_consumption_prediction",
  CAST(NULL AS DOUBLE) AS "maintenance_prediction",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d__v1",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d__v2",
  CAST(NULL AS DOUBLE) AS "avg_fuel_efficiency_30d",
  CAST(NULL AS DOUBLE) AS "avg_cost_per_mile_90d",
  CAST(NULL AS DOUBLE) AS "delivery_time_trend_30d",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_trend_90d",
  CAST(NULL AS DOUBLE) AS "cost_trend_90d",
  CAST(NULL AS DOUBLE) AS "delivery_time_volatility_30d",
  CAST(NULL AS DOUBLE) AS "cost_volatility_90d",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."customer_id" = "v1"."customer_id"
  AND "g"."feature_time" = "v1"."feature_time"
LEFT JOIN "v2" ON "g"."customer_id" = "v2"."customer_id"
  AND "g"."feature_time" = "v2"."feature_time";

-- fill an interval of vehicle, in one transaction
DELETE FROM "main"."tbl_ml_consolidated_feature_store__gba8ea187"
WHERE "feature_type" = 'vehicle'
  AND "feature_date" >= CAST($from AS DATE)
  AND "feature_date" < CAST($to AS DATE);

INSERT INTO "main"."tbl_ml_consolidated_feature_store__gba8ea187" (
  "feature_type",
  "feature_date",
  "customer_id",
  "vehicle_id",
  "route_id",
  "customer_tier_numeric",
  "customer_tenure_days",
  "industry_code",
  "credit_limit_usd",
  "payment_terms_numeric",
  "customer_on_time_rate_30d",
  "order_frequency_30d",
  "average_order_value_30d",
  "days_since_last_order",
  "order_frequency_change_30d",
  "customer_reliability_tier",
  "payment_delay_days_90d",
  "payment_delay_risk",
  "credit_risk_tier",
  "risk_score",
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
  "route_distance_km",
  "route_complexity_score",
  "traffic_delay_factor",
  "temperature_impact",
  "precipitation_impact",
  "on_time_delivery_rate_30d",
  "fuel_efficiency_30d",
  "cost_per_delivery_30d",
  "delivery_volume_7d",
  "delivery_volume_30d",
  "return_rate_30d",
  "diversion_rate_30d",
  "lost_deliveries_90d",
  "demand_change_30d",
  "weather_impact_score",
  "delivery_time_prediction",
  "fuel_consumption_prediction",
  "maintenance_prediction",
  "avg_delivery_time_7d__v1",
  "avg_delivery_time_7d__v2",
  "avg_fuel_efficiency_30d",
  "avg_cost_per_mile_90d",
  "delivery_time_trend_30d",
  "fuel_efficiency_trend_90d",
  "cost_trend_90d",
  "delivery_time_volatility_30d",
  "cost_volatility_90d",
  "avg_delivery_time_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."vehicle_age_years" AS "vehicle_age_years",
    "s"."vehicle_type_numeric" AS "vehicle_type_numeric",
    "s"."capacity_kg" AS "capacity_kg",
    "s"."maintenance_interval_miles" AS "maintenance_interval_miles",
    "s"."vehicle_status_numeric" AS "vehicle_status_numeric",
    "s"."current_mileage" AS "current_mileage",
    "s"."days_since_last_maintenance" AS "days_since_last_maintenance",
    "s"."maintenance_risk_score" AS "maintenance_risk_score",
    "s"."predicted_maintenance_date" AS "predicted_maintenance_date",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
    AND "s"."feature_time" < $to
),
"v2" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."fuel_efficiency_mpg" AS "fuel_efficiency_mpg",
    "s"."vehicle_profit_margin_30d" AS "vehicle_profit_margin_30d",
    "s"."cost_per_mile_30d" AS "cost_per_mile_30d",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."vehicle_economy__ge59e131c" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
    AND "s"."feature_time" < $to
),
"grid" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'vehicle' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  CAST(NULL AS VARCHAR) AS "customer_id",
  "g"."vehicle_id" AS "vehicle_id",
  CAST(NULL AS VARCHAR) AS "route_id",
  CAST(NULL AS BIGINT) AS "customer_tier_numeric",
  CAST(NULL AS DOUBLE) AS "customer_tenure_days",
  CAST(NULL AS BIGINT) AS "industry_code",
  CAST(NULL AS DECIMAL(12, 2)) AS "credit_limit_usd",
  CAST(NULL AS BIGINT) AS "payment_terms_numeric",
  CAST(NULL AS DOUBLE) AS "customer_on_time_rate_30d",
  CAST(NULL AS BIGINT) AS "order_frequency_30d",
  CAST(NULL AS DOUBLE) AS "average_order_value_30d",
  CAST(NULL AS DOUBLE) AS "days_since_last_order",
  CAST(NULL AS DOUBLE) AS "order_frequency_change_30d",
  CAST(NULL AS VARCHAR) AS "customer_reliability_tier",
  CAST(NULL AS DOUBLE) AS "payment_delay_days_90d",
  CAST(NULL AS DOUBLE) AS "payment_delay_risk",
  CAST(NULL AS VARCHAR) AS "credit_risk_tier",
  CAST(NULL AS DOUBLE) AS "risk_score",
  CASE WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE) ELSE "v1"."vehicle_age_years" END AS "vehicle_age_years",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."vehicle_type_numeric" END AS "vehicle_type_numeric",
  CASE WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(9, 1)) ELSE "v1"."capacity_kg" END AS "capacity_kg",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS BIGINT)
    ELSE "v1"."maintenance_interval_miles"
  END AS "maintenance_interval_miles",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS BIGINT)
    ELSE "v1"."vehicle_status_numeric"
  END AS "vehicle_status_numeric",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(10, 1))
    ELSE "v1"."current_mileage"
  END AS "current_mileage",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."days_since_last_maintenance"
  END AS "days_since_last_maintenance",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."maintenance_risk_score"
  END AS "maintenance_risk_score",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST((CAST(CAST(NULL AS TIMESTAMP) AS DATE) + CAST(CAST(NULL AS BIGINT) AS INTEGER)) AS DATE)
    ELSE "v1"."predicted_maintenance_date"
  END AS "predicted_maintenance_date",
  CASE WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE) ELSE "v2"."fuel_efficiency_mpg" END AS "fuel_efficiency_mpg",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v2"."vehicle_profit_margin_30d"
  END AS "vehicle_profit_margin_30d",
  CASE WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE) ELSE "v2"."cost_per_mile_30d" END AS "cost_per_mile_30d",
  CAST(NULL AS DECIMAL(9, 1)) AS "route_distance_km",
  CAST(NULL AS DOUBLE) AS "route_complexity_score",
  CAST(NULL AS DOUBLE) AS "traffic_delay_factor",
  CAST(NULL AS DOUBLE) AS "temperature_impact",
  CAST(NULL AS DOUBLE) AS "precipitation_impact",
  CAST(NULL AS DOUBLE) AS "on_time_delivery_rate_30d",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_30d",
  CAST(NULL AS DOUBLE) AS "cost_per_delivery_30d",
  CAST(NULL AS BIGINT) AS "delivery_volume_7d",
  CAST(NULL AS BIGINT) AS "delivery_volume_30d",
  CAST(NULL AS DOUBLE) AS "return_rate_30d",
  CAST(NULL AS DOUBLE) AS "diversion_rate_30d",
  CAST(NULL AS BIGINT) AS "lost_deliveries_90d",
  CAST(NULL AS DOUBLE) AS "demand_change_30d",
  CAST(NULL AS DOUBLE) AS "weather_impact_score",
  CAST(NULL AS DOUBLE) AS "delivery_time_prediction",
  CAST(NULL AS DOUBLE) AS "fuel_consumption_prediction",
  CAST(NULL AS DOUBLE) AS "maintenance_prediction",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d__v1",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d__v2",
  CAST(NULL AS DOUBLE) AS "avg_fuel_efficiency_30d",
  CAST(NULL AS DOUBLE) AS "avg_cost_per_mile_90d",
  CAST(NULL AS DOUBLE) AS "delivery_time_trend_30d",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_trend_90d",
  CAST(NULL AS DOUBLE) AS "cost_trend_90d",
  CAST(NULL AS DOUBLE) AS "delivery_time_volatility_30d",
  CAST(NULL AS DOUBLE) AS "cost_volatility_90d",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."vehicle_id" = "v1"."vehicle_id"
  AND "g"."feature_time" = "v1"."feature_time"
LEFT JOIN "v2" ON "g"."vehicle_id" = "v2"."vehicle_id"
  AND "g"."feature_time" = "v2"."feature_time";

-- fill an interval of operational, in one transaction
DELETE FROM "main"."tbl_ml_consolidated_feature_store__gba8ea187"
WHERE "feature_type" = 'operational'
  AND "feature_date" >= CAST($from AS DATE)
  AND "feature_date" < CAST($to AS DATE);

INSERT INTO "main"."tbl_ml_consolidated_feature_store__gba8ea187" (
  "feature_type",
  "feature_date",
  "customer_id",
  "vehicle_id",
  "route_id",
  "customer_tier_numeric",
  "customer_tenure_days",
  "industry_code",
  "credit_limit_usd",
  "payment_terms_numeric",
  "customer_on_time_rate_30d",
  "order_frequency_30d",
  "average_order_value_30d",
  "days_since_last_order",
  "order_frequency_change_30d",
  "customer_reliability_tier",
  "payment_delay_days_90d",
  "payment_delay_risk",
  "credit_risk_tier",
  "risk_score",
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
  "route_distance_km",
  "route_complexity_score",
  "traffic_delay_factor",
  "temperature_impact",
  "precipitation_impact",
  "on_time_delivery_rate_30d",
  "fuel_efficiency_30d",
  "cost_per_delivery_30d",
  "delivery_volume_7d",
  "delivery_volume_30d",
  "return_rate_30d",
  "diversion_rate_30d",
  "lost_deliveries_90d",
  "demand_change_30d",
  "weather_impact_score",
  "delivery_time_prediction",
  "fuel_consumption_prediction",
  "maintenance_prediction",
  "avg_delivery_time_7d__v1",
  "avg_delivery_time_7d__v2",
  "avg_fuel_efficiency_30d",
  "avg_cost_per_mile_90d",
  "delivery_time_trend_30d",
  "fuel_efficiency_trend_90d",
  "cost_trend_90d",
  "delivery_time_volatility_30d",
  "cost_volatility_90d",
  "avg_delivery_time_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."route_id" AS "route_id",
    "s"."route_distance_km" AS "route_distance_km",
    "s"."route_complexity_score" AS "route_complexity_score",
    "s"."traffic_delay_factor" AS "traffic_delay_factor",
    "s"."temperature_impact" AS "temperature_impact",
    "s"."precipitation_impact" AS "precipitation_impact",
    "s"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
    "s"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
    "s"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
    "s"."delivery_volume_7d" AS "delivery_volume_7d",
    "s"."delivery_volume_30d" AS "delivery_volume_30d",
    "s"."return_rate_30d" AS "return_rate_30d",
    "s"."diversion_rate_30d" AS "diversion_rate_30d",
    "s"."lost_deliveries_90d" AS "lost_deliveries_90d",
    "s"."demand_change_30d" AS "demand_change_30d",
    "s"."weather_impact_score" AS "weather_impact_score",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
    AND "s"."feature_time" < $to
),
"v2" AS (
  SELECT
    "s"."route_id" AS "route_id",
    "s"."delivery_time_prediction" AS "delivery_time_prediction",
    "s"."fuel_consumption_prediction" AS "fuel_consumption_prediction",
    "s"."maintenance_prediction" AS "maintenance_prediction",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."route_predictions__gd4bac678" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
    AND "s"."feature_time" < $to
),
"grid" AS (
  SELECT
    "s"."route_id" AS "route_id",
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'operational' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  CAST(NULL AS VARCHAR) AS "customer_id",
  CAST(NULL AS VARCHAR) AS "vehicle_id",
  "g"."route_id" AS "route_id",
  CAST(NULL AS BIGINT) AS "customer_tier_numeric",
  CAST(NULL AS DOUBLE) AS "customer_tenure_days",
  CAST(NULL AS BIGINT) AS "industry_code",
  CAST(NULL AS DECIMAL(12, 2)) AS "credit_limit_usd",
  CAST(NULL AS BIGINT) AS "payment_terms_numeric",
  CAST(NULL AS DOUBLE) AS "customer_on_time_rate_30d",
  CAST(NULL AS BIGINT) AS "order_frequency_30d",
  CAST(NULL AS DOUBLE) AS "average_order_value_30d",
  CAST(NULL AS DOUBLE) AS "days_since_last_order",
  CAST(NULL AS DOUBLE) AS "order_frequency_change_30d",
  CAST(NULL AS VARCHAR) AS "customer_reliability_tier",
  CAST(NULL AS DOUBLE) AS "payment_delay_days_90d",
  CAST(NULL AS DOUBLE) AS "payment_delay_risk",
  CAST(NULL AS VARCHAR) AS "credit_risk_tier",
  CAST(NULL AS DOUBLE) AS "risk_score",
  CAST(NULL AS DOUBLE) AS "vehicle_age_years",
  CAST(NULL AS BIGINT) AS "vehicle_type_numeric",
  CAST(NULL AS DECIMAL(9, 1)) AS "capacity_kg",
  CAST(NULL AS BIGINT) AS "maintenance_interval_miles",
  CAST(NULL AS BIGINT) AS "vehicle_status_numeric",
  CAST(NULL AS DECIMAL(10, 1)) AS "current_mileage",
  CAST(NULL AS DOUBLE) AS "days_since_last_maintenance",
  CAST(NULL AS DOUBLE) AS "maintenance_risk_score",
  CAST(NULL AS DATE) AS "predicted_maintenance_date",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_mpg",
  CAST(NULL AS DOUBLE) AS "vehicle_profit_margin_30d",
  CAST(NULL AS DOUBLE) AS "cost_per_mile_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(9, 1))
    ELSE "v1"."route_distance_km"
  END AS "route_distance_km",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."route_complexity_score"
  END AS "route_complexity_score",
  CASE WHEN "v1"."feature_time" IS NULL THEN 1e0 ELSE "v1"."traffic_delay_factor" END AS "traffic_delay_factor",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0e0 ELSE "v1"."temperature_impact" END AS "temperature_impact",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0e0 ELSE "v1"."precipitation_impact" END AS "precipitation_impact",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."on_time_delivery_rate_30d"
  END AS "on_time_delivery_rate_30d",
  CASE WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE) ELSE "v1"."fuel_efficiency_30d" END AS "fuel_efficiency_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v1"."cost_per_delivery_30d"
  END AS "cost_per_delivery_30d",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."delivery_volume_7d" END AS "delivery_volume_7d",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."delivery_volume_30d" END AS "delivery_volume_30d",
  CASE WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE) ELSE "v1"."return_rate_30d" END AS "return_rate_30d",
  CASE WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE) ELSE "v1"."diversion_rate_30d" END AS "diversion_rate_30d",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."lost_deliveries_90d" END AS "lost_deliveries_90d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(0 AS DOUBLE) / NULLIF(CAST(0 AS DOUBLE), 0)
    ELSE "v1"."demand_change_30d"
  END AS "demand_change_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN ((0e0 * 0.6e0) + (0e0 * 0.25e0)) + (0e0 * 0.15e0)
    ELSE "v1"."weather_impact_score"
  END AS "weather_impact_score",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v2"."delivery_time_prediction"
  END AS "delivery_time_prediction",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v2"."fuel_consumption_prediction"
  END AS "fuel_consumption_prediction",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    ELSE "v2"."maintenance_prediction"
  END AS "maintenance_prediction",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d__v1",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d__v2",
  CAST(NULL AS DOUBLE) AS "avg_fuel_efficiency_30d",
  CAST(NULL AS DOUBLE) AS "avg_cost_per_mile_90d",
  CAST(NULL AS DOUBLE) AS "delivery_time_trend_30d",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_trend_90d",
  CAST(NULL AS DOUBLE) AS "cost_trend_90d",
  CAST(NULL AS DOUBLE) AS "delivery_time_volatility_30d",
  CAST(NULL AS DOUBLE) AS "cost_volatility_90d",
  CAST(NULL AS DOUBLE) AS "avg_delivery_time_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."route_id" = "v1"."route_id"
  AND "g"."feature_time" = "v1"."feature_time"
LEFT JOIN "v2" ON "g"."route_id" = "v2"."route_id"
  AND "g"."feature_time" = "v2"."feature_time";

-- fill an interval of time_series, in one transaction
DELETE FROM "main"."tbl_ml_consolidated_feature_store__gba8ea187"
WHERE "feature_type" = 'time_series'
  AND "feature_date" >= CAST($from AS DATE)
  AND "feature_date" < CAST($to AS DATE);

INSERT INTO "main"."tbl_ml_consolidated_feature_store__gba8ea187" (
  "feature_type",
  "feature_date",
  "customer_id",
  "vehicle_id",
  "route_id",
  "customer_tier_numeric",
  "customer_tenure_days",
  "industry_code",
  "credit_limit_usd",
  "payment_terms_numeric",
  "customer_on_time_rate_30d",
  "order_frequency_30d",
  "average_order_value_30d",
  "days_since_last_order",
  "order_frequency_change_30d",
  "customer_reliability_tier",
  "payment_delay_days_90d",
  "payment_delay_risk",
  "credit_risk_tier",
  "risk_score",
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
  "route_distance_km",
  "route_complexity_score",
  "traffic_delay_factor",
  "temperature_impact",
  "precipitation_impact",
  "on_time_delivery_rate_30d",
  "fuel_efficiency_30d",
  "cost_per_delivery_30d",
  "delivery_volume_7d",
  "delivery_volume_30d",
  "return_rate_30d",
  "diversion_rate_30d",
  "lost_deliveries_90d",
  "demand_change_30d",
  "weather_impact_score",
  "delivery_time_prediction",
  "fuel_consumption_prediction",
  "maintenance_prediction",
  "avg_delivery_time_7d__v1",
  "avg_delivery_time_7d__v2",
  "avg_fuel_efficiency_30d",
  "avg_cost_per_mile_90d",
  "delivery_time_trend_30d",
  "fuel_efficiency_trend_90d",
  "cost_trend_90d",
  "delivery_time_volatility_30d",
  "cost_volatility_90d",
  "avg_delivery_time_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."avg_delivery_time_7d__v1" AS "avg_delivery_time_7d__v1",
    "s"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d__v2",
    "s"."avg_fuel_efficiency_30d" AS "avg_fuel_efficiency_30d",
    "s"."avg_cost_per_mile_90d" AS "avg_cost_per_mile_90d",
    "s"."delivery_time_trend_30d" AS "delivery_time_trend_30d",
    "s"."fuel_efficiency_trend_90d" AS "fuel_efficiency_trend_90d",
    "s"."cost_trend_90d" AS "cost_trend_90d",
    "s"."delivery_time_volatility_30d" AS "delivery_time_volatility_30d",
    "s"."cost_volatility_90d" AS "cost_volatility_90d",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
    AND "s"."feature_time" < $to
),
"grid" AS (
  SELECT
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'time_series' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  CAST(NULL AS VARCHAR) AS "customer_id",
  CAST(NULL AS VARCHAR) AS "vehicle_id",
  CAST(NULL AS VARCHAR) AS "route_id",
  CAST(NULL AS BIGINT) AS "customer_tier_numeric",
  CAST(NULL AS DOUBLE) AS "customer_tenure_days",
  CAST(NULL AS BIGINT) AS "industry_code",
  CAST(NULL AS DECIMAL(12, 2)) AS "credit_limit_usd",
  CAST(NULL AS BIGINT) AS "payment_terms_numeric",
  CAST(NULL AS DOUBLE) AS "customer_on_time_rate_30d",
  CAST(NULL AS BIGINT) AS "order_frequency_30d",
  CAST(NULL AS DOUBLE) AS "average_order_value_30d",
  CAST(NULL AS DOUBLE) AS "days_since_last_order",
  CAST(NULL AS DOUBLE) AS "order_frequency_change_30d",
  CAST(NULL AS VARCHAR) AS "customer_reliability_tier",
  CAST(NULL AS DOUBLE) AS "payment_delay_days_90d",
  CAST(NULL AS DOUBLE) AS "payment_delay_risk",
  CAST(NULL AS VARCHAR) AS "credit_risk_tier",
  CAST(NULL AS DOUBLE) AS "risk_score",
  CAST(NULL AS DOUBLE) AS "vehicle_age_years",
  CAST(NULL AS BIGINT) AS "vehicle_type_numeric",
  CAST(NULL AS DECIMAL(9, 1)) AS "capacity_kg",
  CAST(NULL AS BIGINT) AS "maintenance_interval_miles",
  CAST(NULL AS BIGINT) AS "vehicle_status_numeric",
  CAST(NULL AS DECIMAL(10, 1)) AS "current_mileage",
  CAST(NULL AS DOUBLE) AS "days_since_last_maintenance",
  CAST(NULL AS DOUBLE) AS "maintenance_risk_score",
  CAST(NULL AS DATE) AS "predicted_maintenance_date",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_mpg",
  CAST(NULL AS DOUBLE) AS "vehicle_profit_margin_30d",
  CAST(NULL AS DOUBLE) AS "cost_per_mile_30d",
  CAST(NULL AS DECIMAL(9, 1)) AS "route_distance_km",
  CAST(NULL AS DOUBLE) AS "route_complexity_score",
  CAST(NULL AS DOUBLE) AS "traffic_delay_factor",
  CAST(NULL AS DOUBLE) AS "temperature_impact",
  CAST(NULL AS DOUBLE) AS "precipitation_impact",
  CAST(NULL AS DOUBLE) AS "on_time_delivery_rate_30d",
  CAST(NULL AS DOUBLE) AS "fuel_efficiency_30d",
  CAST(NULL AS DOUBLE) AS "cost_per_delivery_30d",
  CAST(NULL AS BIGINT) AS "delivery_volume_7d",
  CAST(NULL AS BIGINT) AS "delivery_volume_30d",
  CAST(NULL AS DOUBLE) AS "return_rate_30d",
  CAST(NULL AS DOUBLE) AS "diversion_rate_30d",
  CAST(NULL AS BIGINT) AS "lost_deliveries_90d",
  CAST(NULL AS DOUBLE) AS "demand_change_30d",
  CAST(NULL AS DOUBLE) AS "weather_impact_score",
  CAST(NULL AS DOUBLE) AS "delivery_time_prediction",
  CAST(NULL AS DOUBLE) AS "fuel_consumption_prediction",
  CAST(NULL AS DOUBLE) AS "maintenance_prediction",
  "v1"."avg_delivery_time_7d__v1" AS "avg_delivery_time_7d__v1",
  "v1"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d__v2",
  "v1"."avg_fuel_efficiency_30d" AS "avg_fuel_efficiency_30d",
  "v1"."avg_cost_per_mile_90d" AS "avg_cost_per_mile_90d",
  "v1"."delivery_time_trend_30d" AS "delivery_time_trend_30d",
  "v1"."fuel_efficiency_trend_90d" AS "fuel_efficiency_trend_90d",
  "v1"."cost_trend_90d" AS "cost_trend_90d",
  "v1"."delivery_time_volatility_30d" AS "delivery_time_volatility_30d",
  "v1"."cost_volatility_90d" AS "cost_volatility_90d",
  "v1"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."feature_time" = "v1"."feature_time";

-- what people query: the filled table takes this name
BEGIN TRANSACTION;

ALTER TABLE "main"."tbl_ml_consolidated_feature_store__gba8ea187" RENAME TO "tbl_ml_consolidated_feature_store";

COMMENT ON TABLE "main"."tbl_ml_consolidated_feature_store" IS 'All features in one table: one row per customer, vehicle, route and the fleet, for each day.
[feat logistics/main store.tbl_ml_consolidated_feature_store 143754c7.a91eb7ea.ba8ea187]';

COMMIT;
