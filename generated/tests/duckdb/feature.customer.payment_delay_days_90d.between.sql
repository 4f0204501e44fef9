-- payment_delay_days_90d lies between -100 and 1000: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."payment_delay_days_90d" AS "payment_delay_days_90d"
FROM "feat_storage"."customer_risk__g7821c539" AS "s"
WHERE "s"."payment_delay_days_90d" < -100e0 OR "s"."payment_delay_days_90d" > 1000e0;
