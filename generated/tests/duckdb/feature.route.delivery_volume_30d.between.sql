-- delivery_volume_30d lies between 0 and 10000000: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."delivery_volume_30d" AS "delivery_volume_30d"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."delivery_volume_30d" < 0e0 OR "s"."delivery_volume_30d" > 10000000e0;
