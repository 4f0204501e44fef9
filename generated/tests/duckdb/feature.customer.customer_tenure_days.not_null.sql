-- customer_tenure_days is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."customer_tenure_days" AS "customer_tenure_days"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."customer_tenure_days" IS NULL;
