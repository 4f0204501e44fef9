-- raw.payments.method is one of its category: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."PAID_AT" AS "PAID_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."PAYMENTS" AS "S"
WHERE NOT "S"."METHOD" IN ('transfer', 'card', 'check');
