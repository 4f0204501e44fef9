-- raw.customers.industry is one of its category: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."VALID_FROM" AS "VALID_FROM"
FROM "LOGISTICS_DW_PROD"."RAW"."CUSTOMERS" AS "S"
WHERE NOT "S"."INDUSTRY" IN ('retail', 'food', 'manufacturing', 'pharma', 'automotive', 'electronics', 'construction');
