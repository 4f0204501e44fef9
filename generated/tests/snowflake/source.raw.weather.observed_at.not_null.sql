-- raw.weather.observed_at is never NULL: passes where no row comes back
SELECT
  "S"."REGION" AS "REGION",
  "S"."OBSERVED_AT" AS "OBSERVED_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."WEATHER" AS "S"
WHERE "S"."OBSERVED_AT" IS NULL;
