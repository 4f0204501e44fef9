-- temperature_c_1d lies between -60 and 60: passes where no row comes back
SELECT
  "s"."region" AS "region",
  "s"."feature_time" AS "feature_time",
  "s"."temperature_c_1d" AS "temperature_c_1d"
FROM "feat_storage"."region_weather__g44926be0" AS "s"
WHERE "s"."temperature_c_1d" < -60e0 OR "s"."temperature_c_1d" > 60e0;
