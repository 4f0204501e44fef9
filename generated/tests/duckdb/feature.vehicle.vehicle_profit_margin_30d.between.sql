-- vehicle_profit_margin_30d lies between -10 and 1: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."vehicle_profit_margin_30d" AS "vehicle_profit_margin_30d"
FROM "feat_storage"."vehicle_economy__ge59e131c" AS "s"
WHERE "s"."vehicle_profit_margin_30d" < -10e0 OR "s"."vehicle_profit_margin_30d" > 1e0;
