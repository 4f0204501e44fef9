-- publish: publish ml.customer_demand
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_demand" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_orders__gead9926b" AS "v";

COMMENT ON VIEW "ml"."customer_demand" IS '[feat shop/main view.customer_demand 24a307c2.2a0b99e8.ead9926b]';

COMMIT;

-- contract: withdraw ml.customer_orders
DROP VIEW IF EXISTS "ml"."customer_orders";
