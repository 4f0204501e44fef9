-- customer_tenure_days lies between 0 and 36500: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."customer_tenure_days" AS "customer_tenure_days"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."customer_tenure_days" < 0e0 OR "s"."customer_tenure_days" > 36500e0;
