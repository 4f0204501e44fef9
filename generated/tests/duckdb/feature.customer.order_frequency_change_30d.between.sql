-- order_frequency_change_30d lies between 0 and 1000000: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."order_frequency_change_30d" AS "order_frequency_change_30d"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."order_frequency_change_30d" < 0e0 OR "s"."order_frequency_change_30d" > 1000000e0;
