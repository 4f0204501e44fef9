-- maintenance_prediction lies between 0 and 100000: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."maintenance_prediction" AS "maintenance_prediction"
FROM "feat_storage"."route_predictions__gd4bac678" AS "s"
WHERE "s"."maintenance_prediction" < 0e0 OR "s"."maintenance_prediction" > 100000e0;
