-- avg_delivery_time_7d lies between 0 and 200: passes where no row comes back
SELECT
  "s"."feature_time" AS "feature_time",
  "s"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d__v2"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "s"
WHERE "s"."avg_delivery_time_7d__v2" < 0e0 OR "s"."avg_delivery_time_7d__v2" > 200e0;
