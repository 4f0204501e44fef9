-- industry_code is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."industry_code" AS "industry_code"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."industry_code" IS NULL;
