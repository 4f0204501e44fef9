-- wind_kmh_1d lies between 0 and 400: passes where no row comes back
SELECT
  "s"."region" AS "region",
  "s"."feature_time" AS "feature_time",
  "s"."wind_kmh_1d" AS "wind_kmh_1d"
FROM "feat_storage"."region_weather__g44926be0" AS "s"
WHERE "s"."wind_kmh_1d" < 0e0 OR "s"."wind_kmh_1d" > 400e0;
