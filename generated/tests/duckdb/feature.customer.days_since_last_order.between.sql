-- days_since_last_order lies between 0 and 36500: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."days_since_last_order" AS "days_since_last_order"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."days_since_last_order" < 0e0 OR "s"."days_since_last_order" > 36500e0;
