-- demand_change_30d lies between 0 and 1000000: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."demand_change_30d" AS "demand_change_30d"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."demand_change_30d" < 0e0 OR "s"."demand_change_30d" > 1000000e0;
