-- cost_per_mile_30d lies between 0 and 100: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."cost_per_mile_30d" AS "cost_per_mile_30d"
FROM "feat_storage"."vehicle_economy__ge59e131c" AS "s"
WHERE "s"."cost_per_mile_30d" < 0e0 OR "s"."cost_per_mile_30d" > 100e0;
