-- raw.vehicles.built_on is never NULL: passes where no row comes back
SELECT
  "S"."VEHICLE_ID" AS "VEHICLE_ID"
FROM "LOGISTICS_DW_PROD"."RAW"."VEHICLES" AS "S"
WHERE "S"."BUILT_ON" IS NULL;
