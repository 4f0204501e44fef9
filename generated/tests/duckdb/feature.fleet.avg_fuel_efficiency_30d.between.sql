-- avg_fuel_efficiency_30d lies between 1 and 60: passes where no row comes back
SELECT
  "s"."feature_time" AS "feature_time",
  "s"."avg_fuel_efficiency_30d" AS "avg_fuel_efficiency_30d"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
WHERE "s"."avg_fuel_efficiency_30d" < 1e0 OR "s"."avg_fuel_efficiency_30d" > 60e0;
