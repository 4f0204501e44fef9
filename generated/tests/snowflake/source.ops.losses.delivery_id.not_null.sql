-- ops.losses.delivery_id is never NULL: passes where no row comes back
SELECT
  "S"."ROUTE_ID" AS "ROUTE_ID",
  "S"."LOST_AT" AS "LOST_AT"
FROM (
  SELECT "DELIVERY_ID", "ROUTE_ID", DATEADD(day, 7, "PROMISED_AT") AS "LOST_AT", "LOADED_AT" FROM "LOGISTICS_DW_PROD"."RAW"."DELIVERIES" WHERE "STATUS" = 'lost'
) AS "S"
WHERE "S"."DELIVERY_ID" IS NULL;
