-- delivery_time_volatility_30d lies between 0 and 100: passes where no row comes back
SELECT
  "s"."feature_time" AS "feature_time",
  "s"."delivery_time_volatility_30d" AS "delivery_time_volatility_30d"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
WHERE "s"."delivery_time_volatility_30d" < 0e0 OR "s"."delivery_time_volatility_30d" > 100e0;
