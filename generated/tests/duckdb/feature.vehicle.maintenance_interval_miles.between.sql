-- maintenance_interval_miles lies between 1000 and 100000: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."maintenance_interval_miles" AS "maintenance_interval_miles"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."maintenance_interval_miles" < 1000e0 OR "s"."maintenance_interval_miles" > 100000e0;
