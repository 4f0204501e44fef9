-- route_complexity_score is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."route_complexity_score" AS "route_complexity_score"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."route_complexity_score" IS NULL;
