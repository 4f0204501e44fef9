-- fuel_efficiency_trend_90d lies between -1000000 and 1000000: passes where no row comes back
SELECT
  "s"."feature_time" AS "feature_time",
  "s"."fuel_efficiency_trend_90d" AS "fuel_efficiency_trend_90d"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
WHERE "s"."fuel_efficiency_trend_90d" < -1000000e0 OR "s"."fuel_efficiency_trend_90d" > 1000000e0;
