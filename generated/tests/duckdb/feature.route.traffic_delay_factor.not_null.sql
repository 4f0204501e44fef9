-- traffic_delay_factor is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."feature_time" AS "feature_time",
  "s"."traffic_delay_factor" AS "traffic_delay_factor"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
WHERE "s"."traffic_delay_factor" IS NULL;
