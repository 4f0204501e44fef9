-- avg_cost_per_mile_90d lies between 0 and 100: passes where no row comes back
SELECT
  "s"."feature_time" AS "feature_time",
  "s"."avg_cost_per_mile_90d" AS "avg_cost_per_mile_90d"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
WHERE "s"."avg_cost_per_mile_90d" < 0e0 OR "s"."avg_cost_per_mile_90d" > 100e0;
