-- fuel_efficiency_30d lies between 0.5 and 30: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."fuel_efficiency_30d" AS "fuel_efficiency_30d"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."fuel_efficiency_30d" < 0.5e0 OR "s"."fuel_efficiency_30d" > 30e0;
