-- serving.vw_ml_real_time_customer_features
-- The newest features of each customer, for inference.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."vw_ml_real_time_customer_features__g086e91ff" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
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
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vw_ml_real_time_customer_features__g086e91ff" IS '[feat logistics/main serving.vw_ml_real_time_customer_features feat_storage.vw_ml_real_time_customer_features__g086e91ff]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."vw_ml_real_time_customer_features__g086e91ff";

INSERT INTO "feat_storage"."vw_ml_real_time_customer_features__g086e91ff" (
  "customer_id",
  "feature_time",
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
  "computed_at"
)
WITH "v1_point" AS (
  SELECT
    max("s"."feature_time") AS "feature_time"
  FROM "feat_storage"."customer_service__g000d42a0" AS "s"
  WHERE "s"."feature_time" <= $now - INTERVAL '3600 seconds'
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
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
    "s"."customer_reliability_tier" AS "customer_reliability_tier"
  FROM "feat_storage"."customer_service__g000d42a0" AS "s"
  INNER JOIN "v1_point" AS "n" ON "s"."feature_time" = "n"."feature_time"
),
"v2_point" AS (
  SELECT
    max("s"."feature_time") AS "feature_time"
  FROM "feat_storage"."customer_risk__g7821c539" AS "s"
  WHERE "s"."feature_time" <= $now - INTERVAL '3600 seconds'
),
"v2" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."payment_delay_days_90d" AS "payment_delay_days_90d",
    "s"."payment_delay_risk" AS "payment_delay_risk",
    "s"."credit_risk_tier" AS "credit_risk_tier",
    "s"."risk_score" AS "risk_score"
  FROM "feat_storage"."customer_risk__g7821c539" AS "s"
  INNER JOIN "v2_point" AS "n" ON "s"."feature_time" = "n"."feature_time"
),
"keys" AS (
  SELECT DISTINCT
    "u"."customer_id" AS "customer_id"
  FROM (
    SELECT
      "s"."customer_id" AS "customer_id"
    FROM "v1" AS "s"
    UNION ALL
    SELECT
      "s"."customer_id" AS "customer_id"
    FROM "v2" AS "s"
  ) AS "u"
)
SELECT
  "k"."customer_id" AS "customer_id",
  least("v1"."feature_time", "v2"."feature_time") AS "feature_time",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN 0
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."customer_tier_numeric"
  END AS "customer_tier_numeric",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."customer_tenure_days"
  END AS "customer_tenure_days",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN 0
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."industry_code"
  END AS "industry_code",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(12, 2))
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."credit_limit_usd"
  END AS "credit_limit_usd",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS BIGINT)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."payment_terms_numeric"
  END AS "payment_terms_numeric",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."customer_on_time_rate_30d"
  END AS "customer_on_time_rate_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN 0
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."order_frequency_30d"
  END AS "order_frequency_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."average_order_value_30d"
  END AS "average_order_value_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."days_since_last_order"
  END AS "days_since_last_order",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(0 AS DOUBLE) / NULLIF(CAST(0 AS DOUBLE), 0)
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."order_frequency_change_30d"
  END AS "order_frequency_change_30d",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN 'unknown'
    WHEN "v1"."feature_time" >= $now - INTERVAL '2 days' THEN "v1"."customer_reliability_tier"
  END AS "customer_reliability_tier",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v2"."feature_time" >= $now - INTERVAL '2 days' THEN "v2"."payment_delay_days_90d"
  END AS "payment_delay_days_90d",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN 0.5e0
    WHEN "v2"."feature_time" >= $now - INTERVAL '2 days' THEN "v2"."payment_delay_risk"
  END AS "payment_delay_risk",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CASE WHEN 0.5e0 >= 0.5e0 OR CAST(NULL AS BOOLEAN) THEN 'high' WHEN 0.5e0 >= 0.15e0 OR TRUE THEN 'medium' ELSE 'low' END
    WHEN "v2"."feature_time" >= $now - INTERVAL '2 days' THEN "v2"."credit_risk_tier"
  END AS "credit_risk_tier",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN CASE WHEN CASE WHEN ((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN ((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest((((0.5e0 * 0.4e0) + (1e0 * 0.3e0)) + (0.2e0 * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(4 AS BIGINT) - 0 AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END, 1e0) END
    WHEN "v2"."feature_time" >= $now - INTERVAL '2 days' THEN "v2"."risk_score"
  END AS "risk_score",
  $now AS "computed_at"
FROM "keys" AS "k"
LEFT JOIN "v1" ON "k"."customer_id" = "v1"."customer_id"
LEFT JOIN "v2" ON "k"."customer_id" = "v2"."customer_id";

-- what people query
CREATE OR REPLACE VIEW "main"."vw_ml_real_time_customer_features" (
  "customer_id",
  "feature_time",
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
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."customer_tier_numeric" AS "customer_tier_numeric",
  "v"."customer_tenure_days" AS "customer_tenure_days",
  "v"."industry_code" AS "industry_code",
  "v"."credit_limit_usd" AS "credit_limit_usd",
  "v"."payment_terms_numeric" AS "payment_terms_numeric",
  "v"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
  "v"."order_frequency_30d" AS "order_frequency_30d",
  "v"."average_order_value_30d" AS "average_order_value_30d",
  "v"."days_since_last_order" AS "days_since_last_order",
  "v"."order_frequency_change_30d" AS "order_frequency_change_30d",
  "v"."customer_reliability_tier" AS "customer_reliability_tier",
  "v"."payment_delay_days_90d" AS "payment_delay_days_90d",
  "v"."payment_delay_risk" AS "payment_delay_risk",
  "v"."credit_risk_tier" AS "credit_risk_tier",
  "v"."risk_score" AS "risk_score",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vw_ml_real_time_customer_features__g086e91ff" AS "v";

COMMENT ON VIEW "main"."vw_ml_real_time_customer_features" IS 'The newest features of each customer, for inference.
[feat logistics/main serving.vw_ml_real_time_customer_features 2bfec287.fb46f5c1.086e91ff]';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."customer_tier_numeric" IS 'The customer''s tier as a number: 1 bronze, 2 silver, 3 gold, 4 platinum.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."customer_tenure_days" IS 'Days since the customer signed up.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."industry_code" IS 'The customer''s industry as a number from 1; 0 where it is not known.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."credit_limit_usd" IS 'The credit that we grant the customer.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."payment_terms_numeric" IS 'Days that the customer has to pay an invoice; 0 pays ahead.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."customer_on_time_rate_30d" IS 'Share of the customer''s deliveries of the last 30 days that arrived when promised; unknown without deliveries.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."order_frequency_30d" IS 'Orders that the customer placed in the last 30 days.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."average_order_value_30d" IS 'Mean value of the customer''s orders of the last 30 days; unknown without orders.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."days_since_last_order" IS 'Days since the customer''s last order; unknown before the first.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."order_frequency_change_30d" IS 'Orders of the last 30 days divided by those of the 30 days before; unknown where there were none before.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."customer_reliability_tier" IS 'How reliably we serve the customer: high from 95 % on time, medium from 80 %, else low.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."payment_delay_days_90d" IS 'Mean days between due date and payment over the last 90 days, negative where paid early; unknown without payments.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."payment_delay_risk" IS 'The risk that the next invoice is paid late, 0 to 1: reaches 1 at a mean delay of 20 days; 0.5 where nothing is known.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."credit_risk_tier" IS 'Credit risk: high where payments come late or the orders of 30 days exceed the limit, low where neither is near, else medium.';

COMMENT ON COLUMN "main"."vw_ml_real_time_customer_features"."risk_score" IS 'The risk of losing money or the customer, 0 to 1: late payment 40 %, silence 30 % (full after 60 days), late deliveries 20 %, a low tier 10 %.';
