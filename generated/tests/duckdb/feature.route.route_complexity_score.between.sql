-- route_complexity_score lies between 0 and 1: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."route_complexity_score" AS "route_complexity_score"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."route_complexity_score" < 0e0 OR "s"."route_complexity_score" > 1e0;
