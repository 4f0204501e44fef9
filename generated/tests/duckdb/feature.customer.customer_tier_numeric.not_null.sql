-- customer_tier_numeric is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."customer_tier_numeric" AS "customer_tier_numeric"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."customer_tier_numeric" IS NULL;
