-- precipitation_mm_1d lies between 0 and 1000: passes where no row comes back
SELECT
  "s"."region" AS "region",
  "s"."feature_time" AS "feature_time",
  "s"."precipitation_mm_1d" AS "precipitation_mm_1d"
FROM "feat_storage"."region_weather__g44926be0" AS "s"
WHERE "s"."precipitation_mm_1d" < 0e0 OR "s"."precipitation_mm_1d" > 1000e0;
