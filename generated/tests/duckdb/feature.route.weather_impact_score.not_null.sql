-- weather_impact_score is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."weather_impact_score" AS "weather_impact_score"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."weather_impact_score" IS NULL;
