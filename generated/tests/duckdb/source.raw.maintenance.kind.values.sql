-- raw.maintenance.kind is one of its category: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."done_at" AS "done_at"
FROM "raw"."maintenance" AS "s"
WHERE NOT "s"."kind" IN ('service', 'repair', 'inspection');
