-- customer_reliability_tier is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."customer_reliability_tier" AS "customer_reliability_tier"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."customer_reliability_tier" IS NULL;
