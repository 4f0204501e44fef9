-- route_distance_km lies between 1 and 5000: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."route_distance_km" AS "route_distance_km"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."route_distance_km" < 1e0 OR "s"."route_distance_km" > 5000e0;
