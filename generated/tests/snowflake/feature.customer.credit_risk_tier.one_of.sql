-- credit_risk_tier is one of high, medium, low: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."FEATURE_TIME" AS "FEATURE_TIME",
  "S"."CREDIT_RISK_TIER" AS "CREDIT_RISK_TIER"
FROM "LOGISTICS_DW_PROD"."FEAT_STORAGE"."CUSTOMER_RISK__G7821C539" AS "S"
WHERE NOT "S"."CREDIT_RISK_TIER" IN ('high', 'medium', 'low');
