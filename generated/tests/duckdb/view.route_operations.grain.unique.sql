-- route_operations has one row per route_id, feature_time: passes where no row comes back
SELECT
  "r"."route_id" AS "route_id",
  "r"."feature_time" AS "feature_time",
  "r"."row_count" AS "row_count"
FROM (
  SELECT
    "s"."route_id" AS "route_id",
    "s"."feature_time" AS "feature_time",
    count(*) AS "row_count"
  FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
  GROUP BY "s"."route_id", "s"."feature_time"
) AS "r"
WHERE "r"."row_count" > 1;
