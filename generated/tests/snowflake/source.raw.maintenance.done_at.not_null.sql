-- raw.maintenance.done_at is never NULL: passes where no row comes back
SELECT
  "S"."VEHICLE_ID" AS "VEHICLE_ID",
  "S"."DONE_AT" AS "DONE_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."MAINTENANCE" AS "S"
WHERE "S"."DONE_AT" IS NULL;
