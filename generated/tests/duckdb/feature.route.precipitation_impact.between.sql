-- precipitation_impact lies between 0 and 1: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."precipitation_impact" AS "precipitation_impact"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."precipitation_impact" < 0e0 OR "s"."precipitation_impact" > 1e0;
