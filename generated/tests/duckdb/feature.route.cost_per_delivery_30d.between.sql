-- cost_per_delivery_30d lies between 0 and 100000: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."cost_per_delivery_30d" AS "cost_per_delivery_30d"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."cost_per_delivery_30d" < 0e0 OR "s"."cost_per_delivery_30d" > 100000e0;
