-- vehicle_status_numeric lies between 0 and 3: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."vehicle_status_numeric" AS "vehicle_status_numeric"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."vehicle_status_numeric" < 0e0 OR "s"."vehicle_status_numeric" > 3e0;
