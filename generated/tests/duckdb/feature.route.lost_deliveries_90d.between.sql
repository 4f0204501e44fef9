-- lost_deliveries_90d lies between 0 and 1000000: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."lost_deliveries_90d" AS "lost_deliveries_90d"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."lost_deliveries_90d" < 0e0 OR "s"."lost_deliveries_90d" > 1000000e0;
