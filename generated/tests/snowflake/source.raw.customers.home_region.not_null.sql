-- raw.customers.home_region is never NULL: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."VALID_FROM" AS "VALID_FROM"
FROM "LOGISTICS_DW_PROD"."RAW"."CUSTOMERS" AS "S"
WHERE "S"."HOME_REGION" IS NULL;
