-- risk_score is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."risk_score" AS "risk_score"
FROM "feat_storage"."customer_risk__g7821c539" AS "s"
WHERE "s"."risk_score" IS NULL;
