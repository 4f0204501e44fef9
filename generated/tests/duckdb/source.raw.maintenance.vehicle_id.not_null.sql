-- raw.maintenance.vehicle_id is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."done_at" AS "done_at"
FROM "raw"."maintenance" AS "s"
WHERE "s"."vehicle_id" IS NULL;
