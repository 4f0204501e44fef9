-- delivery_volume_30d is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."delivery_volume_30d" AS "delivery_volume_30d"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."delivery_volume_30d" IS NULL;
