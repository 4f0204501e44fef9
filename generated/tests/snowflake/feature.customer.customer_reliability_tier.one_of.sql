-- customer_reliability_tier is one of high, medium, low, unknown: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."FEATURE_TIME" AS "FEATURE_TIME",
  "S"."CUSTOMER_RELIABILITY_TIER" AS "CUSTOMER_RELIABILITY_TIER"
FROM "LOGISTICS_DW_PROD"."FEAT_STORAGE"."CUSTOMER_SERVICE__G000D42A0" AS "S"
WHERE NOT "S"."CUSTOMER_RELIABILITY_TIER" IN ('high', 'medium', 'low', 'unknown');
