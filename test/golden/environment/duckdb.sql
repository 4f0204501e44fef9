-- expand: create schema ml__pr_1
CREATE SCHEMA IF NOT EXISTS "ml__pr_1";

-- expand: create feat_storage.customer_orders__gad0b2ed6
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__gad0b2ed6" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "amount_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__gad0b2ed6" IS '[feat shop/pr-1 view.customer_orders feat_storage.customer_orders__gad0b2ed6]';

COMMIT;

-- publish: publish ml__pr_1.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml__pr_1"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "amount_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."amount_7d" AS "amount_7d",
  "v"."computed_at" AS "computed_at"
FROM (
  SELECT
    "s1"."customer_id" AS "customer_id",
    "s1"."feature_time" AS "feature_time",
    "s1"."feature_date" AS "feature_date",
    "s1"."orders_7d" AS "orders_7d",
    "s2"."amount_7d" AS "amount_7d",
    "s1"."computed_at" AS "computed_at"
  FROM "feat_storage"."customer_orders__gac8d0eb5" AS "s1"
  INNER JOIN "feat_storage"."customer_orders__gad0b2ed6" AS "s2" ON "s1"."customer_id" = "s2"."customer_id"
    AND "s1"."feature_time" = "s2"."feature_time"
) AS "v";

COMMENT ON VIEW "ml__pr_1"."customer_orders" IS '[feat shop/pr-1 view.customer_orders cc15e1fb.22c533b8.ac8d0eb5.ad0b2ed6]';

COMMIT;
