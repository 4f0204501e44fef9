-- fleet_trends has one row per feature_time: passes where no row comes back
SELECT
  "r"."feature_time" AS "feature_time",
  "r"."row_count" AS "row_count"
FROM (
  SELECT
    "s"."feature_time" AS "feature_time",
    count(*) AS "row_count"
  FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
  GROUP BY "s"."feature_time"
) AS "r"
WHERE "r"."row_count" > 1;
