-- weather_impact_score lies between 0 and 1: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."weather_impact_score" AS "weather_impact_score"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."weather_impact_score" < 0e0 OR "s"."weather_impact_score" > 1e0;
