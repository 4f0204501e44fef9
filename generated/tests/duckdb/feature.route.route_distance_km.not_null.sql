-- route_distance_km is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."route_distance_km" AS "route_distance_km"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."route_distance_km" IS NULL;
