-- vehicle_age_years is never NULL: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."vehicle_age_years" AS "vehicle_age_years"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."vehicle_age_years" IS NULL;
