-- raw.vehicles.acquired_at is never NULL: passes where no row comes back
SELECT
  "S"."VEHICLE_ID" AS "VEHICLE_ID"
FROM "LOGISTICS_DW_PROD"."RAW"."VEHICLES" AS "S"
WHERE "S"."ACQUIRED_AT" IS NULL;
