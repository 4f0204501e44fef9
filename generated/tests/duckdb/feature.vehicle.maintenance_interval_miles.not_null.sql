-- maintenance_interval_miles is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."maintenance_interval_miles" AS "maintenance_interval_miles"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."maintenance_interval_miles" IS NULL;
