-- raw.vehicles.maintenance_interval_miles is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id"
FROM "raw"."vehicles" AS "s"
WHERE "s"."maintenance_interval_miles" IS NULL;
