-- customer_service has one row per customer_id, feature_time: passes where no row comes back
SELECT
  "R"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "R"."FEATURE_TIME" AS "FEATURE_TIME",
  "R"."ROW_COUNT" AS "ROW_COUNT"
FROM (
  SELECT
    "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
    "S"."FEATURE_TIME" AS "FEATURE_TIME",
    COUNT(*) AS "ROW_COUNT"
  FROM "LOGISTICS_DW_PROD"."FEAT_STORAGE"."CUSTOMER_SERVICE__G000D42A0" AS "S"
  GROUP BY "S"."CUSTOMER_ID", "S"."FEATURE_TIME"
) AS "R"
WHERE "R"."ROW_COUNT" > 1;
