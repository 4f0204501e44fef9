-- fuel_efficiency_mpg lies between 1 and 60: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."fuel_efficiency_mpg" AS "fuel_efficiency_mpg"
FROM "feat_storage"."vehicle_economy__ge59e131c" AS "s"
WHERE "s"."fuel_efficiency_mpg" < 1e0 OR "s"."fuel_efficiency_mpg" > 60e0;
