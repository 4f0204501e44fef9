-- customer_on_time_rate_30d lies between 0 and 1: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."customer_on_time_rate_30d" < 0e0 OR "s"."customer_on_time_rate_30d" > 1e0;
