-- delivery_time_trend_30d lies between -1000000 and 1000000: passes where no row comes back
SELECT
  "s"."feature_time" AS "feature_time",
  "s"."delivery_time_trend_30d" AS "delivery_time_trend_30d"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
WHERE "s"."delivery_time_trend_30d" < -1000000e0 OR "s"."delivery_time_trend_30d" > 1000000e0;
