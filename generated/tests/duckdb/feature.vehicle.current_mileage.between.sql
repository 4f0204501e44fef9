-- current_mileage lies between 0 and 3000000: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."current_mileage" AS "current_mileage"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."current_mileage" < 0e0 OR "s"."current_mileage" > 3000000e0;
