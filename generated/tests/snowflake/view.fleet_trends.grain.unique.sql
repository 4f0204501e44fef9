-- fleet_trends has one row per feature_time: passes where no row comes back
SELECT
  "R"."FEATURE_TIME" AS "FEATURE_TIME",
  "R"."ROW_COUNT" AS "ROW_COUNT"
FROM (
  SELECT
    "S"."FEATURE_TIME" AS "FEATURE_TIME",
    COUNT(*) AS "ROW_COUNT"
  FROM "LOGISTICS_DW_PROD"."FEAT_STORAGE"."FLEET_TRENDS__GD95C8295" AS "S"
  GROUP BY "S"."FEATURE_TIME"
) AS "R"
WHERE "R"."ROW_COUNT" > 1;
