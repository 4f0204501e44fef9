-- route_operations has one row per route_id, feature_time: passes where no row comes back
SELECT
  "R"."ROUTE_ID" AS "ROUTE_ID",
  "R"."FEATURE_TIME" AS "FEATURE_TIME",
  "R"."ROW_COUNT" AS "ROW_COUNT"
FROM (
  SELECT
    "S"."ROUTE_ID" AS "ROUTE_ID",
    "S"."FEATURE_TIME" AS "FEATURE_TIME",
    COUNT(*) AS "ROW_COUNT"
  FROM "LOGISTICS_DW_PROD"."FEAT_STORAGE"."ROUTE_OPERATIONS__G4EE3CD4B" AS "S"
  GROUP BY "S"."ROUTE_ID", "S"."FEATURE_TIME"
) AS "R"
WHERE "R"."ROW_COUNT" > 1;
