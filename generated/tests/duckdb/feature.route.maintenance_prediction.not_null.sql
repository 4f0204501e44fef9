-- maintenance_prediction is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."maintenance_prediction" AS "maintenance_prediction"
FROM "feat_storage"."route_predictions__gd4bac678" AS "s"
WHERE "s"."maintenance_prediction" IS NULL;
