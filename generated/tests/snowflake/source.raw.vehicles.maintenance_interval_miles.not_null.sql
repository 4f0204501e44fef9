-- raw.vehicles.maintenance_interval_miles is never NULL: passes where no row comes back
SELECT
  "S"."VEHICLE_ID" AS "VEHICLE_ID"
FROM "LOGISTICS_DW_PROD"."RAW"."VEHICLES" AS "S"
WHERE "S"."MAINTENANCE_INTERVAL_MILES" IS NULL;
