-- region_weather has one row per region, feature_time: passes where no row comes back
SELECT
  "r"."region" AS "region",
  "r"."feature_time" AS "feature_time",
  "r"."row_count" AS "row_count"
FROM (
  SELECT
    "s"."region" AS "region",
    "s"."feature_time" AS "feature_time",
    count(*) AS "row_count"
  FROM "feat_storage"."region_weather__g44926be0" AS "s"
  GROUP BY "s"."region", "s"."feature_time"
) AS "r"
WHERE "r"."row_count" > 1;
