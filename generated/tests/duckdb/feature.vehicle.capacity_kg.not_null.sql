-- capacity_kg is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."capacity_kg" AS "capacity_kg"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."capacity_kg" IS NULL;
