-- industry_code lies between 0 and 7: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."industry_code" AS "industry_code"
FROM "feat_storage"."customer_service__g000d42a0" AS "s"
WHERE "s"."industry_code" < 0e0 OR "s"."industry_code" > 7e0;
