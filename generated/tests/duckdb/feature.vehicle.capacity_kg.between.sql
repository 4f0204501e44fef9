-- capacity_kg lies between 100 and 50000: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."capacity_kg" AS "capacity_kg"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."capacity_kg" < 100e0 OR "s"."capacity_kg" > 50000e0;
