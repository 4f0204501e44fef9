-- order_frequency_30d is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."order_frequency_30d" AS "order_frequency_30d"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."order_frequency_30d" IS NULL;
