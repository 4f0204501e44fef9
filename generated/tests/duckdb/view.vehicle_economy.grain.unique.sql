-- vehicle_economy has one row per vehicle_id, feature_time: passes where no row comes back
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  "r"."row_count" AS "row_count"
FROM (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."feature_time" AS "feature_time",
    count(*) AS "row_count"
  FROM "feat_storage"."vehicle_economy__ge59e131c" AS "s"
  GROUP BY "s"."vehicle_id", "s"."feature_time"
) AS "r"
WHERE "r"."row_count" > 1;
