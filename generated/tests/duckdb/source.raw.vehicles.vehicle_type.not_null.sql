-- raw.vehicles.vehicle_type is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id"
FROM "raw"."vehicles" AS "s"
WHERE "s"."vehicle_type" IS NULL;
