-- delivery_time_prediction is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."delivery_time_prediction" AS "delivery_time_prediction"
FROM "feat_storage"."route_predictions__gd4bac678" AS "s"
WHERE "s"."delivery_time_prediction" IS NULL;
