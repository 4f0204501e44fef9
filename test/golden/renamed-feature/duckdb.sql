-- expand: create ml.tbl_features__g7eb599b6
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "ml"."tbl_features__g7eb599b6" (
  "customer_id" VARCHAR,
  "feature_type" VARCHAR,
  "feature_date" DATE,
  "orders_7d" BIGINT,
  "revenue_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "ml"."tbl_features__g7eb599b6" IS '[feat shop/main store.tbl_features ml.tbl_features__g7eb599b6]';

COMMIT;

-- fill: fill store.tbl_features customer 2026-01-01..2026-02-10
DELETE FROM "ml"."tbl_features__g7eb599b6"
WHERE "feature_type" = 'customer'
  AND "feature_date" >= CAST(TIMESTAMP '2026-01-01 00:00:00' AS DATE)
  AND "feature_date" < CAST(TIMESTAMP '2026-02-11 00:00:00' AS DATE);

INSERT INTO "ml"."tbl_features__g7eb599b6" (
  "feature_type",
  "feature_date",
  "customer_id",
  "orders_7d",
  "revenue_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."orders_7d" AS "orders_7d",
    "s"."revenue_7d" AS "revenue_7d",
    "p"."feature_time" AS "feature_time"
  FROM (
    SELECT
      "s"."customer_id" AS "customer_id",
      "s"."orders_7d" AS "orders_7d",
      "s"."amount_7d" AS "revenue_7d",
      "s"."feature_time" AS "feature_time"
    FROM "feat_storage"."customer_orders__gac8d0eb5" AS "s"
  ) AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '1 day'
    AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
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
  "v1"."orders_7d" AS "orders_7d",
  "v1"."revenue_7d" AS "revenue_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."customer_id" = "v1"."customer_id"
  AND "g"."feature_time" = "v1"."feature_time";

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "revenue_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."revenue_7d" AS "revenue_7d",
  "v"."computed_at" AS "computed_at"
FROM (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."feature_date" AS "feature_date",
    "s"."orders_7d" AS "orders_7d",
    "s"."amount_7d" AS "revenue_7d",
    "s"."computed_at" AS "computed_at"
  FROM "feat_storage"."customer_orders__gac8d0eb5" AS "s"
) AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders 33ce55fd.e492842d.ac8d0eb5]';

COMMIT;

-- publish: publish ml.tbl_features
BEGIN TRANSACTION;

ALTER TABLE "ml"."tbl_features" RENAME TO "tbl_features__gcb6ead03";

ALTER TABLE "ml"."tbl_features__g7eb599b6" RENAME TO "tbl_features";

COMMENT ON TABLE "ml"."tbl_features" IS '[feat shop/main store.tbl_features 73d26ad6.0318b9a4.7eb599b6]';

COMMIT;

-- publish: publish ml.vw_ml_feature_monitoring
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_ml_feature_monitoring" (
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
  'orders_7d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."orders_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."orders_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."orders_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."orders_7d" AS DOUBLE)) AS "max_value"
FROM "ml"."tbl_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'revenue_7d' AS "feature_name",
  'number(38,2)' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."revenue_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."revenue_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."revenue_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."revenue_7d" AS DOUBLE)) AS "max_value"
FROM "ml"."tbl_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date";

COMMENT ON VIEW "ml"."vw_ml_feature_monitoring" IS 'Completeness and range of each feature by day
[feat shop/main report.monitoring 08af8e34.0023e52a]';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_date" IS 'Day of the feature rows';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_type" IS 'Group of the store';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_name" IS 'Name of the feature';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."data_type" IS 'Declared type';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."row_count" IS 'Rows of the group on the day';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."null_count" IS 'Rows without a value';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."null_percentage" IS 'Rows without a value, in percent';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."min_value" IS 'Least value; a flag counts as 0 or 1; NULL for text';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."max_value" IS 'Greatest value; a flag counts as 0 or 1; NULL for text';

COMMIT;
