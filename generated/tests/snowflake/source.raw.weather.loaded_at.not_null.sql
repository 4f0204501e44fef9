-- raw.weather.loaded_at is never NULL: passes where no row comes back
SELECT
  "S"."REGION" AS "REGION",
  "S"."OBSERVED_AT" AS "OBSERVED_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."WEATHER" AS "S"
WHERE "S"."LOADED_AT" IS NULL;
