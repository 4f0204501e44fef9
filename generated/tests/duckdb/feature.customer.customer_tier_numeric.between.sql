-- customer_tier_numeric lies between 1 and 4: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."customer_tier_numeric" AS "customer_tier_numeric"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."customer_tier_numeric" < 1e0 OR "s"."customer_tier_numeric" > 4e0;
