-- customer_reliability_tier is one of high, medium, low, unknown: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."customer_reliability_tier" AS "customer_reliability_tier"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE NOT "s"."customer_reliability_tier" IN ('high', 'medium', 'low', 'unknown');
