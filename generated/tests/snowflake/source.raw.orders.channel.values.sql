-- raw.orders.channel is one of its category: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."ORDERED_AT" AS "ORDERED_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."ORDERS" AS "S"
WHERE NOT "S"."CHANNEL" IN ('web', 'api', 'phone');
