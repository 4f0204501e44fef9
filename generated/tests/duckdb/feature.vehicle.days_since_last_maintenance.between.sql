-- days_since_last_maintenance lies between 0 and 36500: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."days_since_last_maintenance" AS "days_since_last_maintenance"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."days_since_last_maintenance" < 0e0 OR "s"."days_since_last_maintenance" > 36500e0;
