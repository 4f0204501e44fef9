-- region_weather has one row per region, feature_time: passes where no row comes back
SELECT
  "R"."REGION" AS "REGION",
  "R"."FEATURE_TIME" AS "FEATURE_TIME",
  "R"."ROW_COUNT" AS "ROW_COUNT"
FROM (
  SELECT
    "S"."REGION" AS "REGION",
    "S"."FEATURE_TIME" AS "FEATURE_TIME",
    COUNT(*) AS "ROW_COUNT"
  FROM "LOGISTICS_DW_PROD"."FEAT_STORAGE"."REGION_WEATHER__G44926BE0" AS "S"
  GROUP BY "S"."REGION", "S"."FEATURE_TIME"
) AS "R"
WHERE "R"."ROW_COUNT" > 1;
