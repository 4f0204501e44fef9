-- on_time_delivery_rate_30d lies between 0 and 1: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."on_time_delivery_rate_30d" < 0e0 OR "s"."on_time_delivery_rate_30d" > 1e0;
