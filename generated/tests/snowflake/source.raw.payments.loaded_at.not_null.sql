-- raw.payments.loaded_at is never NULL: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."PAID_AT" AS "PAID_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."PAYMENTS" AS "S"
WHERE "S"."LOADED_AT" IS NULL;
