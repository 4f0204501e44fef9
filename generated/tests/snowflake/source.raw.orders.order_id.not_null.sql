-- raw.orders.order_id is never NULL: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."ORDERED_AT" AS "ORDERED_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."ORDERS" AS "S"
WHERE "S"."ORDER_ID" IS NULL;
