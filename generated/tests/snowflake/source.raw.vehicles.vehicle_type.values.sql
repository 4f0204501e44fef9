-- raw.vehicles.vehicle_type is one of its category: passes where no row comes back
SELECT
  "S"."VEHICLE_ID" AS "VEHICLE_ID"
FROM "LOGISTICS_DW_PROD"."RAW"."VEHICLES" AS "S"
WHERE NOT "S"."VEHICLE_TYPE" IN ('van', 'box_truck', 'semi', 'reefer');
