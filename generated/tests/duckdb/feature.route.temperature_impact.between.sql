-- temperature_impact lies between 0 and 1: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."temperature_impact" AS "temperature_impact"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."temperature_impact" < 0e0 OR "s"."temperature_impact" > 1e0;
