-- raw.vehicles.status is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id"
FROM "raw"."vehicles" AS "s"
WHERE "s"."status" IS NULL;
