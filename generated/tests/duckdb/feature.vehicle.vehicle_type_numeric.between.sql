-- vehicle_type_numeric lies between 1 and 4: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."vehicle_type_numeric" AS "vehicle_type_numeric"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."vehicle_type_numeric" < 1e0 OR "s"."vehicle_type_numeric" > 4e0;
