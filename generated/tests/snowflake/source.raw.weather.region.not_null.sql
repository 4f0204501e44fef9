-- raw.weather.region is never NULL: passes where no row comes back
SELECT
  "S"."REGION" AS "REGION",
  "S"."OBSERVED_AT" AS "OBSERVED_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."WEATHER" AS "S"
WHERE "S"."REGION" IS NULL;
