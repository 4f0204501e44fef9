-- cost_volatility_90d lies between 0 and 100: passes where no row comes back
SELECT
  "s"."feature_time" AS "feature_time",
  "s"."cost_volatility_90d" AS "cost_volatility_90d"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
WHERE "s"."cost_volatility_90d" < 0e0 OR "s"."cost_volatility_90d" > 100e0;
