-- vehicle_age_years lies between -1 and 50: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  "s"."feature_time" AS "feature_time",
  "s"."vehicle_age_years" AS "vehicle_age_years"
FROM "feat_storage"."vehicle_health__g9e052987" AS "s"
WHERE "s"."vehicle_age_years" < -1e0 OR "s"."vehicle_age_years" > 50e0;
