-- raw.vehicles.acquired_at is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id"
FROM "raw"."vehicles" AS "s"
WHERE "s"."acquired_at" IS NULL;
