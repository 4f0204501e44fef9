-- credit_risk_tier is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."credit_risk_tier" AS "credit_risk_tier"
FROM "feat_storage"."customer_risk__g7821c539" AS "s"
WHERE "s"."credit_risk_tier" IS NULL;
