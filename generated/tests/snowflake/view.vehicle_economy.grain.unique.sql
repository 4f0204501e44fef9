-- vehicle_economy has one row per vehicle_id, feature_time: passes where no row comes back
SELECT
  "R"."VEHICLE_ID" AS "VEHICLE_ID",
  "R"."FEATURE_TIME" AS "FEATURE_TIME",
  "R"."ROW_COUNT" AS "ROW_COUNT"
FROM (
  SELECT
    "S"."VEHICLE_ID" AS "VEHICLE_ID",
    "S"."FEATURE_TIME" AS "FEATURE_TIME",
    COUNT(*) AS "ROW_COUNT"
  FROM "LOGISTICS_DW_PROD"."FEAT_STORAGE"."VEHICLE_ECONOMY__GE59E131C" AS "S"
  GROUP BY "S"."VEHICLE_ID", "S"."FEATURE_TIME"
) AS "R"
WHERE "R"."ROW_COUNT" > 1;
