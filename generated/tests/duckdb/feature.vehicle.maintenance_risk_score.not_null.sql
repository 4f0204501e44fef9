-- maintenance_risk_score is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."maintenance_risk_score" AS "maintenance_risk_score"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."maintenance_risk_score" IS NULL;
