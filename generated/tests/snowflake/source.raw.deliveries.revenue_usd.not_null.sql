-- raw.deliveries.revenue_usd is never NULL: passes where no row comes back
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."VEHICLE_ID" AS "VEHICLE_ID",
  "S"."ROUTE_ID" AS "ROUTE_ID",
  "S"."DELIVERED_AT" AS "DELIVERED_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."DELIVERIES" AS "S"
WHERE "S"."REVENUE_USD" IS NULL;
