-- payment_terms_numeric lies between 0 and 60: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."payment_terms_numeric" AS "payment_terms_numeric"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."payment_terms_numeric" < 0e0 OR "s"."payment_terms_numeric" > 60e0;
