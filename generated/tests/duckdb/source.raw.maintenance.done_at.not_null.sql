-- raw.maintenance.done_at is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."done_at" AS "done_at"
FROM "raw"."maintenance" AS "s"
WHERE "s"."done_at" IS NULL;
