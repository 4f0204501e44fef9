-- customer_risk has one row per customer_id, feature_time: passes where no row comes back
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  "r"."row_count" AS "row_count"
FROM (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    count(*) AS "row_count"
  FROM "feat_storage"."customer_risk__g7821c539" AS "s"
  GROUP BY "s"."customer_id", "s"."feature_time"
) AS "r"
WHERE "r"."row_count" > 1;
