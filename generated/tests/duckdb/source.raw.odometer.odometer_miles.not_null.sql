-- raw.odometer.odometer_miles is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."read_at" AS "read_at"
FROM "raw"."odometer" AS "s"
WHERE "s"."odometer_miles" IS NULL;
