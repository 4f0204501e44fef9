-- raw.vehicles.status is one of its category: passes where no row comes back
SELECT
  "S"."VEHICLE_ID" AS "VEHICLE_ID"
FROM "LOGISTICS_DW_PROD"."RAW"."VEHICLES" AS "S"
WHERE NOT "S"."STATUS" IN ('active', 'idle', 'in_service', 'retired');
