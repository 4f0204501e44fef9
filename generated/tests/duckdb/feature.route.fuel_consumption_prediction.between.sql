-- fuel_consumption_prediction lies between 0 and 10000: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."fuel_consumption_prediction" AS "fuel_consumption_prediction"
FROM "feat_storage"."route_predictions__gd4bac678" AS "s"
WHERE "s"."fuel_consumption_prediction" < 0e0 OR "s"."fuel_consumption_prediction" > 10000e0;
