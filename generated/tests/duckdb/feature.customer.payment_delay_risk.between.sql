-- payment_delay_risk lies between 0 and 1: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."payment_delay_risk" AS "payment_delay_risk"
FROM "feat_storage"."customer_risk__g7821c539" AS "s"
WHERE "s"."payment_delay_risk" < 0e0 OR "s"."payment_delay_risk" > 1e0;
