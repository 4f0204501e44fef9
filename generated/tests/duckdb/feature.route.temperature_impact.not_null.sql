-- temperature_impact is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."temperature_impact" AS "temperature_impact"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."temperature_impact" IS NULL;
