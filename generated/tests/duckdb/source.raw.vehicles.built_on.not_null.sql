-- raw.vehicles.built_on is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id"
FROM "raw"."vehicles" AS "s"
WHERE "s"."built_on" IS NULL;
