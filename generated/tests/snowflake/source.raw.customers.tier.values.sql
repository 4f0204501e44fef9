-- raw.customers.tier is one of its category: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."VALID_FROM" AS "VALID_FROM"
FROM "LOGISTICS_DW_PROD"."RAW"."CUSTOMERS" AS "S"
WHERE NOT "S"."TIER" IN ('bronze', 'silver', 'gold', 'platinum');
