-- credit_limit_usd lies between 0 and 10000000: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."credit_limit_usd" AS "credit_limit_usd"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."credit_limit_usd" < 0e0 OR "s"."credit_limit_usd" > 10000000e0;
